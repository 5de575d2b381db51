// Generated from aadl/; change the model, then run `matter-sim model swift`.
public import MatterBytes

/// Why the core did not act on an input. Its state is as before, but for entropy that fits.
public enum InputRejection: Error, Equatable, Sendable {
  /// `clock_in` gave an earlier time than before.
  case clockWentBack
  /// A message came before the first `clock_in`.
  case clockMissing
  /// An interval is 0 or above 3,600,000 ms.
  case invalidConfiguration
  /// The passcode is out of range or one of those forbidden.
  case invalidPasscode
  /// The verifier is not 97 bytes, or its w0 or L is not valid.
  case invalidVerifier
  /// The iterations are not within 1,000...100,000.
  case invalidIterations
  /// The salt is not of 16...32 bytes.
  case invalidSalt
  /// The window's duration is not within 180...900 s.
  case invalidDuration
  /// There is no window to close.
  case noWindow
  /// One pairing as commissioner runs already.
  case pairingInProgress
  /// There is no session of that id.
  case unknownSession
  /// There is no exchange of that id and role in the session.
  case unknownExchange
  /// The exchange still waits for the acknowledgement of an earlier message.
  case exchangeBusy
  /// All exchanges are in use.
  case noFreeExchange
  /// `entropy_in` gave more than the pool can hold: it has taken what fits, and is full.
  case entropyPoolFull
  /// Secure-channel messages are the core's own: the application may not send them.
  case reservedProtocol
}

extension InputRejection: SeamValue {
  public func encode<let capacity: Int>(
    into output: inout BoundedBytes<capacity>
  ) throws(ByteError) {
    switch self {
    case .clockWentBack:
      try output.append(0)
    case .clockMissing:
      try output.append(1)
    case .invalidConfiguration:
      try output.append(2)
    case .invalidPasscode:
      try output.append(3)
    case .invalidVerifier:
      try output.append(4)
    case .invalidIterations:
      try output.append(5)
    case .invalidSalt:
      try output.append(6)
    case .invalidDuration:
      try output.append(7)
    case .noWindow:
      try output.append(8)
    case .pairingInProgress:
      try output.append(9)
    case .unknownSession:
      try output.append(10)
    case .unknownExchange:
      try output.append(11)
    case .exchangeBusy:
      try output.append(12)
    case .noFreeExchange:
      try output.append(13)
    case .entropyPoolFull:
      try output.append(14)
    case .reservedProtocol:
      try output.append(15)
    }
  }

  public init(from reader: inout ByteReader) throws(SeamError) {
    switch try UInt8(from: &reader) {
    case 0: self = .clockWentBack
    case 1: self = .clockMissing
    case 2: self = .invalidConfiguration
    case 3: self = .invalidPasscode
    case 4: self = .invalidVerifier
    case 5: self = .invalidIterations
    case 6: self = .invalidSalt
    case 7: self = .invalidDuration
    case 8: self = .noWindow
    case 9: self = .pairingInProgress
    case 10: self = .unknownSession
    case 11: self = .unknownExchange
    case 12: self = .exchangeBusy
    case 13: self = .noFreeExchange
    case 14: self = .entropyPoolFull
    case 15: self = .reservedProtocol
    default: throw .unknownCase
    }
  }
}

#if !hasFeature(Embedded)
  extension InputRejection: CaseIterable {}
#endif
