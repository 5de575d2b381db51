import CoreSeam
import MatterBytes
import MatterCrypto

/// What stands for the seam in a trace: two programs with the same hash write and read the same
/// frames.
///
/// The hash is SHA-256 over a list of frames, one for every port, case and enumeration of the
/// seam, with values in which every byte differs from its neighbours. It is thus made by the frame
/// codec itself: a field that is added, moved or widened, and a case that is renumbered, changes it.
public enum SeamIdentity {
  /// The hash of the seam that this program was built with, 32 bytes.
  public static let hash: [UInt8] = hash(of: samples)

  private static func hash(of samples: [PortEvent.Content]) -> [UInt8] {
    var hash = SHA256()
    for content in samples {
      let body = content.frameBody
      var length: [UInt8] = []
      length.append(littleEndian: UInt32(body.count))
      hash.update(length.span)
      hash.update(body.span)
    }
    let digest = hash.finish()
    return digest.span.copied()
  }

  private static var samples: [PortEvent.Content] {
    inputs.map { .input($0) } + outputs.map { .output($0) }
      + notices.map {
        .output(.message(.notice($0)))
      }
  }

  private static var inputs: [InEvent] {
    [
      .clock(0x0102_0304_0506_0708), .entropy(bytes(5)),
      .message(.datagram(Datagram(peer: peer, bytes: bytes(7)))),
    ]
      + commands.map { .message(.command($0)) }
  }

  private static var outputs: [OutEvent] {
    [
      .deadline(nil), .deadline(0x0102_0304_0506_0708), .entropyWanted(0x0102_0304),
      .message(.datagram(Datagram(peer: peer, bytes: bytes(7)))),
    ]
  }

  private static var commands: [Command] {
    let configuration = NodeConfiguration(
      idleIntervalMilliseconds: 0x0102_0304, activeIntervalMilliseconds: 0x0506_0708,
      activeThresholdMilliseconds: 0x090A, dataModelRevision: 0x0B0C,
      interactionModelRevision: 0x0D0E, specificationVersion: 0x0F10_1112,
      maxPathsPerInvoke: 0x1314, reportsMessages: true)
    let windows = [WindowSecret.passcode(0x0102_0304), .verifier(bytes(64))].map {
      Command.openWindow(
        WindowOrder(
          secret: $0, iterations: 0x0506_0708, salt: bytes(16), durationSeconds: 0x090A))
    }
    let sends = [exchange, nil].map {
      Command.send(
        SendOrder(
          token: 0x0102_0304, session: 0x0506, exchange: $0, protocolID: 0x0708, opcode: 9,
          isReliable: true, endsExchange: false, payload: bytes(3)))
    }
    return windows + sends + [
      .configure(configuration), .closeWindow, .closeSession(session: 0x0102),
      .pair(PairOrder(peer: peer, passcode: 0x0506_0708)),
    ]
  }

  private static var notices: [Notice] {
    let parameters = PeerParameters(
      idleIntervalMilliseconds: 0x0102_0304, activeIntervalMilliseconds: 0x0506_0708,
      activeThresholdMilliseconds: 0x090A)
    let sessions = [Role.initiator, .responder].map {
      Notice.sessionEstablished(
        EstablishedSession(
          session: 0x0102, peerSession: 0x0304, role: $0, peer: peer, parameters: parameters))
    }
    let received = Notice.messageReceived(
      ReceivedMessage(
        session: 0x0102, exchange: exchange, protocolID: 0x0304_0506, opcode: 7,
        payload: bytes(3)))
    return sessions + [.windowOpened(untilMicroseconds: 0x0102_0304_0506_0708), received]
      + WindowClosure.allCases.map { .windowClosed($0) }
      + HandshakeStep.allCases.map { .handshakeProgress(role: .initiator, peer: peer, step: $0) }
      + failures.map {
        .pairingFailed(role: .responder, peer: peer, failure: $0, failedAttempts: 0x7F)
      }
      + DeliveryOutcome.allCases.map {
        .delivery(token: 0x0102_0304, exchange: exchange, outcome: $0)
      }
      + SessionClosure.allCases.map { .sessionClosed(session: 0x0102, reason: $0) }
      + InputRejection.allCases.map { .inputRejected($0) }
      + fates.map { .messageProcessed(report($0)) }
  }

  private static var failures: [PairingFailure] {
    [
      .wrongPasscode, .peerReported(generalCode: 0x0102, protocolCode: 0x0304),
      .busy(minimumWaitMilliseconds: nil), .busy(minimumWaitMilliseconds: 0x0102),
      .noAcknowledgement, .responseTimeout, .handshakeTimeout, .malformedMessage(opcode: 1),
      .unexpectedMessage(opcode: 2), .randomMismatch, .unsupportedPasscodeID, .invalidPoint,
      .insufficientEntropy, .noResources, .windowClosed,
    ]
  }

  private static var fates: [MessageFate] {
    [.sent, .retransmitted, .accepted, .duplicate] + DropReason.allCases.map { .dropped($0) }
  }

  private static func report(_ fate: MessageFate) -> MessageReport {
    MessageReport(
      fate: fate, peer: peer, session: 0x0506, messageCounter: 0x0708_090A, exchange: 0x0B0C,
      protocolID: 0x0D0E_0F10, opcode: 0x11, acknowledgedCounter: 0x1213_1415,
      needsAcknowledgement: true, byteCount: 0x1617, transmission: 0x18)
  }

  private static let peer = PeerHandle(rawValue: 0x0102_0304)
  private static let exchange = ExchangeReference(id: 0x0506, role: .responder)

  private static func bytes<let capacity: Int>(_ count: Int) -> BoundedBytes<capacity> {
    var bytes = BoundedBytes<capacity>()
    do {
      for index in 0..<count { try bytes.append(UInt8(0xA0 + index)) }
    } catch {
      preconditionFailure("the samples fit")
    }
    return bytes
  }
}
