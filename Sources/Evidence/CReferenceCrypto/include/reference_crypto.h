#ifndef REFERENCE_CRYPTO_H
#define REFERENCE_CRYPTO_H

#include <stddef.h>
#include <stdint.h>

// The cryptography of Matter's PASE on two libraries that are not ours, OpenSSL and mbedTLS:
// independent oracles for tests, and what the benchmark measures beside.
//
// Numbers and coordinates are big-endian. A scalar is any 32 bytes, taken modulo the order of
// P-256; a point is 65 bytes, uncompressed (SEC 1, section 2.3.3), so infinity has no encoding.
// A pointer may be null where its size is zero. Outputs do not overlap inputs.

typedef enum reference_result {
  REFERENCE_OK = 0,
  /// The point asked for is the point at infinity; nothing was written.
  REFERENCE_INFINITY = 1,
  /// An input is no point of the curve, or an authentication tag or confirmation is wrong.
  REFERENCE_REJECTED = 2,
  /// The library reported an error that no input of ours should cause.
  REFERENCE_FAILED = 3,
} reference_result;

/// What both libraries offer, each function over a context of that library. A context holds what
/// a careful user of the library would prepare once and use again; one thread at a time may use it.
typedef struct reference_library {
  /// A new context, or null when the library cannot give one.
  void *(*open)(void);
  void (*close)(void *context);

  reference_result (*sha256)(
    void *context, const uint8_t *data, size_t size, uint8_t digest[32]);
  reference_result (*hmac_sha256)(
    void *context, const uint8_t *key, size_t key_size, const uint8_t *data, size_t size,
    uint8_t tag[32]);
  reference_result (*hkdf_sha256)(
    void *context, const uint8_t *secret, size_t secret_size, const uint8_t *salt,
    size_t salt_size, const uint8_t *info, size_t info_size, uint8_t *output, size_t output_size);
  reference_result (*pbkdf2_sha256)(
    void *context, const uint8_t *password, size_t password_size, const uint8_t *salt,
    size_t salt_size, uint32_t iterations, uint8_t *output, size_t output_size);

  /// Sets the AES-128 key that `ccm_seal` and `ccm_open` use from then on.
  reference_result (*ccm_set_key)(void *context, const uint8_t key[16]);
  /// `sealed` receives `size` bytes of ciphertext and 16 of tag.
  reference_result (*ccm_seal)(
    void *context, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
    const uint8_t *plain, size_t size, uint8_t *sealed);
  /// `size` counts the ciphertext without the tag that follows it.
  reference_result (*ccm_open)(
    void *context, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
    const uint8_t *sealed, size_t size, uint8_t *plain);

  /// `output` = `scalar` · generator.
  reference_result (*p256_multiply_base)(
    void *context, const uint8_t scalar[32], uint8_t output[65]);
  /// `output` = `scalar` · `point`.
  reference_result (*p256_multiply)(
    void *context, const uint8_t scalar[32], const uint8_t point[65], uint8_t output[65]);
  /// `output` = `a` · `p` + `b` · `q`.
  reference_result (*p256_multiply_add)(
    void *context, const uint8_t a[32], const uint8_t p[65], const uint8_t b[32],
    const uint8_t q[65], uint8_t output[65]);
  reference_result (*p256_add)(
    void *context, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]);
  reference_result (*p256_subtract)(
    void *context, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]);
  /// Whether `point` is what a peer may send: `REFERENCE_OK` or `REFERENCE_REJECTED`.
  reference_result (*p256_check)(void *context, const uint8_t point[65]);
  /// `output` = `wide` modulo the order of P-256.
  reference_result (*p256_reduce)(void *context, const uint8_t wide[40], uint8_t output[32]);

  /// `output` = `a` · `b` + `c` modulo the prime of P-256's field.
  reference_result (*p256_field_multiply_add)(
    void *context, const uint8_t a[32], const uint8_t b[32], const uint8_t c[32],
    uint8_t output[32]);
  /// `output` = 1 / `a` modulo that prime; rejected for zero.
  reference_result (*p256_field_invert)(
    void *context, const uint8_t a[32], uint8_t output[32]);

  /// SPAKE2+ points of the prover, without a detour through encodings:
  /// `share` = x·P + w0·M, Z = x·(`peer` − w0·N), V = w1·(`peer` − w0·N).
  reference_result (*prover_points)(
    void *context, const uint8_t w0[32], const uint8_t w1[32], const uint8_t x[32],
    const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]);
  /// The same of the verifier:
  /// `share` = y·P + w0·N, Z = y·(`peer` − w0·M), V = y·`l`.
  reference_result (*verifier_points)(
    void *context, const uint8_t w0[32], const uint8_t l[65], const uint8_t y[32],
    const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]);
} reference_library;

const reference_library *reference_openssl(void);
const reference_library *reference_mbedtls(void);

/// SPAKE2+'s M and N for P-256, uncompressed (RFC 9383, section 4).
extern const uint8_t reference_spake2plus_m[65];
extern const uint8_t reference_spake2plus_n[65];

/// The commissioner's side of a whole handshake, from w0 and w1 to keys, as Matter uses SPAKE2+:
/// all a session costs except PBKDF2 and the hash of the transcript's `transcript` (Context).
/// Writes I2R ‖ R2I ‖ attestation challenge. Rejected when `peer_confirmation` is not cB.
reference_result reference_prover_handshake(
  const reference_library *library, void *context, const uint8_t w0[32], const uint8_t w1[32],
  const uint8_t x[32], const uint8_t transcript[32], const uint8_t peer[65],
  const uint8_t peer_confirmation[32], uint8_t share[65], uint8_t confirmation[32],
  uint8_t session_keys[48]);

/// The device's side. It has to show cB before it learns cA: the caller passes the cA it expects
/// to receive, and the handshake is rejected when that is not the one computed.
reference_result reference_verifier_handshake(
  const reference_library *library, void *context, const uint8_t w0[32], const uint8_t l[65],
  const uint8_t y[32], const uint8_t transcript[32], const uint8_t peer[65],
  const uint8_t peer_confirmation[32], uint8_t share[65], uint8_t confirmation[32],
  uint8_t session_keys[48]);

#endif
