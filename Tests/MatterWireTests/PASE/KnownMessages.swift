import MatterBytes
import MatterWire

/// Known PASE payloads and what they say.
///
/// The request and the response are those of matter.js's `PasePairingTest.ts`, and so are pA, pB
/// and cB; cA belongs to the same run. The long request is one of the CHIP SDK's controller, whose
/// random and session id were not kept: both stand for any.
enum KnownMessages {
  static let initiatorRandom = hex(
    "94eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6")
  static let responderRandom = hex(
    "22820a42684102fd4a92c0bad66ad1f21f3c5366f5a6d84203035e2c7caf3bae")
  static let salt = hex("03959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6a3721e88acad8808")
  static let pA = hex(
    "04cce1e192a645d54a3ac9a3a3f0b334f37c03400b826b14d873124dfb96a35815"
      + "f80202f05c72d055b6da24942d0a6cac18caf310100ecef23248ac8fd2ced196")
  static let pB = hex(
    "0404f972c7232cde8911de7d93e37ad752b90ad095888ac83da5f3a1d5a7eb0632"
      + "88ed6d358e9092a8606dac6cd6b8fdfc0b3960df85434ed60c6b6091d23da7bb")
  static let cB = hex("d6a13c26b6c5b7c514033a0370b1830dff5116fd53de43eb2374737e9b64e4bb")
  static let cA = hex("05030c97e72b884cd0ebf0f2e6f91bfd377a8f37601bb7f633d468e289437cf7")

  static let requestBytes = hex(
    "1530012094eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6240247240300280418")
  static let request = PBKDFParamRequest(
    initiatorRandom: initiatorRandom.inline(), initiatorSessionID: 0x47)

  static let responseBytes = hex(
    "1530012094eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6"
      + "30022022820a42684102fd4a92c0bad66ad1f21f3c5366f5a6d84203035e2c7caf3bae"
      + "250357de35042501e803"
      + "30022003959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6a3721e88acad88081818")
  static var response: PBKDFParamResponse {
    get throws {
      PBKDFParamResponse(
        initiatorRandom: initiatorRandom.inline(), responderRandom: responderRandom.inline(),
        responderSessionID: 0xde57,
        pbkdfParameters: PBKDFParameterSet(
          iterations: 1000, salt: try BoundedBytes(copying: salt.span)))
    }
  }

  static let chipRequestBytes =
    hex("15 300120") + initiatorRandom + hex("2502 8d3a")
    + hex(
      "240300 2804 3505 2501f401 25022c01 2503a00f 240413 24050c 260600020401 240701 18 18")
  static let chipRequest = PBKDFParamRequest(
    initiatorRandom: initiatorRandom.inline(), initiatorSessionID: 0x3a8d,
    sessionParameters: SessionParameters(
      idleIntervalMilliseconds: 500, activeIntervalMilliseconds: 300,
      activeThresholdMilliseconds: 4000, dataModelRevision: 19, interactionModelRevision: 12,
      specificationVersion: 0x0104_0200, maxPathsPerInvoke: 1))
}
