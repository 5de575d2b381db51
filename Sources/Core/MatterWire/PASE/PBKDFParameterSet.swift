import MatterBytes

/// The PBKDF parameters as a response carries them. Whether they are in range is for whoever uses
/// them to check.
public struct PBKDFParameterSet: Equatable, Sendable {
  public var iterations: UInt32
  public var salt: BoundedBytes<32>

  public init(iterations: UInt32, salt: BoundedBytes<32>) {
    self.iterations = iterations
    self.salt = salt
  }

  /// Nil when the message has none.
  init?(optionalIn message: inout PASEStructureReader) throws(PASEMessageError) {
    guard var fields = try message.enter(.pbkdfParameters) else { return nil }
    iterations = try fields.unsigned(.iterations)
    let bytes = try fields.octets(.salt)
    do {
      salt = try BoundedBytes(copying: bytes)
    } catch {
      throw .saltTooLong
    }
    try message.leave(fields)
  }

  func write<let capacity: Int>(into writer: inout TLVWriter<capacity>) {
    writer.startStructure(as: .pbkdfParameters)
    writer.write(unsigned: iterations, as: .iterations)
    writer.write(octets: salt.span, as: .salt)
    writer.endStructure()
  }
}
