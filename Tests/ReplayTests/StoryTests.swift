import CoreSeam
import HostShell
import MatterBytes
import MatterWire
import OperatingSystem
import Testing
import TraceStory
import Words
import TraceFormat

struct StoryTests {
  private func tell(
    _ items: [TraceItem], passcode: UInt32? = nil, keys: [[UInt8]] = []
  ) -> (lines: [StoryLine], diagnosis: String) {
    var lines: [StoryLine] = []
    let knowledge = Story.Knowledge(passcode: passcode, sessionKeys: keys, showsValues: true)
    let story = Story(knowledge) { lines.append($0) }
    for item in items { story.take(item) }
    let diagnosis = story.finish()
    return (lines, diagnosis)
  }

  private func trace(_ name: String) throws -> [TraceItem] {
    try GoldenTrace(name: name).items()
  }

  private func messages(_ lines: [StoryLine]) -> [StoryMessage] {
    lines.compactMap { line in
      guard case .message(let message) = line.content else { return nil }
      return message
    }
  }

  private func values(_ lines: [StoryLine]) -> [String: DerivedValues] {
    var values: [String: DerivedValues] = [:]
    for line in lines {
      if case .values(let side, let computed) = line.content { values[side] = computed }
    }
    return values
  }

  /// What only somebody on the wire has: the datagrams, each once.
  private func capture(_ items: [TraceItem]) -> [TraceItem] {
    var number = 0
    let isBoth = items.count { if case .identity = $0 { true } else { false } } > 1
    return items.compactMap { item in
      guard case .event(let event) = item, let datagram = event.content.datagram,
        let ends = event.addresses, !(isBoth && event.content.isInput)
      else { return nil }
      number += 1
      let bytes = datagram.bytes.span
      return .capture(
        CapturedDatagram(
          number: number, interface: 0, time: event.time, addresses: ends,
          payload: bytes.indices.map { bytes[$0] }, isChecksumRight: true))
    }
  }

  // MARK: Diagnosis

  @Test(arguments: [
    (
      "chip-wrong-passcode",
      "the commissioner used another passcode: it refused the device's cB; attempt 1 of 20"
    ),
    (
      "chip-twenty-attempts",
      "the commissioner used another passcode in each of its 20 attempts, and the window closed"
    ),
    (
      "window-timeout",
      "nobody tried to pair: the commissioning window closed when its time of 180 s was up"
    ),
    (
      "silent-device",
      "nobody answers at the device's address: "
        + "no transmission of PBKDFParamRequest was acknowledged"
    ),
    (
      "wrong-acknowledgement",
      "the device's reply at 0.001 s carried the wrong ack counter (258619010) and was ignored"
    ),
  ])
  func theTrueCauseOfAFailureIsNamed(name: String, sentence: String) throws {
    let diagnosis = tell(try trace(name)).diagnosis
    #expect(diagnosis == sentence)
  }

  @Test(arguments: [
    ("loopback-good", "", ""), ("loopback-lossy", "", "to be sent again"),
    ("chip-good", "", ""), ("chip-lossy", "", "to be sent again"), ("circuitmatter-good", "", ""),
    ("duplicate-pake3", "Pake3 with counter", "came again and was not acted on"),
    ("replayed-message", "the encrypted message with counter", "came again and was not acted on"),
    ("hostile-datagrams", "datagrams were dropped", "its message header cannot be read"),
    ("hour-of-traffic", "", "had to be sent again"),
  ])
  func aGoodRunSaysWhatWentWrongOnTheWay(name: String, first: String, second: String) throws {
    let diagnosis = tell(try trace(name)).diagnosis
    #expect(diagnosis.hasPrefix("paired in "))
    #expect(first.isEmpty || diagnosis.contains(first))
    #expect(second.isEmpty || diagnosis.contains(second))
  }

  @Test(arguments: [
    ("chip-good", "paired: the device confirmed the session"),
    ("loopback-good", "paired: the device confirmed the session; 0 of"),
    (
      "chip-wrong-passcode",
      "the commissioner used another passcode: it refused the device's cB"
    ),
    ("silent-device", "the handshake stops after PBKDFParamRequest"),
    ("window-timeout", "there is no PASE handshake in it"),
  ])
  func aCaptureOfTheWireIsDiagnosedToo(name: String, sentence: String) throws {
    let diagnosis = tell(capture(try trace(name))).diagnosis
    #expect(diagnosis.hasPrefix(sentence))
  }

  @Test func aDatagramThatTheCaptureSawTwiceIsToldOnce() throws {
    let once = capture(try trace("chip-lossy"))
    let twice = once.flatMap { [$0, $0] }
    let expected = tell(once)
    let told = tell(twice)
    #expect(told.lines == expected.lines)
    #expect(told.diagnosis == expected.diagnosis)
  }

  @Test func aRedactedTraceIsStillDiagnosed() throws {
    let sink = Sink()
    let writer = TraceWriter(isRedacted: true) { (block) throws(SystemError) in
      sink.bytes += block
    }
    for item in try trace("chip-wrong-passcode") {
      switch item {
      case .identity(_, let identity): _ = writer.addParty(name: "device", identity)
      case .event(let event):
        writer.write(
          PortEvent(time: event.time, content: event.content), of: event.party,
          between: event.addresses ?? nowhere)
      default: break
      }
    }
    var reader = try TraceReader(bytes: sink.bytes)
    var items: [TraceItem] = []
    while let item = try reader.next() { items.append(item) }
    let (lines, diagnosis) = tell(items)
    #expect(diagnosis.hasPrefix("the commissioner used another passcode"))
    #expect(values(lines).isEmpty)
  }

  private let nowhere = AddressPair(
    source: .loopback6(port: 1), destination: .loopback6(port: 2))

  private final class Sink {
    var bytes: [UInt8] = []
  }

  // MARK: Values

  @Test(arguments: ["loopback-good", "duplicate-pake3"])
  func bothSidesArriveAtTheSameValues(name: String) throws {
    let computed = values(tell(try trace(name)).lines)
    let commissioner = try #require(computed["commissioner"])
    let device = try #require(computed["device"])
    let shared = Set(commissioner.lines.map(\.name)).intersection(device.lines.map(\.name))
    #expect(
      shared.isSuperset(of: [
        "w0", "w1", "L", "X", "Y", "Z", "V", "Hash(TT)", "Ka", "Ke", "KcA", "KcB", "cA", "cB",
        "I2RKey",
        "R2IKey",
      ]))
    for name in shared {
      #expect(
        commissioner.lines.first { $0.name == name } == device.lines.first { $0.name == name })
    }
  }

  /// The shares and confirmations of a foreign stack are on the wire: what is computed here from
  /// this side's secrets must be what the other side sent.
  @Test(arguments: ["chip-good", "chip-lossy", "circuitmatter-good", "loopback-good"])
  func whatIsComputedIsWhatTheOtherSideSent(name: String) throws {
    let lines = tell(try trace(name)).lines
    let computed = values(lines)
    #expect(!computed.isEmpty)
    var sent: [String: FieldTree] = [:]
    for message in messages(lines) {
      guard case .members(let members) = message.message.fields else { continue }
      for member in members { sent[member.name] = member.value }
    }
    for values in computed.values {
      for (symbol, field) in [("X", "pA"), ("Y", "pB"), ("cA", "cA"), ("cB", "cB")] {
        #expect(values.lines.first { $0.name == symbol }?.value == sent[field])
      }
    }
  }

  @Test func anEncryptedMessageIsReadFromAFullTrace() throws {
    let lines = tell(try trace("loopback-good")).lines
    let secure = messages(lines).filter(\.message.isSecure)
    #expect(!secure.isEmpty)
    #expect(secure.allSatisfy { $0.message.isDecrypted })
    #expect(secure.contains { $0.message.payload == Array("Hello, device".utf8) })
  }

  @Test func aSessionKeyOpensACapture() throws {
    let items = try trace("loopback-good")
    let keys = try #require(values(tell(items).lines)["device"])
    let both = [keys.initiatorKey, keys.responderKey]
    let opened = messages(tell(capture(items), keys: both).lines).filter(\.message.isSecure)
    #expect(!opened.isEmpty)
    #expect(opened.allSatisfy { $0.message.isDecrypted })
    let closed = messages(tell(capture(items)).lines).filter(\.message.isSecure)
    #expect(closed.allSatisfy { !$0.message.isDecrypted })
  }

  @Test func aPasscodeIsCheckedAgainstTheConfirmation() throws {
    let items = try trace("circuitmatter-good").filter { item in
      // Without the order to pair, the passcode must come from elsewhere.
      guard case .event(let event) = item, case .input(.message(.command)) = event.content else {
        return true
      }
      return false
    }
    let order = try trace("circuitmatter-good").lazy.compactMap { item -> UInt32? in
      guard case .event(let event) = item,
        case .input(.message(.command(.pair(let order)))) = event.content
      else { return nil }
      return order.passcode
    }.first
    let passcode = try #require(order)
    let right = StoryLine.Content.note(
      party: "--passcode", "the device's cB matches the passcode that was given")
    let wrong = StoryLine.Content.note(
      party: "--passcode", "the device's cB does not match the passcode that was given")
    #expect(tell(items, passcode: passcode).lines.contains { $0.content == right })
    #expect(tell(items, passcode: 20_202_022).lines.contains { $0.content == wrong })
  }

  @Test func aListenersPasscodeChecksNothing() throws {
    let lines = tell(capture(try trace("loopback-good")), passcode: 20_202_021).lines
    #expect(
      lines.contains {
        if case .note("--passcode", let text) = $0.content {
          text.hasPrefix("the confirmations cannot be checked")
        } else {
          false
        }
      })
  }

  // MARK: The drawing

  @Test func theDrawingIsSafeToPassOn() throws {
    var diagram = SequenceDiagram()
    let (lines, diagnosis) = tell(try trace("loopback-good"))
    for line in lines { diagram.add(line) }
    let svg = diagram.svg(diagnosis: diagnosis + " <script>&\u{1}")
    #expect(svg.contains("PBKDFParamRequest"))
    #expect(svg.contains("commissioner"))
    #expect(!svg.contains("<script"))
    #expect(!svg.contains("\u{1}"))
    for values in values(lines).values {
      for line in values.lines { #expect(!svg.contains(line.value.line)) }
    }
    #expect(!svg.contains("Hello"))
    #expect(!svg.contains("20202021"))
  }
}
