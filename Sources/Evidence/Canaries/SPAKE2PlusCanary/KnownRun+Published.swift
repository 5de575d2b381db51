extension KnownRun {
  /// RFC 9383, appendix C, of which Matter has the points but not the keys.
  static var rfc9383: KnownRun {
    KnownRun(
      // SPAKE2+-P256-SHA256-HKDF-SHA256-HMAC-SHA256 Test Vectors
      context: """
        5350414b45322b2d503235362d5348413235362d484b44462d5348413235362d484d4143
        2d534841323536205465737420566563746f7273
        """,
      w0: "bb8e1bbcf3c48f62c08db243652ae55d3e5586053fca77102994f23ad95491b3",
      w1: "7e945f34d78785b8a3ef44d0df5a1a97d6b3b460409a345ca7830387a74b1dba",
      x: "d1232c8e8693d02368976c174e2088851b8365d0d79a9eee709c6a05a2fad539",
      y: "717a72348a182085109c8d3917d6c43d59b224dc6a7fc4f0483232fa6516d8b3",
      l: """
        04eb7c9db3d9a9eb1f8adab81b5794c1f13ae3e225efbe91ea487425854c7fc00f
        00bfedcbd09b2400142d40a14f2064ef31dfaa903b91d1faea7093d835966efd
        """,
      proverShare: """
        04ef3bd051bf78a2234ec0df197f7828060fe9856503579bb1733009042c15c0c1
        de127727f418b5966afadfdd95a6e4591d171056b333dab97a79c7193e341727
        """,
      verifierShare: """
        04c0f65da0d11927bdf5d560c69e1d7d939a05b0e88291887d679fcadea75810fb
        5cc1ca7494db39e82ff2f50665255d76173e09986ab46742c798a9a68437b048
        """,
      z: """
        04bbfce7dd7f277819c8da21544afb7964705569bdf12fb92aa388059408d50091
        a0c5f1d3127f56813b5337f9e4e67e2ca633117a4fbd559946ab474356c41839
        """,
      v: """
        0458bf27c6bca011c9ce1930e8984a797a3419797b936629a5a937cf2f11c8b951
        4b82b993da8a46e664f23db7c01edc87faa530db01c2ee405230b18997f16b68
        """)
  }

  /// Vector 4 of the CHIP SDK, which is that of draft-bar-cfrg-spake2plus-01.
  static var matter: KnownRun {
    KnownRun(
      // SPAKE2+-P256-SHA256-HKDF draft-01
      context: """
        5350414b45322b2d503235362d5348413235362d484b44462064726166742d3031
        """,
      w0: "e6887cf9bdfb7579c69bf47928a84514b5e355ac034863f7ffaf4390e67d798c",
      w1: "24b5ae4abda868ec9336ffc3b78ee31c5755bef1759227ef5372ca139b94e512",
      x: "5b478619804f4938d361fbba3a20648725222f0a54cc4c876139efe7d9a21786",
      y: "766770dad8c8eecba936823c0aed044b8c3c4f7655e8beec44a15dcbcaf78e5e",
      l: """
        0495645cfb74df6e58f9748bb83a86620bab7c82e107f57d6870da8cbcb2ff9f70
        63a14b6402c62f99afcb9706a4d1a143273259fe76f1c605a3639745a92154b9
        """,
      proverShare: """
        04a6db23d001723fb01fcfc9d08746c3c2a0a3feff8635d29cad2853e735862342
        5cf39712e928054561ba71e2dc11f300f1760e71eb177021a8f85e78689071cd
        """,
      verifierShare: """
        04390d29bf185c3abf99f150ae7c13388c82b6be0c07b1b8d90d26853e84374bbd
        c82becdb978ca3792f472424106a2578012752c11938fcf60a41df75ff7cf947
        """,
      z: """
        040a150d9a62f514c9a1fedd782a0240a342721046cefb1111c3adb3be893ce9fc
        d2ffa137922fcf8a588d0f76ba9c55c85da2af3f1c789ca17976810387fb1d7e
        """,
      v: """
        04f8e247cc263a1846272f5a3b61b68aa60a5a2665d10cd22c89cd6bad05dc0e5e
        650f21ff017186cc92651a4cd7e66ce88f529299f340ea80fb90a9bad094e1a6
        """)
  }
}
