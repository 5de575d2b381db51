/// Where the IP packet lies in a captured frame.
enum LinkLayer {
  /// The IP packet; nil when the frame holds none, or its kind of link is not known here.
  static func ipPacket(in frame: ArraySlice<UInt8>, linkType: UInt16) -> ArraySlice<UInt8>? {
    switch linkType {
    case 0, 108:  // NULL and LOOP: four bytes for the address family
      return frame.dropFirst(4)
    case 1: return inEthernet(frame)
    case 12, 14, 101, 228, 229: return frame  // RAW, IPV4, IPV6
    case 113: return inCooked(frame, etherType: 14, header: 16)  // Linux SLL
    case 276: return inCooked(frame, etherType: 0, header: 20)  // Linux SLL2
    default: return nil
    }
  }

  private static func inEthernet(_ frame: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = frame.dropFirst(12)
    while let type = etherType(rest) {
      rest = rest.dropFirst(2)
      switch type {
      case 0x8100, 0x88A8: rest = rest.dropFirst(2)  // a VLAN's tag
      case 0x0800, 0x86DD: return rest
      default: return nil
      }
    }
    return nil
  }

  private static func inCooked(
    _ frame: ArraySlice<UInt8>, etherType offset: Int, header: Int
  ) -> ArraySlice<UInt8>? {
    guard let type = etherType(frame.dropFirst(offset)) else { return nil }
    guard type == 0x0800 || type == 0x86DD else { return nil }
    return frame.dropFirst(header)
  }

  private static func etherType(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    var fields = FieldReader(bytes, isBigEndian: true)
    return fields.number()
  }
}
