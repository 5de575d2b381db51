import CReferenceCrypto
import MatterCrypto
import ReferencePASE

/// SHA-256 and PBKDF2.
func hashContests(_ libraries: [ReferenceCrypto]) -> [Contest] {
  [
    sha256Contest("SHA-256, 1 KiB", size: 1024, libraries),
    sha256Contest("SHA-256, 16 KiB", size: 16384, libraries),
    pbkdf2Contest(libraries),
  ]
}

private func sha256Contest(_ name: String, size: Int, _ libraries: [ReferenceCrypto]) -> Contest {
  Contest(
    name: name,
    ours: { count in
      var message = [UInt8](repeating: 0x5a, count: size)
      for _ in 0..<count {
        message[0] &+= 1
        keep(SHA256.hash(message.span)[0])
      }
    },
    libraries: libraries
  ) { library, count in
    var message = [UInt8](repeating: 0x5a, count: size)
    var digest = [UInt8](repeating: 0, count: 32)
    let (functions, context) = unsafe (library.functions, library.context)
    for _ in 0..<count {
      message[0] &+= 1
      succeed(unsafe functions.sha256(context, message, message.count, &digest))
    }
  }
}

private func pbkdf2Contest(_ libraries: [ReferenceCrypto]) -> Contest {
  let salt = Array("SPAKE2P Key Salt".utf8)
  return Contest(
    name: "PBKDF2, 1000 iterations, 80 bytes",
    ours: { count in
      var passcode: [UInt8] = [0x25, 0x42, 0x34, 0x01]
      for _ in 0..<count {
        passcode[0] &+= 1
        let output = PBKDF2SHA256<80>.derive(
          password: passcode.span, salt: salt.span, iterations: 1000)
        keep(output[0])
      }
    },
    libraries: libraries
  ) { library, count in
    var passcode: [UInt8] = [0x25, 0x42, 0x34, 0x01]
    var output = [UInt8](repeating: 0, count: 80)
    let (functions, context) = unsafe (library.functions, library.context)
    for _ in 0..<count {
      passcode[0] &+= 1
      succeed(
        unsafe functions.pbkdf2_sha256(
          context, passcode, passcode.count, salt, salt.count, 1000, &output, output.count))
    }
  }
}
