/// A status report: packed integers, not TLV.
package struct ReferenceStatusReport: Equatable, Sendable {
  package let generalCode: UInt16
  package let protocolID: UInt32
  package let protocolCode: UInt16
  package let data: [UInt8]

  package init(
    generalCode: UInt16, protocolID: UInt32 = 0, protocolCode: UInt16, data: [UInt8] = []
  ) {
    self.generalCode = generalCode
    self.protocolID = protocolID
    self.protocolCode = protocolCode
    self.data = data
  }

  package static let sessionEstablished = ReferenceStatusReport(generalCode: 0, protocolCode: 0)
  package static let invalidParameter = ReferenceStatusReport(generalCode: 1, protocolCode: 2)
  package static let closeSession = ReferenceStatusReport(generalCode: 0, protocolCode: 3)

  package var encoded: [UInt8] {
    generalCode.littleEndianBytes + protocolID.littleEndianBytes + protocolCode.littleEndianBytes
      + data
  }

  package init(decoding payload: [UInt8]) throws(ReferenceError) {
    guard payload.count >= 8 else { throw .malformed }
    generalCode = UInt16(littleEndianBytes: payload[..<2])
    protocolID = UInt32(littleEndianBytes: payload[2..<6])
    protocolCode = UInt16(littleEndianBytes: payload[6..<8])
    data = Array(payload[8...])
  }
}
