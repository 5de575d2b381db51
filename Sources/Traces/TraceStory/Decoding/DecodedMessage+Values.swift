import MatterWire
import Words

extension DecodedMessage {
  /// What it holds, value by value. What was encrypted stays secret here.
  var values: [FieldMember] {
    var values = [FieldMember("bytes", byteCount)]
    if let header {
      values.append(FieldMember("session", header.sessionID))
      values.append(FieldMember("counter", header.messageCounter))
      if let source = header.source { values.append(FieldMember("source", source.rawValue)) }
      if let destination = header.destination {
        values.append(FieldMember("destination", destination.rawValue))
      }
    }
    if let protocolHeader {
      values.append(FieldMember("name", .text(name)))
      values.append(FieldMember("exchange", protocolHeader.exchangeID))
      values.append(FieldMember("from_initiator", .flag(protocolHeader.isFromInitiator)))
      values.append(FieldMember("reliable", .flag(protocolHeader.needsAcknowledgement)))
      if let counter = protocolHeader.acknowledgedCounter {
        values.append(FieldMember("ack", counter))
      }
    }
    if !isSecure, let fields { values += Self.flat(fields, under: "") }
    return values
  }

  private static func flat(_ tree: FieldTree, under path: String) -> [FieldMember] {
    guard case .members(let members) = tree else { return [FieldMember(path, tree)] }
    return members.flatMap { flat($0.value, under: path.isEmpty ? $0.name : path + "." + $0.name) }
  }
}
