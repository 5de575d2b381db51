/// Points of P-256, uncompressed; those of the list in circulation as "NIST P-256 point
/// multiplication test vectors".
enum KnownPoint {
  /// P itself.
  static var generator: StaticString {
    """
    046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296
    4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5
    """
  }

  /// 2 P.
  static var doubled: StaticString {
    """
    047cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978
    07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1
    """
  }

  /// 3 P.
  static var tripled: StaticString {
    """
    045ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c
    8734640c4998ff7e374b06ce1a64a2ecd82ab036384fb83d9a79b127a27d5032
    """
  }

  /// 0x159d893d4cdd747246cdca43590e13 P.
  static var large: StaticString {
    """
    041b7e046a076cc25e6d7fa5003f6729f665cc3241b5adab12b498cd32f2803264
    bfea79be2b666b073db69a2a241adab0738fe9d2dd28b5604eb8c8cf097c457b
    """
  }

  /// (n - 1) P = -P.
  static var opposite: StaticString {
    """
    046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296
    b01cbd1c01e58065711814b583f061e9d431cca994cea1313449bf97c840ae0a
    """
  }

  /// P with its last bit turned over.
  static var offTheCurve: StaticString {
    """
    046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296
    4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f4
    """
  }
}
