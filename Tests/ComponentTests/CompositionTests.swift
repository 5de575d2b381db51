import CoreDriver
import CoreSeam
import Foundation
import HostShell
import MatterBytes
import Testing

/// Two cores and a wire, composed: `run` pairs them and has them talk.
struct CompositionTests {
  /// A run, and what crossed the seams in it.
  private func crossed() throws -> CrossedFrames {
    let folder = try ScratchFolder()
    let record = folder.file("crossed")
    let composition = try Artefacts.file("composed.wasm").path
    let run = try Program.tool("wasm-composed", [composition, record.path])
    try #require(run.status == 0, "\(run.lines) \(run.complaints)")
    #expect(run.lines == ["ok"])
    return try CrossedFrames(try Data(contentsOf: record))
  }

  @Test(arguments: CrossedFrames.Side.allCases)
  func aNativeCoreGivenTheSameEmitsTheSame(side: CrossedFrames.Side) throws {
    let crossed = try crossed()
    let core = try Program.run(
      Artefacts.product("matter-core"), input: Data(crossed.bytes(of: side, isInput: true)))
    #expect(core.status == 0)
    #expect(!core.output.isEmpty)
    let isSame = Array(core.output) == crossed.bytes(of: side, isInput: false)
    #expect(isSame)
  }

  @Test func eachPartyReceivesWhatTheOtherSends() throws {
    let crossed = try crossed()
    let commissioner = try crossed.events(of: .commissioner)
    let device = try crossed.events(of: .device)
    let isEqual = received(by: device) == sent(by: commissioner)
    #expect(sent(by: commissioner).count >= 6)
    #expect(isEqual)
    // The wire is left before the device's last acknowledgement would arrive.
    let arrived = received(by: commissioner)
    let isBeginning = arrived == Array(sent(by: device).prefix(arrived.count))
    #expect(arrived.count >= 4)
    #expect(isBeginning)
  }

  @Test func theEntropyIsThatOfTheHostForTheSameSeed() throws {
    let crossed = try crossed()
    for (side, stream) in [(CrossedFrames.Side.commissioner, 1), (.device, 2)] {
      var source = SeededEntropy(seed: 1, stream: UInt64(stream))
      let drawn = try crossed.events(of: side).compactMap { event -> BoundedBytes<64>? in
        guard case .input(.entropy(let bytes)) = event else { return nil }
        return bytes
      }
      #expect(drawn.count >= 4)
      #expect(drawn == drawn.map { source.draw($0.count) })
    }
  }

  @Test func anEncryptedMessageGoesThereAndBackAndTheSessionEnds() throws {
    let crossed = try crossed()
    let commissioner = notices(of: try crossed.events(of: .commissioner))
    let device = notices(of: try crossed.events(of: .device))
    #expect(payloads(in: device) == ["turn on"])
    #expect(payloads(in: commissioner) == ["turn on"])
    let isClosed = device.contains {
      guard case .sessionClosed(_, reason: .peer) = $0 else { return false }
      return true
    }
    #expect(isClosed)
  }

  @Test func aBrokenWireMakesTheRunFailWithAReason() throws {
    let broken = try Artefacts.file("composed-broken.wasm").path
    let run = try Program.tool("wasm-composed", [broken])
    #expect(run.status == 1)
    #expect(run.lines == ["device: pairing failed: a message cannot be read"])
  }

  @Test func aCompositionWithAnImportIsNotRun() throws {
    let core = try Artefacts.file("matter-core.component.wasm").path
    let run = try Program.tool("wasm-composed", [core])
    #expect(run.status == 66)
    #expect(run.complaints.count == 1)
  }

  // MARK: events

  private func sent(by events: [CrossedFrames.Event]) -> [BoundedBytes<1232>] {
    events.compactMap { event in
      guard case .output(.message(.datagram(let datagram))) = event else { return nil }
      return datagram.bytes
    }
  }

  private func received(by events: [CrossedFrames.Event]) -> [BoundedBytes<1232>] {
    events.compactMap { event in
      guard case .input(.message(.datagram(let datagram))) = event else { return nil }
      return datagram.bytes
    }
  }

  private func notices(of events: [CrossedFrames.Event]) -> [Notice] {
    events.compactMap { event in
      guard case .output(.message(.notice(let notice))) = event else { return nil }
      return notice
    }
  }

  private func payloads(in notices: [Notice]) -> [String] {
    notices.compactMap { notice in
      guard case .messageReceived(let message) = notice else { return nil }
      let span = message.payload.span
      return String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
    }
  }
}
