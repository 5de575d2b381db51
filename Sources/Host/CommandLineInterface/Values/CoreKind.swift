/// Which build of the verified core a party runs.
package enum CoreKind: Equatable, Sendable {
  /// The process `matter-core` beside this program.
  case native
  /// The core as a library, in the host's own process.
  case inprocess
  /// Another program that speaks as `matter-core` does.
  case program(path: String)
}

extension ValueParser<CoreKind> {
  /// A name, or a path, which has a slash.
  package static let core = ValueParser { (text) throws(ValueProblem) in
    switch text {
    case "native": .native
    case "inprocess": .inprocess
    case _ where text.contains("/"): .program(path: text)
    default:
      throw ValueProblem("this is native, inprocess, or the path of a program, such as ./core")
    }
  }
}
