/// One name in the spellings of AADL, WIT and Swift.
package enum SeamName {
  /// Whether every language can have it: a letter first in each word, single underscores between.
  package static func isLegal(_ name: String) -> Bool {
    let words = name.split(separator: "_", omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      guard let first = word.utf8.first else { return false }
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) else { return false }
      return word.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    }
  }

  /// `message_in` and `Message_In` are `message-in`.
  package static func kebab(_ name: String) -> String {
    name.lowercased().split(separator: "_").joined(separator: "-")
  }

  /// `protocol_id` is `protocolID`.
  package static func camel(_ name: String) -> String {
    let words = name.lowercased().split(separator: "_").map(String.init)
    return (words.first ?? "") + words.dropFirst().map(capitalised).joined()
  }

  /// `Peer_Handle` is `PeerHandle`.
  package static func pascal(_ name: String) -> String {
    name.lowercased().split(separator: "_").map { capitalised(String($0)) }.joined()
  }

  private static func capitalised(_ word: String) -> String {
    word == "id" ? "ID" : word.prefix(1).uppercased() + word.dropFirst()
  }

  /// A name as Swift code has it.
  package static func swift(_ name: String) -> String {
    let camel = camel(name)
    return swiftKeywords.contains(camel) ? "`\(camel)`" : camel
  }

  /// The case of a port: `message_in` is `message`, for the type says the direction.
  package static func swiftCase(of port: SeamPort) -> String {
    let suffix = port.isInput ? "_in" : "_out"
    let lower = port.name.lowercased()
    return swift(lower.hasSuffix(suffix) ? String(lower.dropLast(suffix.count)) : lower)
  }

  /// A name as WIT has it.
  package static func wit(_ name: String) -> String {
    let kebab = kebab(name)
    return witKeywords.contains(kebab) ? "%\(kebab)" : kebab
  }

  private static let swiftKeywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "for", "func", "guard",
    "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "private",
    "protocol", "public", "repeat", "return", "self", "static", "struct", "subscript", "super",
    "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  private static let witKeywords: Set<String> = [
    "as", "async", "bool", "borrow", "char", "constructor", "enum", "error-context", "export",
    "f32", "f64", "flags", "from", "func", "future", "import", "include", "interface", "list",
    "map", "option", "own", "package", "record", "resource", "result", "s16", "s32", "s64", "s8",
    "static", "stream", "string", "tuple", "type", "u16", "u32", "u64", "u8", "use", "variant",
    "with", "world",
  ]
}
