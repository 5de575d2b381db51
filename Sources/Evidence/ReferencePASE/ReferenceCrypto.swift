import CReferenceCrypto

/// One library's cryptography behind arrays of bytes. Not for use by two threads at once.
///
/// Points are 65 bytes, uncompressed; scalars are 32 bytes, big-endian, taken modulo the order.
@safe
package final class ReferenceCrypto {
  package let library: ReferenceLibrary
  /// For calls that arrays made anew would slow down; takes `context` first.
  package let functions: reference_library
  package let context: UnsafeMutableRawPointer
  let table: UnsafePointer<reference_library>

  /// - Throws: `libraryFailed` when the library cannot be set up.
  package init(_ library: ReferenceLibrary) throws(ReferenceError) {
    self.library = library
    switch library {
    case .openSSL: unsafe table = reference_openssl()
    case .mbedTLS: unsafe table = reference_mbedtls()
    }
    unsafe functions = table.pointee
    guard let context = functions.open() else { throw .libraryFailed }
    unsafe self.context = context
  }

  deinit {
    unsafe functions.close(context)
  }
}

// MARK: Hashes

extension ReferenceCrypto {
  package func sha256(_ data: [UInt8]) throws(ReferenceError) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    try check(unsafe functions.sha256(context, data, data.count, &digest))
    return digest
  }

  package func hmacSHA256(key: [UInt8], _ data: [UInt8]) throws(ReferenceError) -> [UInt8] {
    var tag = [UInt8](repeating: 0, count: 32)
    try check(unsafe functions.hmac_sha256(context, key, key.count, data, data.count, &tag))
    return tag
  }

  package func hkdfSHA256(
    secret: [UInt8], salt: [UInt8] = [], info: [UInt8], count: Int
  ) throws(ReferenceError) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: count)
    try check(
      unsafe functions.hkdf_sha256(
        context, secret, secret.count, salt, salt.count, info, info.count, &output, count))
    return output
  }

  package func pbkdf2SHA256(
    password: [UInt8], salt: [UInt8], iterations: UInt32, count: Int
  ) throws(ReferenceError) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: count)
    try check(
      unsafe functions.pbkdf2_sha256(
        context, password, password.count, salt, salt.count, iterations, &output, count))
    return output
  }
}

// MARK: AES-128-CCM with a nonce of 13 bytes and a tag of 16

extension ReferenceCrypto {
  /// Ciphertext and tag.
  package func seal(
    _ plain: [UInt8], key: [UInt8], nonce: [UInt8], aad: [UInt8]
  ) throws(ReferenceError) -> [UInt8] {
    precondition(key.count == 16, "AES-128")
    precondition(nonce.count == 13, "Matter's nonce")
    var sealed = [UInt8](repeating: 0, count: plain.count + 16)
    try check(unsafe functions.ccm_set_key(context, key))
    try check(
      unsafe functions.ccm_seal(context, nonce, aad, aad.count, plain, plain.count, &sealed))
    return sealed
  }

  /// - Throws: `rejected` when the tag is wrong or missing.
  package func open(
    _ sealed: [UInt8], key: [UInt8], nonce: [UInt8], aad: [UInt8]
  ) throws(ReferenceError) -> [UInt8] {
    precondition(key.count == 16, "AES-128")
    precondition(nonce.count == 13, "Matter's nonce")
    guard sealed.count >= 16 else { throw .rejected }
    var plain = [UInt8](repeating: 0, count: sealed.count - 16)
    try check(unsafe functions.ccm_set_key(context, key))
    try check(
      unsafe functions.ccm_open(context, nonce, aad, aad.count, sealed, plain.count, &plain))
    return plain
  }
}

// MARK: P-256

extension ReferenceCrypto {
  package func multiplyBase(_ scalar: [UInt8]) throws(ReferenceError) -> [UInt8] {
    try point(scalars: [scalar]) {
      unsafe functions.p256_multiply_base(context, scalar, &$0)
    }
  }

  package func multiply(_ scalar: [UInt8], _ p: [UInt8]) throws(ReferenceError) -> [UInt8] {
    try point(scalars: [scalar], points: [p]) {
      unsafe functions.p256_multiply(context, scalar, p, &$0)
    }
  }

  /// a·P + b·Q.
  package func multiplyAdd(
    _ a: [UInt8], _ p: [UInt8], _ b: [UInt8], _ q: [UInt8]
  ) throws(ReferenceError) -> [UInt8] {
    try point(scalars: [a, b], points: [p, q]) {
      unsafe functions.p256_multiply_add(context, a, p, b, q, &$0)
    }
  }

  package func add(_ p: [UInt8], _ q: [UInt8]) throws(ReferenceError) -> [UInt8] {
    try point(points: [p, q]) { unsafe functions.p256_add(context, p, q, &$0) }
  }

  package func subtract(_ p: [UInt8], _ q: [UInt8]) throws(ReferenceError) -> [UInt8] {
    try point(points: [p, q]) { unsafe functions.p256_subtract(context, p, q, &$0) }
  }

  /// Whether `point` is what a peer may send: 65 bytes, uncompressed, on the curve.
  package func isOnCurve(_ point: [UInt8]) throws(ReferenceError) -> Bool {
    guard point.count == 65 else { return false }
    let result = unsafe functions.p256_check(context, point)
    if result == REFERENCE_REJECTED { return false }
    try check(result)
    return true
  }

  /// 40 bytes modulo the order.
  package func reduce(_ wide: [UInt8]) throws(ReferenceError) -> [UInt8] {
    precondition(wide.count == 40, "half of Matter's PBKDF2 output")
    var output = [UInt8](repeating: 0, count: 32)
    try check(unsafe functions.p256_reduce(context, wide, &output))
    return output
  }

  /// a·b + c modulo the prime of P-256's field.
  package func fieldMultiplyAdd(
    _ a: [UInt8], _ b: [UInt8], _ c: [UInt8]
  ) throws(ReferenceError) -> [UInt8] {
    precondition([a, b, c].allSatisfy { $0.count == 32 }, "numbers of 32 bytes")
    var output = [UInt8](repeating: 0, count: 32)
    try check(unsafe functions.p256_field_multiply_add(context, a, b, c, &output))
    return output
  }

  /// 1/a modulo that prime.
  /// - Throws: `rejected` when `a` is zero modulo the prime.
  package func fieldInvert(_ a: [UInt8]) throws(ReferenceError) -> [UInt8] {
    precondition(a.count == 32, "a number of 32 bytes")
    var output = [UInt8](repeating: 0, count: 32)
    try check(unsafe functions.p256_field_invert(context, a, &output))
    return output
  }

  /// What `compute` writes, given operands of the sizes that the C functions read.
  private func point(
    scalars: [[UInt8]] = [], points: [[UInt8]] = [],
    _ compute: (inout [UInt8]) -> reference_result
  ) throws(ReferenceError) -> [UInt8] {
    precondition(scalars.allSatisfy { $0.count == 32 }, "scalars of 32 bytes")
    guard points.allSatisfy({ $0.count == 65 }) else { throw .rejected }
    var output = [UInt8](repeating: 0, count: 65)
    try check(compute(&output))
    return output
  }
}

func check(_ result: reference_result) throws(ReferenceError) {
  switch result {
  case REFERENCE_OK: return
  case REFERENCE_INFINITY: throw .infinity
  case REFERENCE_REJECTED: throw .rejected
  default: throw .libraryFailed
  }
}
