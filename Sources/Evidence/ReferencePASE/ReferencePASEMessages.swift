/// How a passcode is to be stretched.
package struct ReferencePBKDFParameters: Equatable, Sendable {
  package let iterations: UInt32
  package let salt: [UInt8]

  package init(iterations: UInt32, salt: [UInt8]) {
    self.iterations = iterations
    self.salt = salt
  }
}

/// A party's reliable-messaging intervals in milliseconds, as it tells them in PASE.
package struct ReferenceSessionParameters: Equatable, Sendable {
  package let idleInterval: UInt32
  package let activeInterval: UInt32
  package let activeThreshold: UInt16

  package init(idleInterval: UInt32, activeInterval: UInt32, activeThreshold: UInt16) {
    self.idleInterval = idleInterval
    self.activeInterval = activeInterval
    self.activeThreshold = activeThreshold
  }

  fileprivate var structure: ReferenceTLV {
    .structure([
      .init(1, .unsigned(UInt64(idleInterval))), .init(2, .unsigned(UInt64(activeInterval))),
      .init(3, .unsigned(UInt64(activeThreshold))),
    ])
  }

  /// What the peer leaves out has the defaults of the protocol.
  fileprivate init(_ structure: ReferenceTLV) throws(ReferenceError) {
    idleInterval = try narrow(structure[1]?.unsigned ?? 500)
    activeInterval = try narrow(structure[2]?.unsigned ?? 300)
    activeThreshold = try narrow(structure[3]?.unsigned ?? 4000)
  }
}

package struct ReferencePBKDFParamRequest: Equatable {
  package let initiatorRandom: [UInt8]
  package let initiatorSessionID: UInt16
  package let passcodeID: UInt16
  package let hasParameters: Bool
  package let sessionParameters: ReferenceSessionParameters?

  package init(
    initiatorRandom: [UInt8], initiatorSessionID: UInt16, hasParameters: Bool,
    sessionParameters: ReferenceSessionParameters?
  ) {
    self.initiatorRandom = initiatorRandom
    self.initiatorSessionID = initiatorSessionID
    self.passcodeID = 0
    self.hasParameters = hasParameters
    self.sessionParameters = sessionParameters
  }

  package var encoded: [UInt8] {
    let fixed: [ReferenceTLV.Member] = [
      .init(1, .octets(initiatorRandom)), .init(2, .unsigned(UInt64(initiatorSessionID))),
      .init(3, .unsigned(UInt64(passcodeID))), .init(4, .boolean(hasParameters)),
    ]
    let optional = sessionParameters.map { [ReferenceTLV.Member(5, $0.structure)] } ?? []
    return ReferenceTLV.structure(fixed + optional).encoded
  }

  package init(decoding payload: [UInt8]) throws(ReferenceError) {
    let message = try ReferenceTLV(decoding: payload)
    initiatorRandom = try octets(message[1], count: 32)
    initiatorSessionID = try narrow(message[2]?.unsigned)
    passcodeID = try narrow(message[3]?.unsigned)
    guard let hasParameters = message[4]?.boolean else { throw .malformed }
    self.hasParameters = hasParameters
    sessionParameters = try parameters(message[5])
    guard passcodeID == 0, initiatorSessionID != 0 else { throw .malformed }
  }
}

package struct ReferencePBKDFParamResponse: Equatable {
  package let initiatorRandom: [UInt8]
  package let responderRandom: [UInt8]
  package let responderSessionID: UInt16
  package let parameters: ReferencePBKDFParameters?
  package let sessionParameters: ReferenceSessionParameters?

  package init(
    initiatorRandom: [UInt8], responderRandom: [UInt8], responderSessionID: UInt16,
    parameters: ReferencePBKDFParameters?, sessionParameters: ReferenceSessionParameters?
  ) {
    self.initiatorRandom = initiatorRandom
    self.responderRandom = responderRandom
    self.responderSessionID = responderSessionID
    self.parameters = parameters
    self.sessionParameters = sessionParameters
  }

  package var encoded: [UInt8] {
    var members: [ReferenceTLV.Member] = [
      .init(1, .octets(initiatorRandom)), .init(2, .octets(responderRandom)),
      .init(3, .unsigned(UInt64(responderSessionID))),
    ]
    if let parameters {
      members.append(
        .init(
          4,
          .structure([
            .init(1, .unsigned(UInt64(parameters.iterations))),
            .init(2, .octets(parameters.salt)),
          ])))
    }
    if let sessionParameters { members.append(.init(5, sessionParameters.structure)) }
    return ReferenceTLV.structure(members).encoded
  }

  package init(decoding payload: [UInt8]) throws(ReferenceError) {
    let message = try ReferenceTLV(decoding: payload)
    initiatorRandom = try octets(message[1], count: 32)
    responderRandom = try octets(message[2], count: 32)
    responderSessionID = try narrow(message[3]?.unsigned)
    guard responderSessionID != 0 else { throw .malformed }
    sessionParameters = try ReferencePASE.parameters(message[5])
    guard let stretching = message[4] else {
      parameters = nil
      return
    }
    let iterations: UInt32 = try narrow(stretching[1]?.unsigned)
    guard let salt = stretching[2]?.octets else { throw .malformed }
    guard (1000...100_000).contains(iterations), (16...32).contains(salt.count) else {
      throw .malformed
    }
    parameters = ReferencePBKDFParameters(iterations: iterations, salt: salt)
  }
}

package struct ReferencePake1: Equatable {
  package let pA: [UInt8]

  package init(pA: [UInt8]) {
    self.pA = pA
  }

  package var encoded: [UInt8] { ReferenceTLV.structure([.init(1, .octets(pA))]).encoded }

  package init(decoding payload: [UInt8]) throws(ReferenceError) {
    pA = try octets(ReferenceTLV(decoding: payload)[1], count: 65)
  }
}

package struct ReferencePake2: Equatable {
  package let pB: [UInt8]
  package let cB: [UInt8]

  package init(pB: [UInt8], cB: [UInt8]) {
    self.pB = pB
    self.cB = cB
  }

  package var encoded: [UInt8] {
    ReferenceTLV.structure([.init(1, .octets(pB)), .init(2, .octets(cB))]).encoded
  }

  package init(decoding payload: [UInt8]) throws(ReferenceError) {
    let message = try ReferenceTLV(decoding: payload)
    pB = try octets(message[1], count: 65)
    cB = try octets(message[2], count: 32)
  }
}

package struct ReferencePake3: Equatable {
  package let cA: [UInt8]

  package init(cA: [UInt8]) {
    self.cA = cA
  }

  package var encoded: [UInt8] { ReferenceTLV.structure([.init(1, .octets(cA))]).encoded }

  package init(decoding payload: [UInt8]) throws(ReferenceError) {
    cA = try octets(ReferenceTLV(decoding: payload)[1], count: 32)
  }
}

private func octets(_ value: ReferenceTLV?, count: Int) throws(ReferenceError) -> [UInt8] {
  guard let bytes = value?.octets, bytes.count == count else { throw .malformed }
  return bytes
}

private func narrow<Value: FixedWidthInteger>(_ value: UInt64?) throws(ReferenceError) -> Value {
  guard let value, let narrowed = Value(exactly: value) else { throw .malformed }
  return narrowed
}

private func parameters(
  _ value: ReferenceTLV?
) throws(ReferenceError) -> ReferenceSessionParameters? {
  guard let value else { return nil }
  return try ReferenceSessionParameters(value)
}
