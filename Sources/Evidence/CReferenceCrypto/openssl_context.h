#ifndef OPENSSL_CONTEXT_H
#define OPENSSL_CONTEXT_H

#include "reference_crypto.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

/// Everything fetched and allocated once.
typedef struct openssl_context {
  EVP_MD *digest;
  EVP_MAC *mac;
  EVP_KDF *hkdf;
  EVP_KDF *pbkdf2;
  EVP_CIPHER *ccm;
  EVP_MD_CTX *digest_context;
  EVP_MAC_CTX *mac_context;
  EVP_KDF_CTX *hkdf_context;
  EVP_KDF_CTX *pbkdf2_context;
  EVP_CIPHER_CTX *sealing;
  EVP_CIPHER_CTX *opening;
  BN_CTX *numbers;
  EC_GROUP *group;
  EC_POINT *m;
  EC_POINT *n;
  EC_POINT *left;
  EC_POINT *right;
  EC_POINT *sum;
  BIGNUM *a;
  BIGNUM *b;
} openssl_context;

/// What to answer when OpenSSL reports an error; leaves no error behind in its queue.
static inline reference_result failed(void) {
  ERR_clear_error();
  return REFERENCE_FAILED;
}

// The parts of a new context; 0 when OpenSSL refuses.
int openssl_prepare_hashes(openssl_context *context);
int openssl_prepare_cipher(openssl_context *context);
int openssl_prepare_curve(openssl_context *context);

// The functions of `reference_library`, in its order.
reference_result openssl_sha256(
  void *opaque, const uint8_t *data, size_t size, uint8_t digest[32]);
reference_result openssl_hmac_sha256(
  void *opaque, const uint8_t *key, size_t key_size, const uint8_t *data, size_t size,
  uint8_t tag[32]);
reference_result openssl_hkdf_sha256(
  void *opaque, const uint8_t *secret, size_t secret_size, const uint8_t *salt, size_t salt_size,
  const uint8_t *info, size_t info_size, uint8_t *output, size_t output_size);
reference_result openssl_pbkdf2_sha256(
  void *opaque, const uint8_t *password, size_t password_size, const uint8_t *salt,
  size_t salt_size, uint32_t iterations, uint8_t *output, size_t output_size);
reference_result openssl_ccm_set_key(void *opaque, const uint8_t key[16]);
reference_result openssl_ccm_seal(
  void *opaque, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
  const uint8_t *plain, size_t size, uint8_t *sealed);
reference_result openssl_ccm_open(
  void *opaque, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
  const uint8_t *sealed, size_t size, uint8_t *plain);
reference_result openssl_multiply_base(
  void *opaque, const uint8_t scalar[32], uint8_t output[65]);
reference_result openssl_multiply(
  void *opaque, const uint8_t scalar[32], const uint8_t point[65], uint8_t output[65]);
reference_result openssl_multiply_add(
  void *opaque, const uint8_t a[32], const uint8_t p[65], const uint8_t b[32],
  const uint8_t q[65], uint8_t output[65]);
reference_result openssl_add(
  void *opaque, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]);
reference_result openssl_subtract(
  void *opaque, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]);
reference_result openssl_check(void *opaque, const uint8_t point[65]);
reference_result openssl_reduce(
  void *opaque, const uint8_t wide[40], uint8_t output[32]);
reference_result openssl_field_multiply_add(
  void *opaque, const uint8_t a[32], const uint8_t b[32], const uint8_t c[32], uint8_t output[32]);
reference_result openssl_field_invert(
  void *opaque, const uint8_t a[32], uint8_t output[32]);
reference_result openssl_prover_points(
  void *opaque, const uint8_t w0[32], const uint8_t w1[32], const uint8_t x[32],
  const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]);
reference_result openssl_verifier_points(
  void *opaque, const uint8_t w0[32], const uint8_t l[65], const uint8_t y[32],
  const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]);

#endif
