extension CCMVector {
  /// From NIST's CCM vectors: one of each kind with a 13-byte nonce and a 16-byte tag. And messages
  /// of Matter sessions: header, then protocol header and payload.
  static let published = [
    // DVPT128, count 45
    CCMVector(
      key: "19ebfde2d5468ba0a3031bde629b11fd", nonce: "5a8aa485c316e9403aff859fbb",
      authenticated: "",
      plain: "",
      sealed: "fb04dc5a44c6bb000f2440f5154364b4"),
    // DVPT128, count 105
    CCMVector(
      key: "90929a4b0ac65b350ad1591611fe4829", nonce: "5a8aa485c316e9403aff859fbb",
      authenticated: "",
      plain: "a16a2e741f1cd9717285b6d882c1fc53655e9773761ad697",
      sealed: "4bfe4e35784f0a65b545477e5e2f4bae0e1e6fa717eaf2cb6a9a970b9beb2ac1bd4fd62168f8378a"),
    // DVPT128, count 165
    CCMVector(
      key: "f9fdca4ac64fe7f014de0f43039c7571", nonce: "5a8aa485c316e9403aff859fbb",
      authenticated: "a16a2e741f1cd9717285b6d882c1fc53655e9773761ad697a7ee6410184c7982",
      plain: "",
      sealed: "1859ac36a40a6b28b34266253627797a"),
    // DVPT128, count 225
    CCMVector(
      key: "26511fb51fcfa75cb4b44da75a6e5a0e", nonce: "5a8aa485c316e9403aff859fbb",
      authenticated: "a16a2e741f1cd9717285b6d882c1fc53655e9773761ad697a7ee6410184c7982",
      plain: "8739b4bea1a099fe547499cbc6d1b13d849b8084c9b6acc5",
      sealed: "50038b5fdd364ee747b70d00bd36840ece4ea19998123375c0a458bfcafa3b2609afe0f825cbf503"),
    // VADT128, count 10
    CCMVector(
      key: "08b0da255d2083808a1b4d367090bacc", nonce: "777828b13679a9e2ca89568233",
      authenticated: "dd",
      plain: "1b156d7e2bf7c9a25ad91cff7b0b02161cb78ff9162286b0",
      sealed: "e8b80af4960d5417c15726406e345c5c46831192b03432eed16b6282283e16602331bcca9d51ce76"),
    // VADT128, count 130
    CCMVector(
      key: "d1da2e961e78063af8de41865b226873", nonce: "03739f5474857006340cce554d",
      authenticated: "e3afd091d2b588465872a6300f",
      plain: "8e5fa1a6662a8378cda15697e926841594f2f394fa5a34ab",
      sealed: "ca0d95e3ff186ad6b88d45fc4079e6b7b4a615e7e8dd5f4742d522cc9dc19c47a4fa0b1528069cf8"),
    // VADT128, count 140
    CCMVector(
      key: "1eee667267ef10b03624cf9c341e3f75", nonce: "0630a3eae27e505c61c56e6560",
      authenticated: "d24651ef0561282d3e20e834960c",
      plain: "798e31cce0a83702a95171fb1162a17b9ce00ec3592ce262",
      sealed: "f3c3e52f1a1ff528a8d3783ee4e75f114e3e6416334815d2d9236d5c5c9319092078411b72c51ba8"),
    // VADT128, count 150
    CCMVector(
      key: "dbbd26f5d9e970e4e384b2273961be5a", nonce: "0b1eabe504ef4822542e397fec",
      authenticated: "477937301c83ba02d50760b603e0ea",
      plain: "553714e17a208a2eceb847a4a2d95088388b1ac8d8ca43e0",
      sealed: "1c80213268bad5402c4dc9b5d836ab7499810d0d8a974716df9a0e986ab2890736423bb3772cec3e"),
    // VADT128, count 300
    CCMVector(
      key: "ddf9f150cc3f1c15e8e773663c5b061c", nonce: "98c5036b7d54da9a1177105600",
      authenticated: "20c5ab290e6d97f53c74121951f39ba865b3acc465fa3f0fb8a591622277",
      plain: "79d8841ab83279724ce35e1a8abd4e158168dcf388ab4c3d",
      sealed: "d00d29396ffa9e691290d746527777bf96a851f306d4da0b1816df1e0e82bb7bc8105930ad6a2232"),
    // VADT128, count 310
    CCMVector(
      key: "b1dc81d116d94f5eced526b37c004b95", nonce: "97c8f69fb91b17299461fd8d63",
      authenticated: "f8b08aa83bed09ca342249b2cf9e2b45a89dcfb8711a120395e455921af481",
      plain: "54390715b6e7c7bd51a234db059a51ba030cf22ee00b7277",
      sealed: "cb629994c3418a662a8cde1b5f4d99aa7df66e24c53dc6df11297930fd44c63675b7cca70671ef4d"),
    // VPT128, count 10
    CCMVector(
      key: "6ae7a8e907b8720f4b0d5507c1d0dc41", nonce: "7f18ad442e536a0159e7aa8c0f",
      authenticated: "9c9b0f11e020c6512a63dfa1a5ec8df8bd8e2ad83cf87b80b38635621c5dc0d7",
      plain: "0e",
      sealed: "4c201784bdab19e255787fecd02000c49d"),
    // VPT128, count 150
    CCMVector(
      key: "38be46d271bf868c198052391f8a2147", nonce: "6758f67db9bfea5f0e0972e08b",
      authenticated: "c6de3be97f11d0e2ab85c9353b783f25b37366a78a2012cecf5b7a87138b3c86",
      plain: "61bd1385be92097e866550a55278f0",
      sealed: "7c9fa8d99b38f825315ece6a2613f55e902f296dcce870263ae50cda4fadae"),
    // VPT128, count 160
    CCMVector(
      key: "70010ed90e6186ecad41f0d3c7c42ff8", nonce: "a5f4f4986e98472965f5abcc4b",
      authenticated: "3fec0e5cc24d67139437cbc8112414fc8daccd1a94b49a4c76e2d39303547317",
      plain: "be322f58efa7f8c68a635e0b9cce77f2",
      sealed: "8e4425ae573974f0f0693a188b525812eef08e3fb15f4227e0d989a4d587a8cf"),
    // VPT128, count 170
    CCMVector(
      key: "79eae5baddc5887bdf3031fd1d65085b", nonce: "9da59614535d1fad35f2ece00f",
      authenticated: "46603500af9e4e7a2f9545411a58b21a6efd21f2b5f315d02d964c09270145b3",
      plain: "001343e6191f5f1738e7d19d4eec2b9592",
      sealed: "2162e27bfbf1d00f2404754a254665fd9270f0edb415993588b2535e2e0e4fd086"),
    // rs-matter, transport/proto_hdr.rs
    CCMVector(
      key: "66633197439c17b97e10ee47c808804a", nonce: "00f243e9000000000000000000",
      authenticated: "00020000f243e900",
      plain: """
        050870000100152800280136021537002400002401302402021835012400002c
        010257572402032503b80b18181818
        """,
      sealed: """
        31b566ec8b5bf417e480f3d5115919b5239135370bf9bf69551175877719fcf3
        5d4b471fb05ebeb510adc6789450e5d2e080efa83af0a6af1b0235a7d1c632
        """),
    // A CloseSession, computed by a model in Python
    CCMVector(
      key: "b03f700bae9a3fd1a72a55e10d73b0a6", nonce: "000d0c0b0a0000000000000000",
      authenticated: "003930000d0c0b0a",
      plain: "0140341200000000000000000300",
      sealed: "00f82a3a8738ab9ba7f81f8fbd493de94d9d3c828d42e5ecab152b9338e8"),
  ]
}
