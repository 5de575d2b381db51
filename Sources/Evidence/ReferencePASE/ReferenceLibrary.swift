/// The libraries that serve as independent oracles and on which a reference party can be run.
package enum ReferenceLibrary: String, CaseIterable, Sendable, CustomStringConvertible {
  case openSSL = "OpenSSL"
  case mbedTLS = "mbedTLS"

  package var description: String { rawValue }
}
