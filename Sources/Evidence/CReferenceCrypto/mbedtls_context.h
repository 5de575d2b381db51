#ifndef MBEDTLS_CONTEXT_H
#define MBEDTLS_CONTEXT_H

#include "reference_crypto.h"

#include <mbedtls/bignum.h>
#include <mbedtls/ccm.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/ecp.h>
#include <mbedtls/entropy.h>
#include <mbedtls/md.h>
#include <mbedtls/sha256.h>

/// Everything set up once. The group keeps the generator's comb after its first use.
typedef struct mbedtls_context {
  mbedtls_sha256_context digest;
  mbedtls_md_context_t mac;
  mbedtls_ccm_context ccm;
  mbedtls_entropy_context entropy;
  mbedtls_ctr_drbg_context blinding;
  mbedtls_ecp_group group;
  mbedtls_ecp_point m;
  mbedtls_ecp_point n;
  mbedtls_ecp_point left;
  mbedtls_ecp_point right;
  mbedtls_ecp_point sum;
  mbedtls_mpi a;
  mbedtls_mpi b;
  mbedtls_mpi one;
} mbedtls_context;

// The functions of `reference_library`, in its order.
reference_result mbedtls_ref_sha256(
  void *opaque, const uint8_t *data, size_t size, uint8_t digest[32]);
reference_result mbedtls_ref_hmac_sha256(
  void *opaque, const uint8_t *key, size_t key_size, const uint8_t *data, size_t size,
  uint8_t tag[32]);
reference_result mbedtls_ref_hkdf_sha256(
  void *opaque, const uint8_t *secret, size_t secret_size, const uint8_t *salt, size_t salt_size,
  const uint8_t *info, size_t info_size, uint8_t *output, size_t output_size);
reference_result mbedtls_ref_pbkdf2_sha256(
  void *opaque, const uint8_t *password, size_t password_size, const uint8_t *salt,
  size_t salt_size, uint32_t iterations, uint8_t *output, size_t output_size);
reference_result mbedtls_ref_ccm_set_key(void *opaque, const uint8_t key[16]);
reference_result mbedtls_ref_ccm_seal(
  void *opaque, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
  const uint8_t *plain, size_t size, uint8_t *sealed);
reference_result mbedtls_ref_ccm_open(
  void *opaque, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
  const uint8_t *sealed, size_t size, uint8_t *plain);
reference_result mbedtls_ref_multiply_base(
  void *opaque, const uint8_t scalar[32], uint8_t output[65]);
reference_result mbedtls_ref_multiply(
  void *opaque, const uint8_t scalar[32], const uint8_t point[65], uint8_t output[65]);
reference_result mbedtls_ref_multiply_add(
  void *opaque, const uint8_t a[32], const uint8_t p[65], const uint8_t b[32],
  const uint8_t q[65], uint8_t output[65]);
reference_result mbedtls_ref_add(
  void *opaque, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]);
reference_result mbedtls_ref_subtract(
  void *opaque, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]);
reference_result mbedtls_ref_check(void *opaque, const uint8_t point[65]);
reference_result mbedtls_ref_reduce(
  void *opaque, const uint8_t wide[40], uint8_t output[32]);
reference_result mbedtls_ref_field_multiply_add(
  void *opaque, const uint8_t a[32], const uint8_t b[32], const uint8_t c[32], uint8_t output[32]);
reference_result mbedtls_ref_field_invert(
  void *opaque, const uint8_t a[32], uint8_t output[32]);
reference_result mbedtls_ref_prover_points(
  void *opaque, const uint8_t w0[32], const uint8_t w1[32], const uint8_t x[32],
  const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]);
reference_result mbedtls_ref_verifier_points(
  void *opaque, const uint8_t w0[32], const uint8_t l[65], const uint8_t y[32],
  const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]);

#endif
