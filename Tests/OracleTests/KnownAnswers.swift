import ReferencePASE

/// A published run of SPAKE2+ over P-256.
struct SPAKE2PlusVector {
  let identities: ReferenceIdentities
  let w0: [UInt8]
  let w1: [UInt8]
  let l: [UInt8]
  let x: [UInt8]
  let y: [UInt8]
  let pA: [UInt8]
  let pB: [UInt8]
  let z: [UInt8]
  let v: [UInt8]

  /// The same run as each role computes it.
  func runs(_ crypto: ReferenceCrypto) throws -> [ReferenceSPAKE2Plus] {
    let prover = try ReferenceSPAKE2Plus(
      proving: ReferencePasscodeSecrets(w0: w0, w1: w1), x: x, peerShare: pB,
      identities: identities, crypto: crypto)
    let verifier = try ReferenceSPAKE2Plus(
      verifying: ReferenceVerifier(w0: w0, l: l), y: y, peerShare: pA, identities: identities,
      crypto: crypto)
    return [prover, verifier]
  }

  /// The vector that the CHIP SDK, matter.js and rs-matter share.
  static let matter = SPAKE2PlusVector(
    identities: ReferenceIdentities(context: Array("SPAKE2+-P256-SHA256-HKDF draft-01".utf8)),
    w0: [UInt8](hex: "e6887cf9bdfb7579c69bf47928a84514b5e355ac034863f7ffaf4390e67d798c"),
    w1: [UInt8](hex: "24b5ae4abda868ec9336ffc3b78ee31c5755bef1759227ef5372ca139b94e512"),
    l: [UInt8](
      hex: """
        0495645cfb74df6e58f9748bb83a86620bab7c82e107f57d6870da8cbcb2ff9f70
        63a14b6402c62f99afcb9706a4d1a143273259fe76f1c605a3639745a92154b9
        """),
    x: [UInt8](hex: "5b478619804f4938d361fbba3a20648725222f0a54cc4c876139efe7d9a21786"),
    y: [UInt8](hex: "766770dad8c8eecba936823c0aed044b8c3c4f7655e8beec44a15dcbcaf78e5e"),
    pA: [UInt8](
      hex: """
        04a6db23d001723fb01fcfc9d08746c3c2a0a3feff8635d29cad2853e735862342
        5cf39712e928054561ba71e2dc11f300f1760e71eb177021a8f85e78689071cd
        """),
    pB: [UInt8](
      hex: """
        04390d29bf185c3abf99f150ae7c13388c82b6be0c07b1b8d90d26853e84374bbd
        c82becdb978ca3792f472424106a2578012752c11938fcf60a41df75ff7cf947
        """),
    z: [UInt8](
      hex: """
        040a150d9a62f514c9a1fedd782a0240a342721046cefb1111c3adb3be893ce9fc
        d2ffa137922fcf8a588d0f76ba9c55c85da2af3f1c789ca17976810387fb1d7e
        """),
    v: [UInt8](
      hex: """
        04f8e247cc263a1846272f5a3b61b68aa60a5a2665d10cd22c89cd6bad05dc0e5e
        650f21ff017186cc92651a4cd7e66ce88f529299f340ea80fb90a9bad094e1a6
        """))

  /// RFC 9383, appendix C, P256-SHA256-HKDF-SHA256-HMAC-SHA256.
  static let rfc9383 = SPAKE2PlusVector(
    identities: ReferenceIdentities(
      context: Array("SPAKE2+-P256-SHA256-HKDF-SHA256-HMAC-SHA256 Test Vectors".utf8),
      prover: Array("client".utf8), verifier: Array("server".utf8)),
    w0: [UInt8](hex: "bb8e1bbcf3c48f62c08db243652ae55d3e5586053fca77102994f23ad95491b3"),
    w1: [UInt8](hex: "7e945f34d78785b8a3ef44d0df5a1a97d6b3b460409a345ca7830387a74b1dba"),
    l: [UInt8](
      hex: """
        04eb7c9db3d9a9eb1f8adab81b5794c1f13ae3e225efbe91ea487425854c7fc00f
        00bfedcbd09b2400142d40a14f2064ef31dfaa903b91d1faea7093d835966efd
        """),
    x: [UInt8](hex: "d1232c8e8693d02368976c174e2088851b8365d0d79a9eee709c6a05a2fad539"),
    y: [UInt8](hex: "717a72348a182085109c8d3917d6c43d59b224dc6a7fc4f0483232fa6516d8b3"),
    pA: [UInt8](
      hex: """
        04ef3bd051bf78a2234ec0df197f7828060fe9856503579bb1733009042c15c0c1
        de127727f418b5966afadfdd95a6e4591d171056b333dab97a79c7193e341727
        """),
    pB: [UInt8](
      hex: """
        04c0f65da0d11927bdf5d560c69e1d7d939a05b0e88291887d679fcadea75810fb
        5cc1ca7494db39e82ff2f50665255d76173e09986ab46742c798a9a68437b048
        """),
    z: [UInt8](
      hex: """
        04bbfce7dd7f277819c8da21544afb7964705569bdf12fb92aa388059408d50091
        a0c5f1d3127f56813b5337f9e4e67e2ca633117a4fbd559946ab474356c41839
        """),
    v: [UInt8](
      hex: """
        0458bf27c6bca011c9ce1930e8984a797a3419797b936629a5a937cf2f11c8b951
        4b82b993da8a46e664f23db7c01edc87faa530db01c2ee405230b18997f16b68
        """))
}

/// A PASE run of matter.js, seen from the device.
struct PASEVector {
  let salt: [UInt8]
  let request: [UInt8]
  let response: [UInt8]
  let w0: [UInt8]
  let l: [UInt8]
  let y: [UInt8]
  let pA: [UInt8]
  let pB: [UInt8]
  let cA: [UInt8]
  let cB: [UInt8]

  /// Passcode 20202021, 1000 iterations.
  static let withLeadingZeroInW0 = PASEVector(
    salt: [UInt8](hex: "03959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6a3721e88acad8808"),
    request: [UInt8](
      hex: """
        1530012094eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6
        240247240300280418
        """),
    response: [UInt8](
      hex: """
        1530012094eab5c37d101df5ef01b2c8ecada03a7c3b0cf5e26a08feda72617f9cd391a6
        30022022820a42684102fd4a92c0bad66ad1f21f3c5366f5a6d84203035e2c7caf3bae25
        0357de35042501e80330022003959ebc20b8fcbda262d97f9a7a9e76e32d7a1b9c5166b6
        a3721e88acad88081818
        """),
    w0: [UInt8](hex: "00177867f1e564cc4d9f347edfc28263ee5a50f1e21177cfb9a7dc2504437ccb"),
    l: [UInt8](
      hex: """
        04cf26d253cae2dd44c6954d443c7badc1e8811b8484eaae2d7bf43ec2f7e31735
        27877ea4a554513063036f55d2871e87e294dfdc18cd39edd6519fb4dfcde976
        """),
    y: [UInt8](hex: "de583b5685529de9544b92c9c8cba696751b14d65092d13458879b3bc9814b53"),
    pA: [UInt8](
      hex: """
        04cce1e192a645d54a3ac9a3a3f0b334f37c03400b826b14d873124dfb96a35815
        f80202f05c72d055b6da24942d0a6cac18caf310100ecef23248ac8fd2ced196
        """),
    pB: [UInt8](
      hex: """
        0404f972c7232cde8911de7d93e37ad752b90ad095888ac83da5f3a1d5a7eb0632
        88ed6d358e9092a8606dac6cd6b8fdfc0b3960df85434ed60c6b6091d23da7bb
        """),
    cA: [UInt8](hex: "05030c97e72b884cd0ebf0f2e6f91bfd377a8f37601bb7f633d468e289437cf7"),
    cB: [UInt8](hex: "d6a13c26b6c5b7c514033a0370b1830dff5116fd53de43eb2374737e9b64e4bb"))
}
