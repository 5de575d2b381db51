/// Why a payload is not the PASE message it should be.
public enum PASEMessageError: Error, Equatable, Sendable {
  /// The payload is not TLV.
  case malformed(TLVError)
  /// The payload does not start with an anonymous structure.
  case notAStructure
  /// A structure begins with tag 0, which no field has: unknown members only come last.
  case unknownLeadingTag
  /// A tag twice, or after a higher one.
  case tagsOutOfOrder
  /// A required field is not where it has to be.
  case missing(PASEField)
  /// The field's element is of another type.
  case wrongType(PASEField)
  /// The integer does not fit the field.
  case tooLarge(PASEField)
  /// Bytes of fixed length have another.
  case wrongLength(PASEField)
  /// The salt has more than 32 bytes.
  case saltTooLong
  /// The session id is 0, which stands for unsecured messages.
  case zeroSessionID(PASEField)
}
