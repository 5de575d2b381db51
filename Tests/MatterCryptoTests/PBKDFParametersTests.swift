import MatterBytes
import MatterCrypto
import Testing

struct PBKDFParametersTests {
  private func refusal(_ iterations: UInt32, saltLength: Int) -> PBKDFParametersError? {
    let bytes = patternBytes(saltLength)
    let salt = BoundedBytes<32>(fitting: bytes.span)
    do throws(PBKDFParametersError) {
      let parameters = try PBKDFParameters(iterations: iterations, salt: salt)
      #expect(parameters.iterations == iterations)
      #expect(hexText(parameters.salt.span) == hexText(bytes.span))
      return nil
    } catch {
      return error
    }
  }

  @Test func iterationsHaveARange() {
    #expect(refusal(0, saltLength: 16) == .iterationsOutOfRange)
    #expect(refusal(999, saltLength: 16) == .iterationsOutOfRange)
    #expect(refusal(1000, saltLength: 16) == nil)
    #expect(refusal(100_000, saltLength: 16) == nil)
    #expect(refusal(100_001, saltLength: 16) == .iterationsOutOfRange)
  }

  @Test func saltsHaveARangeOfLengths() {
    #expect(refusal(1000, saltLength: 0) == .saltLengthOutOfRange)
    #expect(refusal(1000, saltLength: 15) == .saltLengthOutOfRange)
    #expect(refusal(1000, saltLength: 32) == nil)
  }
}
