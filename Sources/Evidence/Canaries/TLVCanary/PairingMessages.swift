import KnownAnswers
import MatterBytes
import MatterWire

/// Whether a known PBKDFParamRequest says what it should, and is written as it was.
func isParameterRequestRead() -> Bool {
  let bytes = hex(
    "1530012094eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6240247240300280418")
  let known = PBKDFParamRequest(initiatorRandom: initiatorRandom, initiatorSessionID: 0x47)
  guard let request = try? PBKDFParamRequest.parse(bytes.span) else { return false }
  guard request == known else { return false }
  var written = BoundedBytes<256>()
  do { try known.write(into: &written) } catch { return false }
  return written == bytes
}

/// The same of a PBKDFParamResponse.
func isParameterResponseRead() -> Bool {
  let bytes = hex(
    """
    1530012094eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6
    30022022820a42684102fd4a92c0bad66ad1f21f3c5366f5a6d84203035e2c7caf3bae25
    0357de35042501e80330022003959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6
    a3721e88acad88081818
    """)
  let saltBytes = hex("03959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6a3721e88acad8808")
  guard let salt = try? BoundedBytes<32>(copying: saltBytes.span) else { return false }
  let known = PBKDFParamResponse(
    initiatorRandom: initiatorRandom,
    responderRandom: hexArray("22820a42684102fd4a92c0bad66ad1f21f3c5366f5a6d84203035e2c7caf3bae"),
    responderSessionID: 0xde57,
    pbkdfParameters: PBKDFParameterSet(iterations: 1000, salt: salt))
  guard let response = try? PBKDFParamResponse.parse(bytes.span) else { return false }
  guard response == known else { return false }
  var written = BoundedBytes<256>()
  do { try known.write(into: &written) } catch { return false }
  return written == bytes
}

private var initiatorRandom: [32 of UInt8] {
  hexArray("94eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6")
}
