import MatterBytes
import MatterCrypto
import Testing

struct PasscodeVerifierTests {
  private let w0 = "b96170aae803346884724fe9a3b287c30330c2a660375d17bb205a8cf1aecb35"
  private let order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"
  private let l =
    "0457f8ab79ee253ab6a8e46bb09e543ae422736de501e3db37d441fe344920d095"
    + "48e4c18240630c4ff4913c53513839b7c07fcc0627a1b8573a149fcd1fa466cf"

  private func refusal(_ bytes: [UInt8]) -> PasscodeVerifierError? {
    do throws(PasscodeVerifierError) {
      let verifier = try PasscodeVerifier(serialized: bytes.span)
      #expect(hexText(verifier.serialized().span) == hexText(bytes.span))
      return nil
    } catch {
      return error
    }
  }

  @Test func aVerifierIsSerializedAsItWasRead() {
    #expect(refusal(hexBytes(w0 + l)) == nil)
  }

  @Test func otherLengthsAreRefused() {
    #expect(refusal([]) == .wrongLength)
    #expect(refusal(hexBytes(w0 + l).dropLast()) == .wrongLength)
    #expect(refusal(hexBytes(w0 + l) + [0]) == .wrongLength)
  }

  @Test func aScalarOfTheOrderOrMoreIsRefused() {
    #expect(refusal(hexBytes(order + l)) == .scalarOutOfRange)
    #expect(refusal(hexBytes(String(repeating: "f", count: 64) + l)) == .scalarOutOfRange)
  }

  @Test func whatIsNoPointIsRefused() {
    var bytes = hexBytes(w0 + l)
    bytes[96] ^= 1
    #expect(refusal(bytes) == .invalidPoint)
    bytes = hexBytes(w0 + l)
    bytes[32] = 2
    #expect(refusal(bytes) == .invalidPoint)
  }

  @Test func aWipedVerifierHoldsNothing() throws {
    let bytes = hexBytes(w0 + l)
    var verifier = try PasscodeVerifier(serialized: bytes.span)
    verifier.wipe()
    let serialized = verifier.serialized()
    #expect(
      hexText(serialized.span) == hexText([UInt8](repeating: 0, count: 32).span) + "04"
        + hexText([UInt8](repeating: 0, count: 64).span))
  }
}
