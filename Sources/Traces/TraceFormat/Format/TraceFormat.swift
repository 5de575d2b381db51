/// What a trace file is made of.
///
/// A trace is a **pcapng** file in one section, written in little-endian order, so that Wireshark and
/// tshark show its datagrams as those of any capture. Blocks are appended as the events happen; a
/// file that was cut is good up to its last whole block.
///
/// | Block | Holds |
/// |---|---|
/// | Section Header | `shb_userappl` = `matter-sim`; `opt_comment` = why it was recorded, where somebody said so |
/// | Interface Description | one for each party: link type 101 (RAW), `if_name` = the party's name, `if_tsresol` = 6 (µs), and in a run on the real network `if_tsoffset`, which turns the monotonic clock into the time of day, to the second |
/// | Enhanced Packet | a datagram at a port of the core, with real IP and UDP headers |
/// | Custom (type 0x0BAD) | everything else |
///
/// **Enhanced Packet.** The time is that of the port event in microseconds of the monotonic clock.
/// `epb_flags` says inbound for `message_in` and outbound for `message_out`. A custom option (code
/// 2989) of enterprise number 32473 holds, in this order: the four letters `MSIM`, and the peer
/// handle by which the core knows the address (u32). Handle, direction and UDP payload together are
/// the event, byte for byte.
///
/// **Custom blocks** begin with the enterprise number 32473, which is the one for documentation.
/// Their content, numbers in little-endian order:
///
/// | Offset | Bytes | Meaning |
/// |---|---|---|
/// | 0 | 4 | the letters `MSIM` |
/// | 4 | 1 | kind: 1 identity, 2 port event, 3 fate on the wire, 4 end, 5 engine, 6 step |
/// | 5 | 1 | party: the number of its interface |
/// | 6 | 2 | identity: the format's version, 1. Port event: length of the frame's body. Engine: length of its name. Else 0 |
///
/// Identity (kind 1), the first block after the party's interface:
///
/// | Offset | Bytes | Meaning |
/// |---|---|---|
/// | 8 | 4 | flags: 1 redacted, 2 entropy from a seed, 4 steps are told, 8 hash of the sources |
/// | 12 | 32 | SHA-256 of the core's program, or of its WebAssembly module |
/// | 44 | 32 | SHA-256 that stands for the seam (`SeamIdentity`) |
/// | 76 | 2 | length of the text that follows |
/// | 78 | … | UTF-8: how the run was configured, for people |
/// | … | 32 | with flag 8, right behind the text: SHA-256 of the core's sources (`CoreSources`) |
///
/// Port event (kind 2), for all events that are not datagrams:
///
/// | Offset | Bytes | Meaning |
/// |---|---|---|
/// | 8 | 8 | time in microseconds of the monotonic clock |
/// | 16 | … | the frame's body as in `CoreSeam`: one byte for the port, then the value |
///
/// Fate on the wire (kind 3), right after the datagram that it befell:
///
/// | Offset | Bytes | Meaning |
/// |---|---|---|
/// | 8 | 8 | time |
/// | 16 | 1 | flags: 1 lost, 2 sent twice, 4 held back, 8 a bit inverted |
///
/// End (kind 4): the party ended in order, and all that its core emitted is in the trace.
///
/// | Offset | Bytes | Meaning |
/// |---|---|---|
/// | 8 | 8 | time |
///
/// Engine (kind 5), after the identity of a WebAssembly core:
///
/// | Offset | Bytes | Meaning |
/// |---|---|---|
/// | 8 | 8 | the fuel that a step might use; 0 for an engine that does not count |
/// | 16 | … | UTF-8: its name and version |
///
/// Step (kind 6): a step of the party's core has ended. The first is of the party's first input,
/// and so on; a step's outputs are those of the party between the block before and its own, wherever
/// the inputs stand: a host hears an output later than the core emits it, and may have given the
/// next inputs by then. Where flag 4 of the identity is missing, all that the file tells is that an
/// output needs no input behind it.
///
/// | Offset | Bytes | Meaning |
/// |---|---|---|
/// | 8 | 8 | the fuel that the step used; 0 under an engine that does not count |
///
/// In a **redacted** trace entropy, passcodes, verifiers and the payloads of `send` and
/// `message-received` are zeros of the same length. It holds no secret, and cannot be replayed.
public enum TraceFormat {
  /// The version that is written, and the only one that is read.
  public static let version: UInt16 = 1

  /// The enterprise number of documentation (RFC 5612).
  static let enterprise: UInt32 = 32473
  /// `MSIM`: tells these blocks from others of the same enterprise number.
  static let letters: [UInt8] = Array("MSIM".utf8)
  /// LINKTYPE_RAW: the packet begins with its IPv4 or IPv6 header.
  static let linkType: UInt16 = 101

  enum BlockType {
    static let sectionHeader: UInt32 = 0x0A0D_0D0A
    static let interfaceDescription: UInt32 = 1
    static let simplePacket: UInt32 = 3
    static let enhancedPacket: UInt32 = 6
    static let custom: UInt32 = 0x0BAD
  }

  enum OptionCode {
    static let end: UInt16 = 0
    static let comment: UInt16 = 1
    static let interfaceName: UInt16 = 2
    static let packetFlags: UInt16 = 2
    static let userApplication: UInt16 = 4
    static let timeResolution: UInt16 = 9
    static let timeOffset: UInt16 = 14
    static let customBinary: UInt16 = 2989
  }

  enum Kind {
    static let identity: UInt8 = 1
    static let portEvent: UInt8 = 2
    static let wireFate: UInt8 = 3
    static let end: UInt8 = 4
    static let engine: UInt8 = 5
    static let step: UInt8 = 6
  }

  static let inbound: UInt32 = 1
  static let outbound: UInt32 = 2
}
