import KnownAnswers
import MatterBytes
import MatterWire

/// Whether a known PBKDFParamRequest says what it should, and is written as it was.
func isParameterRequestRead() -> Bool {
  let bytes = hex(
    "1530012094eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6240247240300280418")
  guard let request = try? PBKDFParamRequest.parse(bytes.span) else { return false }
  guard isInitiatorRandom(request.initiatorRandom) else { return false }
  guard request.initiatorSessionID == 0x47 else { return false }
  guard !request.hasPBKDFParameters else { return false }
  var written = BoundedBytes<256>()
  request.write(into: &written)
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
  guard let response = try? PBKDFParamResponse.parse(bytes.span) else { return false }
  guard isInitiatorRandom(response.initiatorRandom) else { return false }
  guard response.responderSessionID == 0xde57 else { return false }
  guard let parameters = response.pbkdfParameters else { return false }
  guard parameters.iterations == 1000 else { return false }
  let salt = hex("03959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6a3721e88acad8808")
  guard parameters.salt.span.hasSameBytes(as: salt.span) else { return false }
  var written = BoundedBytes<256>()
  response.write(into: &written)
  return written == bytes
}

private func isInitiatorRandom(_ random: [32 of UInt8]) -> Bool {
  let known = hex("94eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6")
  return random.span.hasSameBytes(as: known.span)
}
