import CReferenceCrypto
import ReferencePASE

extension Contest {
  /// Our way of doing an operation `count` times, and that of a library.
  init(
    name: String, ours: @escaping (Int) -> Void, libraries: [ReferenceCrypto],
    theirs: @escaping (ReferenceCrypto, Int) -> Void
  ) {
    self.name = name
    entries =
      [(Contender.ours, ours)]
      + libraries.map { library in
        (Contender(library.library), { count in theirs(library, count) })
      }
  }
}

extension Contender {
  init(_ library: ReferenceLibrary) {
    switch library {
    case .openSSL: self = .openSSL
    case .mbedTLS: self = .mbedTLS
    }
  }
}

/// Uses `byte`, so that no compiler leaves out what it took to compute it.
@inline(never) @_optimize(none)
func keep(_ byte: UInt8) {}

/// A library that fails would be measured doing nothing.
func succeed(_ result: reference_result) {
  precondition(result == REFERENCE_OK, "the library does what it is measured at")
}
