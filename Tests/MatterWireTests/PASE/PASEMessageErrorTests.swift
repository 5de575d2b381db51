import MatterWire
import Testing

struct PASEMessageErrorTests {
  /// Every error that there is, for every field that can have it.
  static let all: [PASEMessageError] =
    [.notAStructure, .unknownLeadingTag, .tagsOutOfOrder, .saltTooLong]
    + TLVError.allCases.map { .malformed($0) }
    + PASEField.allCases.flatMap { errors(of: $0) }

  private static func errors(of field: PASEField) -> [PASEMessageError] {
    let general: [PASEMessageError] =
      [.wrongType(field)] + (field.isRequired ? [.missing(field)] : [])
    switch field.content {
    case .bytes: return general + [.wrongLength(field)]
    case .unsigned: return general + [.tooLarge(field)]
    case .sessionID: return general + [.tooLarge(field), .zeroSessionID(field)]
    case .salt, .bool, .structure: return general
    }
  }

  /// A message and its bytes that fail in the given way and would be right but for that.
  static func provoking(_ error: PASEMessageError) -> (PASEMessageKind, [UInt8]) {
    switch error {
    case .malformed(let error): return (.pake3, malformed(error))
    case .notAStructure: return (.pake3, [0x16] + PASEMessageKind.pake3.tree.encoded[1...])
    case .tagsOutOfOrder:
      return (
        .pake3,
        PASEMessageKind.pake3.tree.changingMembers(at: []) { $0.append($0[0]) }.encoded
      )
    case .saltTooLong:
      return (.response, PASEField.salt.changed { _ in .octets([UInt8](repeating: 1, count: 33)) })
    case .unknownLeadingTag:
      return (
        .pake3,
        PASEMessageKind.pake3.tree.changingMembers(at: []) {
          $0.insert(TLVNode(.context(0), .null), at: 0)
        }.encoded
      )
    case .missing(let field): return (field.place.0, field.changed { _ in nil })
    case .wrongType(let field): return (field.place.0, field.changed { _ in .null })
    case .tooLarge(let field):
      let limit: UInt64
      if case .unsigned(let bits) = field.content {
        limit = 1 << UInt64(bits)
      } else {
        limit = 1 << 16
      }
      return (field.place.0, field.changed { _ in .unsigned(limit) })
    case .wrongLength(let field):
      return (
        field.place.0,
        field.changed {
          guard case .octets(let bytes) = $0 else { return nil }
          return .octets(bytes.dropLast())
        }
      )
    case .zeroSessionID(let field): return (field.place.0, field.changed { _ in .unsigned(0) })
    }
  }

  /// A Pake3 message that is broken, if it can be, behind the one field that it has.
  private static func malformed(_ error: TLVError) -> [UInt8] {
    let head = PASEMessageKind.pake3.tree.encoded.dropLast()
    switch error {
    case .truncated: return head + hex("30 09 05 00")
    case .invalidType: return head + hex("3f 09 18")
    case .taggedEndOfContainer: return head + hex("38 09")
    case .endOutsideContainer: return hex("18")
    case .missingEndOfContainer: return Array(head)
    case .untaggedStructureMember: return head + hex("14 18")
    case .taggedArrayMember: return head + hex("36 09 34 01 18 18")
    case .contextTagAtTopLevel: return hex("35 01 18")
    case .implicitTagWithoutProfile: return head + hex("94 0100 18")
    case .tooDeep: return head + hex(String(repeating: "37 09", count: 16))
    }
  }

  @Test(arguments: all)
  func everyPASEMessageErrorCanHappen(error: PASEMessageError) {
    let (kind, bytes) = Self.provoking(error)
    #expect(throws: error) { try kind.rewritten(bytes) }
  }
}
