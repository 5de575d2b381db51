import CReferenceCrypto
import MatterCrypto
import ReferencePASE

/// AES-128-CCM of a kilobyte as in a session: the key is set up beforehand, the header
/// authenticated with it has 8 bytes.
func cipherContests(_ libraries: [ReferenceCrypto]) throws -> [Contest] {
  [sealContest(libraries), try openContest(libraries)]
}

private let key = [UInt8](hex: "66633197439c17b97e10ee47c808804a")
private let header = [UInt8](hex: "00020000f243e900")
private let text = [UInt8](repeating: 0x5a, count: 1024)

private func ourCipher() -> AESCCM {
  AESCCM(key: InlineArray { key[$0] })
}

private func sealContest(_ libraries: [ReferenceCrypto]) -> Contest {
  Contest(
    name: "AES-CCM seal, 1 KiB",
    ours: { count in
      let cipher = ourCipher()
      var nonce = [13 of UInt8](repeating: 0)
      var buffer = text
      for _ in 0..<count {
        nonce[1] &+= 1
        var span = buffer.mutableSpan
        keep(cipher.seal(&span, nonce: nonce, authenticating: header.span)[0])
      }
    },
    libraries: libraries
  ) { library, count in
    var nonce = [UInt8](repeating: 0, count: 13)
    var sealed = [UInt8](repeating: 0, count: text.count + 16)
    let (functions, context) = unsafe (library.functions, library.context)
    succeed(unsafe functions.ccm_set_key(context, key))
    for _ in 0..<count {
      nonce[1] &+= 1
      succeed(
        unsafe functions.ccm_seal(
          context, nonce, header, header.count, text, text.count, &sealed))
    }
  }
}

private func openContest(_ libraries: [ReferenceCrypto]) throws -> Contest {
  let nonce = [UInt8](repeating: 0, count: 13)
  let sealed = try libraries[0].seal(text, key: key, nonce: nonce, aad: header)
  let tag = Array(sealed.suffix(16))
  return Contest(
    name: "AES-CCM open, 1 KiB",
    ours: { count in
      let cipher = ourCipher()
      let nonce = [13 of UInt8](repeating: 0)
      var buffer = [UInt8](repeating: 0, count: text.count)
      for _ in 0..<count {
        // Opening works in place, so that its input is made anew; copying takes next to nothing.
        for index in buffer.indices { buffer[index] = sealed[index] }
        var span = buffer.mutableSpan
        do {
          try cipher.open(&span, tag: tag.span, nonce: nonce, authenticating: header.span)
        } catch {
          preconditionFailure("what was sealed opens")
        }
        keep(buffer[0])
      }
    },
    libraries: libraries
  ) { library, count in
    var plain = [UInt8](repeating: 0, count: text.count)
    let (functions, context) = unsafe (library.functions, library.context)
    succeed(unsafe functions.ccm_set_key(context, key))
    for _ in 0..<count {
      succeed(
        unsafe functions.ccm_open(
          context, nonce, header, header.count, sealed, text.count, &plain))
    }
  }
}
