import CoreSeam
import KnownAnswers
import MatterBytes
import MatterCrypto

private nonisolated(unsafe) var commissioner = Node(entropy: 1)
private nonisolated(unsafe) var device = Node(entropy: 101)

/// PASE and one encrypted message between two cores. The hashes of all that each of them sends are
/// those that the native core gives for the same inputs.
/// - Returns: 0, or the number of the first answer that is wrong.
@_expose(wasm, "run") @c(run)
public func run() -> Int32 {
  var answers = KnownAnswers()
  unsafe commissioner.start()
  unsafe device.start()
  let salt = hex("5350414b453250204b65792053616c74")
  do throws(ByteError) {
    unsafe device.execute(
      .openWindow(
        WindowOrder(
          secret: .passcode(20_202_021), iterations: 1000,
          salt: try BoundedBytes(copying: salt.span),
          durationSeconds: 900)))
  } catch {
    preconditionFailure("a salt has at most 32 bytes")
  }
  exchangeAll()
  answers.expect(1, unsafe device.isWindowOpen)

  unsafe commissioner.execute(
    .pair(PairOrder(peer: PeerHandle(rawValue: 1), passcode: 20_202_021)))
  exchangeAll()
  guard let session = unsafe commissioner.session else { return 2 }
  answers.expect(3, unsafe device.session == commissioner.peerSession)
  answers.expect(4, unsafe device.peerSession == session)

  let payload = hex("1536001724020018")
  do throws(ByteError) {
    unsafe commissioner.execute(
      .send(
        SendOrder(
          token: 1, session: session, exchange: nil, protocolID: 1, opcode: 2, isReliable: true,
          endsExchange: true, payload: try BoundedBytes(copying: payload.span))))
  } catch {
    preconditionFailure("the payload fits")
  }
  exchangeAll()
  answers.expect(5, unsafe device.received.span.hasSameBytes(as: payload.span))
  answers.expect(6, unsafe commissioner.isAcknowledged)
  answers.expect(
    7, unsafe commissioner.transcript.finish(),
    is: "ab15faa0ec19d63e7e43a81f3f08416d5434570e9275cee1b6e8a6905b525d61")
  answers.expect(
    8, unsafe device.transcript.finish(),
    is: "3103abb7ef7b5aa91d786eda51c9fd907830a6e9709f07a2350a38f23a114efd")
  return answers.firstWrong
}

/// Delivers all that is sent, and lets pass what time that takes.
private func exchangeAll() {
  while deliverOne() {}
}

private func deliverOne() -> Bool {
  if let bytes = unsafe commissioner.takeDatagram() {
    unsafe device.receive(bytes)
    return true
  }
  if let bytes = unsafe device.takeDatagram() {
    unsafe commissioner.receive(bytes)
    return true
  }
  if unsafe commissioner.pass() { return true }
  return unsafe device.pass()
}
