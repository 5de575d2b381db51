import MatterBytes
import MatterWire

// The messages hold bytes in place, which the library does not compare.

extension PBKDFParamRequest: Equatable {
  public static func == (left: PBKDFParamRequest, right: PBKDFParamRequest) -> Bool {
    left.initiatorRandom.span.hasSameBytes(as: right.initiatorRandom.span)
      && left.initiatorSessionID == right.initiatorSessionID
      && left.passcodeID == right.passcodeID
      && left.hasPBKDFParameters == right.hasPBKDFParameters
      && left.sessionParameters == right.sessionParameters
  }
}

extension PBKDFParamResponse: Equatable {
  public static func == (left: PBKDFParamResponse, right: PBKDFParamResponse) -> Bool {
    left.initiatorRandom.span.hasSameBytes(as: right.initiatorRandom.span)
      && left.responderRandom.span.hasSameBytes(as: right.responderRandom.span)
      && left.responderSessionID == right.responderSessionID
      && left.pbkdfParameters == right.pbkdfParameters
      && left.sessionParameters == right.sessionParameters
  }
}

extension Pake1: Equatable {
  public static func == (left: Pake1, right: Pake1) -> Bool {
    left.pA.span.hasSameBytes(as: right.pA.span)
  }
}

extension Pake2: Equatable {
  public static func == (left: Pake2, right: Pake2) -> Bool {
    left.pB.span.hasSameBytes(as: right.pB.span) && left.cB.span.hasSameBytes(as: right.cB.span)
  }
}

extension Pake3: Equatable {
  public static func == (left: Pake3, right: Pake3) -> Bool {
    left.cA.span.hasSameBytes(as: right.cA.span)
  }
}
