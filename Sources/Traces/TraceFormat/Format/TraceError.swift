public import OperatingSystem

/// Why a trace cannot be read on.
public enum TraceError: Error, Equatable, Sendable {
  /// The file is neither pcapng nor pcap.
  case notACapture
  /// The block that begins at this offset is not well-formed.
  case malformed(offset: Int, Flaw)
  /// A trace of a version of the format that is not known here.
  case unknownVersion(UInt16)
  /// The system cannot read or write the file.
  case system(SystemError)

  /// What is wrong with a block.
  public enum Flaw: Equatable, Sendable {
    /// The two lengths of the block differ, or are no multiple of 4, or too large or too small.
    case length
    /// A field goes beyond the block's end.
    case field
    /// A packet or event names an interface that was not described.
    case interface
    /// The section's byte order mark is neither way round, or its version not 1.
    case sectionHeader
    /// The packet holds no whole IP and UDP datagram.
    case packet
    /// The value of a port event is not one of its port.
    case event
    /// A custom block of this format that is not of a known kind.
    case kind
  }
}

extension TraceError: CustomStringConvertible {
  /// Half a line, to stand after the file's name.
  public var description: String {
    switch self {
    case .notACapture: "this is neither a pcapng nor a pcap file"
    case .malformed(let offset, let flaw): "the block at byte \(offset) is damaged: \(flaw)"
    case .unknownVersion(let version): "it has version \(version) of the format; known is 1"
    case .system(let error): "\(error)"
    }
  }
}

extension TraceError.Flaw: CustomStringConvertible {
  public var description: String {
    switch self {
    case .length: "its length cannot be"
    case .field: "a field goes beyond its end"
    case .interface: "its interface was not described"
    case .sectionHeader: "its byte order or version is not known"
    case .packet: "it holds no whole datagram"
    case .event: "its value is not one of its port"
    case .kind: "its kind is not known"
    }
  }
}
