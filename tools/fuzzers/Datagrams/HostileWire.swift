import CoreSeam
import MatterBytes
import MatterCore

/// Two parties and the datagrams between them, under a script's command.
struct HostileWire: ~Copyable {
  private var commissioner = Party(seed: 1)
  private var device = Party(seed: 2)
  private var now: UInt64 = 1_000_000
  private var flights: [Flight] = []
  /// Numbers the application messages, so that each is known again.
  private var messagesSent: UInt32 = 0
  private var messagesReceived: Set<UInt32> = []

  private struct Flight {
    let toDevice: Bool
    var bytes: BoundedBytes<1232>
  }

  init() {
    tick()
  }

  /// Carries out one operation, with its arguments from `script`.
  /// - Throws: when the script ends within the operation.
  mutating func perform(_ operation: UInt8, _ script: inout ByteReader) throws {
    switch operation % 16 {
    case 0...3: deliver(flights.isEmpty ? nil : flights.removeFirst())
    case 4: if !flights.isEmpty { flights.removeFirst() }
    case 5: deliver(flights.first)
    case 6: if flights.count > 1 { flights.append(flights.removeFirst()) }
    case 7: try corrupt(&script)
    case 8: try cut(&script)
    case 9: try inject(&script)
    case 10: passToNextDeadline()
    case 11: pass(milliseconds: UInt64(try script.readLittleEndian(UInt16.self)))
    case 12: openWindow()
    case 13: commissioner.order(.pair(PairOrder(peer: Party.peer, passcode: Party.passcode)))
    case 14: try send(&script)
    default: try close(&script)
    }
    collect()
  }

  // MARK: The wire

  private mutating func deliver(_ flight: consuming Flight?) {
    guard let flight else { return }
    if flight.toDevice {
      device.receive(flight.bytes)
    } else {
      commissioner.receive(flight.bytes)
    }
  }

  private mutating func corrupt(_ script: inout ByteReader) throws {
    let position = Int(try script.readLittleEndian(UInt16.self))
    let change = try script.readByte()
    guard !flights.isEmpty else { return }
    flights[0].bytes[position % flights[0].bytes.count] ^= change
  }

  private mutating func cut(_ script: inout ByteReader) throws {
    let length = Int(try script.readByte())
    guard !flights.isEmpty else { return }
    flights[0].bytes.truncate(to: min(length, flights[0].bytes.count))
    // A datagram without bytes would leave nothing to corrupt.
    if flights[0].bytes.isEmpty { deliver(flights.removeFirst()) }
  }

  private mutating func inject(_ script: inout ByteReader) throws {
    let length = Int(try script.readByte())
    let bytes = try BoundedBytes<1232>(copying: script.readBytes(length >> 1))
    deliver(Flight(toDevice: length & 1 == 0, bytes: bytes))
  }

  /// Puts what both have sent on the wire, and checks what both have received.
  private mutating func collect() {
    flights += commissioner.takeSent().map { Flight(toDevice: true, bytes: $0) }
    flights += device.takeSent().map { Flight(toDevice: false, bytes: $0) }
    for message in commissioner.takeReceived() + device.takeReceived() { check(message) }
  }

  /// Whatever the wire does, a message arrives once and as it was sent, or not at all.
  private mutating func check(_ message: ReceivedMessage) {
    var reader = ByteReader(message.payload.span)
    guard let number = try? reader.readLittleEndian(UInt32.self) else {
      preconditionFailure("a message arrives as it was sent")
    }
    precondition(number < messagesSent, "only what was sent arrives")
    precondition(message.payload == Party.payload(number), "a message arrives as it was sent")
    precondition(messagesReceived.insert(number).inserted, "a message arrives once")
  }

  // MARK: Time

  private mutating func tick() {
    commissioner.tick(now)
    device.tick(now)
  }

  private mutating func pass(milliseconds: UInt64) {
    now += milliseconds * 1000
    tick()
  }

  private mutating func passToNextDeadline() {
    guard let next = [commissioner.deadline, device.deadline].compactMap({ $0 }).min() else {
      return
    }
    now = max(now, next)
    tick()
  }

  // MARK: Orders

  private mutating func openWindow() {
    device.order(.openWindow(Party.window))
  }

  private mutating func send(_ script: inout ByteReader) throws {
    let choice = try script.readByte()
    let number = messagesSent
    messagesSent += 1
    if choice & 1 == 0 {
      commissioner.send(number, isReliable: choice & 2 == 0, endsExchange: choice & 4 == 0)
    } else {
      device.send(number, isReliable: choice & 2 == 0, endsExchange: choice & 4 == 0)
    }
  }

  private mutating func close(_ script: inout ByteReader) throws {
    if try script.readByte() & 1 == 0 {
      commissioner.closeSession()
    } else {
      device.closeSession()
    }
  }
}
