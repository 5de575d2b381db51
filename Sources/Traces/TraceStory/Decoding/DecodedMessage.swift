import MatterBytes
import MatterWire
import Words

/// A datagram as far as it can be understood.
package struct DecodedMessage: Equatable, Sendable {
  /// Nil when even that cannot be read.
  package var header: MessageHeader?
  /// Nil when it is encrypted and no key fits, or cannot be read.
  package var protocolHeader: ProtocolHeader?
  /// What is behind the protocol header.
  package var payload: [UInt8] = []
  package var fields: FieldTree?
  /// What could not be understood, half a line.
  package var problem: String?
  package var byteCount = 0
  /// Whether it was encrypted, and a key fitted.
  package var isDecrypted = false

  package var isSecure: Bool { (header?.sessionID ?? 0) != 0 }

  /// The opcode, if the message is the secure channel's.
  package var opcode: SecureChannelOpcode? {
    guard let protocolHeader, protocolHeader.vendorID ?? 0 == 0 else { return nil }
    guard protocolHeader.protocolID == .secureChannel else { return nil }
    return SecureChannelOpcode(rawValue: protocolHeader.opcode)
  }

  package var name: String {
    guard header != nil else { return "unreadable" }
    guard let protocolHeader else { return isSecure ? "encrypted" : "unreadable" }
    return MessageName.of(protocolHeader)
  }

  /// The id that the initiator of an unsecured handshake has chosen, and whether this message is
  /// the initiator's.
  package var handshake: (id: UInt64, isFromInitiator: Bool)? {
    guard let header, !isSecure else { return nil }
    if let source = header.source { return (source.rawValue, true) }
    guard let destination = header.destination else { return nil }
    return (destination.rawValue, false)
  }
}

extension DecodedMessage {
  /// Decodes a datagram.
  /// - Parameter decrypt: the plaintext of a secure message; nil when no key fits.
  package init(
    _ datagram: [UInt8],
    decrypt: (MessageHeader, _ authenticated: [UInt8], _ sealed: [UInt8]) -> [UInt8]?
  ) {
    byteCount = datagram.count
    let parsed: ParsedMessageHeader
    do throws(HeaderError) {
      parsed = try MessageHeader.parse(datagram.span)
    } catch {
      problem = "the message header cannot be read: \(error)"
      return
    }
    header = parsed.header
    var rest = Array(datagram[parsed.payloadOffset...])
    if isSecure {
      guard let plain = decrypt(parsed.header, Array(datagram.prefix(parsed.headerLength)), rest)
      else { return }
      isDecrypted = true
      rest = plain
    }
    readProtocol(rest)
  }

  private mutating func readProtocol(_ bytes: [UInt8]) {
    do throws(HeaderError) {
      let parsed = try ProtocolHeader.parse(bytes.span)
      protocolHeader = parsed.header
      payload = Array(bytes[parsed.payloadOffset...])
    } catch {
      problem = "the protocol header cannot be read: \(error)"
      return
    }
    readPayload()
  }

  private mutating func readPayload() {
    switch opcode {
    case .statusReport: readStatusReport()
    case .some(let opcode) where !payload.isEmpty:
      (fields, problem) = TLVDecoder.decode(payload) { PASEFieldNames.name($0, in: opcode) }
    case .some: break
    case .none where payload.isEmpty: break
    case .none where protocolHeader?.protocolID == .interactionModel:
      (fields, problem) = TLVDecoder.decode(payload) { _ in nil }
    case .none:
      fields = .members([FieldMember("payload", .bytes(payload))])
    }
  }

  private mutating func readStatusReport() {
    guard let report = try? StatusReport.parse(payload.span) else {
      problem = "the StatusReport is too short"
      return
    }
    let general = report.generalCode.name.map { "\($0)" } ?? "\(report.generalCode.rawValue)"
    let code = report.secureChannelCode.map { "\($0.name)" } ?? "\(report.protocolCode)"
    var members = [
      FieldMember("generalCode", .text(general)),
      FieldMember("protocolId", .number(UInt64(report.protocolID))),
      FieldMember("protocolCode", .text(code)),
    ]
    if let wait = report.minimumWaitMilliseconds {
      members.append(FieldMember("minimumWaitMs", .number(UInt64(wait))))
    }
    fields = .members(members)
  }
}
