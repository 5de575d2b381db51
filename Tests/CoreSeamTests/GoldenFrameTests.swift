import CoreDriver
import CoreSeam
import MatterBytes
import Testing

/// Frames against bytes written down by hand: what a trace of today holds must stay readable.
@Suite struct GoldenFrameTests {
  @Test func everyInputIsWrittenAsAgreed() throws {
    for (event, expected) in try GoldenFrames.inputs() {
      let frame = [UInt8](event.frame().bytes)
      #expect(frame == [UInt8](hex: expected), "\(event)")
      let body = Array(frame.dropFirst(4))
      #expect(try InEvent(frameBody: body.span) == event)
    }
  }

  @Test func everyOutputIsWrittenAsAgreed() throws {
    for (event, expected) in try GoldenFrames.outputs() {
      let frame = [UInt8](event.frame().bytes)
      #expect(frame == [UInt8](hex: expected), "\(event)")
      let body = Array(frame.dropFirst(4))
      #expect(try OutEvent(frameBody: body.span) == event)
    }
  }

  @Test func everyFailureIsWrittenAsAgreed() throws {
    for (failure, expected) in GoldenFrames.failures {
      var bytes = BoundedBytes<16>()
      try failure.encode(into: &bytes)
      #expect([UInt8](bytes) == [UInt8](hex: expected))
    }
  }

  @Test func aBodyCutShortAnywhereIsRefused() throws {
    for (event, _) in try GoldenFrames.inputs() {
      let body = Array([UInt8](event.frame().bytes).dropFirst(4))
      for length in body.indices {
        let part = Array(body[..<length])
        #expect(throws: length == 0 ? SeamError.emptyFrame : .truncated) {
          try InEvent(frameBody: part.span)
        }
      }
    }
    for (event, _) in try GoldenFrames.outputs() {
      let body = Array([UInt8](event.frame().bytes).dropFirst(4))
      for length in body.indices {
        let part = Array(body[..<length])
        #expect(throws: length == 0 ? SeamError.emptyFrame : .truncated) {
          try OutEvent(frameBody: part.span)
        }
      }
    }
  }

  @Test func aByteTooManyIsRefused() throws {
    for (event, _) in try GoldenFrames.inputs() {
      let body = Array([UInt8](event.frame().bytes).dropFirst(4)) + [0]
      #expect(throws: SeamError.trailingBytes) { try InEvent(frameBody: body.span) }
    }
    for (event, _) in try GoldenFrames.outputs() {
      let body = Array([UInt8](event.frame().bytes).dropFirst(4)) + [0]
      #expect(throws: SeamError.trailingBytes) { try OutEvent(frameBody: body.span) }
    }
  }

  @Test func theTwoDirectionsShareNoPort() throws {
    for (event, _) in try GoldenFrames.inputs() {
      let body = Array([UInt8](event.frame().bytes).dropFirst(4))
      #expect(throws: SeamError.unknownPort) { try OutEvent(frameBody: body.span) }
    }
    for (event, _) in try GoldenFrames.outputs() {
      let body = Array([UInt8](event.frame().bytes).dropFirst(4))
      #expect(throws: SeamError.unknownPort) { try InEvent(frameBody: body.span) }
    }
  }

  @Test(
    arguments: [
      "01 02", "01 01 06", "01 01 01 02", "01 01 04 07000000 3412 02",
      "01 01 04 07000000 3412 01 7856 02",
      "01 01 04 07000000 3412 00 0400 09 02",
    ])
  func aByteThatChoosesNothingIsRefused(_ body: String) {
    let bytes = [UInt8](hex: body)
    #expect(throws: SeamError.unknownCase) { try InEvent(frameBody: bytes.span) }
  }

  @Test(
    arguments: [
      // A datagram of 1,233 bytes, entropy of 65, a salt of 33, a payload of 1,179.
      ("01 00 01020304 D104", 1233), ("03 4100", 65), ("01 01 01 00 25423401 E8030000 2100", 33),
      ("01 01 04 07000000 3412 00 0400 09 01 00 9B04", 1179), ("01 01 01 01 6200", 98),
    ])
  func moreBytesThanATypeHoldsAreRefused(_ head: String, _ count: Int) {
    let bytes = [UInt8](hex: head) + [UInt8](repeating: 0, count: count + 64)
    #expect(throws: SeamError.tooLong) { try InEvent(frameBody: bytes.span) }
  }

  @Test func noValueIsLongerThanTheLargestFrame() throws {
    let datagram = Datagram(peer: GoldenFrames.peer, bytes: try BoundedBytes(zeros: 1232))
    #expect(OutEvent.message(.datagram(datagram)).frame().bytes.count == 1244)
    #expect(Frame.largestBody == 1240)
    let received = ReceivedMessage(
      session: 1, exchange: GoldenFrames.exchange, protocolID: 4, opcode: 1,
      payload: try BoundedBytes(zeros: 1206))
    #expect(OutEvent.message(.notice(.messageReceived(received))).frame().bytes.count < 1244)
    let order = SendOrder(
      token: 1, session: 1, exchange: GoldenFrames.exchange, protocolID: 4, opcode: 1,
      isReliable: true, endsExchange: true, payload: try BoundedBytes(zeros: 1178))
    #expect(InEvent.message(.command(.send(order))).frame().bytes.count < 1244)
  }

  @Test func noMutatedFrameTraps() throws {
    let bodies =
      try GoldenFrames.inputs().map { Array([UInt8]($0.event.frame().bytes).dropFirst(4)) }
      + GoldenFrames.outputs().map { Array([UInt8]($0.event.frame().bytes).dropFirst(4)) }
    var generator = SplitMix64(seed: 77)
    var understood = 0
    for _ in 0..<100_000 {
      var body = bodies[Int.random(in: bodies.indices, using: &generator)]
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: body.indices, using: &generator)
        body[index] = UInt8.random(in: .min ... .max, using: &generator)
      }
      if Bool.random(using: &generator) {
        body = Array(body.prefix(Int.random(in: 1...body.count, using: &generator)))
      }
      // What is understood is written as it was read: there is one encoding for each value.
      if let event = try? InEvent(frameBody: body.span) {
        #expect(Array([UInt8](event.frame().bytes).dropFirst(4)) == body)
        understood += 1
      }
      if let event = try? OutEvent(frameBody: body.span) {
        #expect(Array([UInt8](event.frame().bytes).dropFirst(4)) == body)
        understood += 1
      }
    }
    #expect(understood > 10_000)
  }
}
