// Generated from aadl/; change the model, then run `matter-sim model swift`.
import CoreSeam
import MatterBytes

extension PeerHandle: SeamSample {
  static var samples: [PeerHandle] {
    [
      PeerHandle(rawValue: .low),
      PeerHandle(rawValue: .high),
    ]
  }
}

extension Datagram: SeamSample {
  static var samples: [Datagram] {
    [
      Datagram(peer: .low, bytes: .low),
      Datagram(peer: .high, bytes: .high),
    ]
  }
}

extension NodeConfiguration: SeamSample {
  static var samples: [NodeConfiguration] {
    [
      NodeConfiguration(
        idleIntervalMilliseconds: .low, activeIntervalMilliseconds: .low,
        activeThresholdMilliseconds: .low, dataModelRevision: .low, interactionModelRevision: .low,
        specificationVersion: .low, maxPathsPerInvoke: .low, reportsMessages: .low),
      NodeConfiguration(
        idleIntervalMilliseconds: .high, activeIntervalMilliseconds: .high,
        activeThresholdMilliseconds: .high, dataModelRevision: .high,
        interactionModelRevision: .high, specificationVersion: .high, maxPathsPerInvoke: .high,
        reportsMessages: .high),
    ]
  }
}

extension WindowSecret: SeamSample {
  static var samples: [WindowSecret] {
    [
      .passcode(.low),
      .passcode(.high),
      .verifier(.low),
      .verifier(.high),
    ]
  }
}

extension WindowOrder: SeamSample {
  static var samples: [WindowOrder] {
    [
      WindowOrder(secret: .low, iterations: .low, salt: .low, durationSeconds: .low),
      WindowOrder(secret: .high, iterations: .high, salt: .high, durationSeconds: .high),
    ]
  }
}

extension PairOrder: SeamSample {
  static var samples: [PairOrder] {
    [
      PairOrder(peer: .low, passcode: .low),
      PairOrder(peer: .high, passcode: .high),
    ]
  }
}

extension Role: SeamSample {
  static var samples: [Role] {
    [
      .initiator,
      .responder,
    ]
  }
}

extension ExchangeReference: SeamSample {
  static var samples: [ExchangeReference] {
    [
      ExchangeReference(id: .low, role: .low),
      ExchangeReference(id: .high, role: .high),
    ]
  }
}

extension SendOrder: SeamSample {
  static var samples: [SendOrder] {
    [
      SendOrder(
        token: .low, session: .low, exchange: .low, protocolID: .low, opcode: .low,
        isReliable: .low, endsExchange: .low, payload: .low),
      SendOrder(
        token: .high, session: .high, exchange: .high, protocolID: .high, opcode: .high,
        isReliable: .high, endsExchange: .high, payload: .high),
    ]
  }
}

extension Command: SeamSample {
  static var samples: [Command] {
    [
      .configure(.low),
      .configure(.high),
      .openWindow(.low),
      .openWindow(.high),
      .closeWindow,
      .pair(.low),
      .pair(.high),
      .send(.low),
      .send(.high),
      .closeSession(session: .low),
      .closeSession(session: .high),
    ]
  }
}

extension MessageIn: SeamSample {
  static var samples: [MessageIn] {
    [
      .datagram(.low),
      .datagram(.high),
      .command(.low),
      .command(.high),
    ]
  }
}

extension WindowClosure: SeamSample {
  static var samples: [WindowClosure] {
    [
      .timeout,
      .commanded,
      .attemptsExhausted,
      .sessionEstablished,
    ]
  }
}

extension HandshakeStep: SeamSample {
  static var samples: [HandshakeStep] {
    [
      .requestAccepted,
      .responseAccepted,
      .pake1Sent,
      .pake2Sent,
      .pake3Sent,
    ]
  }
}

extension PeerParameters: SeamSample {
  static var samples: [PeerParameters] {
    [
      PeerParameters(
        idleIntervalMilliseconds: .low, activeIntervalMilliseconds: .low,
        activeThresholdMilliseconds: .low),
      PeerParameters(
        idleIntervalMilliseconds: .high, activeIntervalMilliseconds: .high,
        activeThresholdMilliseconds: .high),
    ]
  }
}

extension EstablishedSession: SeamSample {
  static var samples: [EstablishedSession] {
    [
      EstablishedSession(
        session: .low, peerSession: .low, role: .low, peer: .low, parameters: .low),
      EstablishedSession(
        session: .high, peerSession: .high, role: .high, peer: .high, parameters: .high),
    ]
  }
}

extension PairingFailure: SeamSample {
  static var samples: [PairingFailure] {
    [
      .wrongPasscode,
      .peerReported(generalCode: .low, protocolCode: .low),
      .peerReported(generalCode: .high, protocolCode: .high),
      .busy(minimumWaitMilliseconds: .low),
      .busy(minimumWaitMilliseconds: .high),
      .noAcknowledgement,
      .responseTimeout,
      .handshakeTimeout,
      .malformedMessage(opcode: .low),
      .malformedMessage(opcode: .high),
      .unexpectedMessage(opcode: .low),
      .unexpectedMessage(opcode: .high),
      .randomMismatch,
      .unsupportedPasscodeID,
      .invalidPoint,
      .insufficientEntropy,
      .noResources,
      .windowClosed,
    ]
  }
}

extension ReceivedMessage: SeamSample {
  static var samples: [ReceivedMessage] {
    [
      ReceivedMessage(session: .low, exchange: .low, protocolID: .low, opcode: .low, payload: .low),
      ReceivedMessage(
        session: .high, exchange: .high, protocolID: .high, opcode: .high, payload: .high),
    ]
  }
}

extension DeliveryOutcome: SeamSample {
  static var samples: [DeliveryOutcome] {
    [
      .sent,
      .acknowledged,
      .unacknowledged,
      .sessionClosed,
    ]
  }
}

extension SessionClosure: SeamSample {
  static var samples: [SessionClosure] {
    [
      .peer,
      .commanded,
      .evicted,
      .counterExhausted,
    ]
  }
}

extension InputRejection: SeamSample {
  static var samples: [InputRejection] {
    [
      .clockWentBack,
      .clockMissing,
      .invalidConfiguration,
      .invalidPasscode,
      .invalidVerifier,
      .invalidIterations,
      .invalidSalt,
      .invalidDuration,
      .noWindow,
      .pairingInProgress,
      .unknownSession,
      .unknownExchange,
      .exchangeBusy,
      .noFreeExchange,
      .entropyPoolFull,
      .reservedProtocol,
    ]
  }
}

extension DropReason: SeamSample {
  static var samples: [DropReason] {
    [
      .malformedHeader,
      .unsupportedSessionType,
      .wrongAddressing,
      .unknownSession,
      .authenticationFailed,
      .malformedProtocolHeader,
      .unknownExchange,
      .missingAcknowledgement,
      .noResources,
      .notListening,
    ]
  }
}

extension MessageFate: SeamSample {
  static var samples: [MessageFate] {
    [
      .sent,
      .retransmitted,
      .accepted,
      .duplicate,
      .dropped(.low),
      .dropped(.high),
    ]
  }
}

extension MessageReport: SeamSample {
  static var samples: [MessageReport] {
    [
      MessageReport(
        fate: .low, peer: .low, session: .low, messageCounter: .low, exchange: .low,
        protocolID: .low, opcode: .low, acknowledgedCounter: .low, needsAcknowledgement: .low,
        byteCount: .low, transmission: .low),
      MessageReport(
        fate: .high, peer: .high, session: .high, messageCounter: .high, exchange: .high,
        protocolID: .high, opcode: .high, acknowledgedCounter: .high, needsAcknowledgement: .high,
        byteCount: .high, transmission: .high),
    ]
  }
}

extension Notice: SeamSample {
  static var samples: [Notice] {
    [
      .windowOpened(untilMicroseconds: .low),
      .windowOpened(untilMicroseconds: .high),
      .windowClosed(.low),
      .windowClosed(.high),
      .handshakeProgress(role: .low, peer: .low, step: .low),
      .handshakeProgress(role: .high, peer: .high, step: .high),
      .sessionEstablished(.low),
      .sessionEstablished(.high),
      .pairingFailed(role: .low, peer: .low, failure: .low, failedAttempts: .low),
      .pairingFailed(role: .high, peer: .high, failure: .high, failedAttempts: .high),
      .messageReceived(.low),
      .messageReceived(.high),
      .delivery(token: .low, exchange: .low, outcome: .low),
      .delivery(token: .high, exchange: .high, outcome: .high),
      .sessionClosed(session: .low, reason: .low),
      .sessionClosed(session: .high, reason: .high),
      .inputRejected(.low),
      .inputRejected(.high),
      .messageProcessed(.low),
      .messageProcessed(.high),
    ]
  }
}

extension MessageOut: SeamSample {
  static var samples: [MessageOut] {
    [
      .datagram(.low),
      .datagram(.high),
      .notice(.low),
      .notice(.high),
    ]
  }
}

extension InEvent: EventSample {
  static var samples: [InEvent] {
    var samples: [InEvent] = []
    for value in MessageIn.samples {
      samples.append(.message(value))
    }
    for value in UInt64.samples {
      samples.append(.clock(value))
    }
    for value in BoundedBytes<64>.samples {
      samples.append(.entropy(value))
    }
    return samples
  }
}

extension OutEvent: EventSample {
  static var samples: [OutEvent] {
    var samples: [OutEvent] = []
    for value in MessageOut.samples {
      samples.append(.message(value))
    }
    for value in Optional<UInt64>.samples {
      samples.append(.deadline(value))
    }
    for value in UInt32.samples {
      samples.append(.entropyWanted(value))
    }
    return samples
  }
}
