import CoreSeam
import MatterWire
import Testing

/// A value that differs from the right one in a single bit is as wrong as one that differs in all.
@Suite struct RefusedByOneBitTests {
  @Test func aResponseMustEchoEveryByteOfTheRandom() throws {
    for byte in 0..<32 {
      let device = try ScriptedDevice(pairing: TimedNode())
      var echo = try #require(device.request).initiatorRandom
      echo[byte] ^= 1 << UInt8(byte % 8)
      try device.respond(.init(echo: echo))
      #expect(device.timed.notices.failures.map(\.failure) == [.randomMismatch], "byte \(byte)")
    }
  }

  @Test func noPasscodeIDButZeroIsSupported() throws {
    for passcodeID in (0..<16).map({ UInt16(1) << $0 }) + [.max] {
      let timed = TimedNode()
      try timed.openWindow()
      let peer = ScriptedCommissioner(timed)
      try peer.send(.pbkdfParamRequest, try peer.requestBytes(passcodeID: passcodeID))
      #expect(
        timed.notices.failures.map(\.failure) == [.unsupportedPasscodeID], "id \(passcodeID)")
      #expect(try peer.take().map(\.report) == [.invalidParameter])
    }
  }
}
