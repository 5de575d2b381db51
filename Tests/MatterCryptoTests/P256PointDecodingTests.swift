import MatterCrypto
import Testing

struct P256PointDecodingTests {
  private let x = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
  private let y = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
  private let p = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff"

  private func refusal(_ bytes: [UInt8]) -> PointDecodingError? {
    do throws(PointDecodingError) {
      _ = try AffinePoint(decoding: bytes.span)
      return nil
    } catch {
      return error
    }
  }

  @Test func aPointIsEncodedAsItWasDecoded() throws {
    let bytes = hexBytes("04" + x + y)
    #expect(refusal(bytes) == nil)
    let point = try AffinePoint(decoding: bytes.span)
    #expect(hexText(point.encoded().span) == "04" + x + y)
  }

  @Test func anotherLengthIsTheCallersFault() async {
    await #expect(processExitsWith: .failure) {
      _ = try AffinePoint(decoding: [UInt8](repeating: 4, count: 64).span)
    }
  }

  @Test(arguments: [UInt8(0), 1, 2, 3, 5, 6, 7, 0x84, 0xff])
  func otherTagsAreRefused(tag: UInt8) {
    var bytes = hexBytes("04" + x + y)
    bytes[0] = tag
    #expect(refusal(bytes) == .notUncompressed)
  }

  @Test func coordinatesOfPAndAboveAreRefused() {
    let greatest = String(repeating: "f", count: 64)
    #expect(refusal(hexBytes("04" + p + y)) == .coordinateOutOfRange)
    #expect(refusal(hexBytes("04" + x + p)) == .coordinateOutOfRange)
    #expect(refusal(hexBytes("04" + greatest + y)) == .coordinateOutOfRange)
    #expect(refusal(hexBytes("04" + x + greatest)) == .coordinateOutOfRange)
  }

  /// x = 5 has a point. The same x plus p fits 32 bytes too, and must not pass for it.
  @Test func aSmallCoordinatePlusPIsRefused() throws {
    let yOf5 = "459243b9aa581806fe913bce99817ade11ca503c64d9a3c533415c083248fbcc"
    let five = String(repeating: "0", count: 63) + "5"
    let fivePlusP = "ffffffff00000001000000000000000000000001000000000000000000000004"
    #expect(refusal(hexBytes("04" + five + yOf5)) == nil)
    #expect(refusal(hexBytes("04" + fivePlusP + yOf5)) == .coordinateOutOfRange)
  }

  @Test func pointsOffTheCurveAreRefused() {
    let zero = String(repeating: "0", count: 64)
    let bytes = hexBytes("04" + x + y)
    #expect(refusal(hexBytes("04" + zero + zero)) == .notOnCurve)
    #expect(refusal(hexBytes("04" + y + x)) == .notOnCurve)
    for index in 1..<65 {
      var changed = bytes
      changed[index] ^= 1
      #expect(refusal(changed) == .notOnCurve, "byte \(index)")
    }
  }

  @Test func theOppositeOfAPointIsAPoint() throws {
    let bytes = hexBytes("04" + x + y)
    let opposite = (-ProjectivePoint(try AffinePoint(decoding: bytes.span))).normalized()
    let encoded = opposite.encoded()
    #expect(
      hexText(encoded.span)
        == "04" + x + "b01cbd1c01e58065711814b583f061e9d431cca994cea1313449bf97c840ae0a")
  }
}
