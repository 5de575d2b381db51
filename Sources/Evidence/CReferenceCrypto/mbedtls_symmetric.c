#include "mbedtls_context.h"

#include <mbedtls/hkdf.h>
#include <mbedtls/pkcs5.h>

// Hashes

reference_result mbedtls_ref_sha256(
  void *opaque, const uint8_t *data, size_t size, uint8_t digest[32]
) {
  mbedtls_context *context = opaque;
  if (mbedtls_sha256_starts_ret(&context->digest, 0) != 0) return REFERENCE_FAILED;
  if (mbedtls_sha256_update_ret(&context->digest, data, size) != 0) return REFERENCE_FAILED;
  if (mbedtls_sha256_finish_ret(&context->digest, digest) != 0) return REFERENCE_FAILED;
  return REFERENCE_OK;
}

reference_result mbedtls_ref_hmac_sha256(
  void *opaque, const uint8_t *key, size_t key_size, const uint8_t *data, size_t size,
  uint8_t tag[32]
) {
  mbedtls_context *context = opaque;
  if (mbedtls_md_hmac_starts(&context->mac, key, key_size) != 0) return REFERENCE_FAILED;
  if (mbedtls_md_hmac_update(&context->mac, data, size) != 0) return REFERENCE_FAILED;
  if (mbedtls_md_hmac_finish(&context->mac, tag) != 0) return REFERENCE_FAILED;
  return REFERENCE_OK;
}

reference_result mbedtls_ref_hkdf_sha256(
  void *opaque, const uint8_t *secret, size_t secret_size, const uint8_t *salt, size_t salt_size,
  const uint8_t *info, size_t info_size, uint8_t *output, size_t output_size
) {
  (void)opaque;
  int error = mbedtls_hkdf(
    mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), salt_size > 0 ? salt : NULL, salt_size, secret,
    secret_size, info, info_size, output, output_size);
  return error == 0 ? REFERENCE_OK : REFERENCE_FAILED;
}

reference_result mbedtls_ref_pbkdf2_sha256(
  void *opaque, const uint8_t *password, size_t password_size, const uint8_t *salt,
  size_t salt_size, uint32_t iterations, uint8_t *output, size_t output_size
) {
  mbedtls_context *context = opaque;
  int error = mbedtls_pkcs5_pbkdf2_hmac(
    &context->mac, password, password_size, salt, salt_size, iterations, (uint32_t)output_size,
    output);
  return error == 0 ? REFERENCE_OK : REFERENCE_FAILED;
}

// AES-CCM

reference_result mbedtls_ref_ccm_set_key(void *opaque, const uint8_t key[16]) {
  mbedtls_context *context = opaque;
  int error = mbedtls_ccm_setkey(&context->ccm, MBEDTLS_CIPHER_ID_AES, key, 128);
  return error == 0 ? REFERENCE_OK : REFERENCE_FAILED;
}

reference_result mbedtls_ref_ccm_seal(
  void *opaque, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
  const uint8_t *plain, size_t size, uint8_t *sealed
) {
  mbedtls_context *context = opaque;
  int error = mbedtls_ccm_encrypt_and_tag(
    &context->ccm, size, nonce, 13, aad, aad_size, plain, sealed, sealed + size, 16);
  return error == 0 ? REFERENCE_OK : REFERENCE_FAILED;
}

reference_result mbedtls_ref_ccm_open(
  void *opaque, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
  const uint8_t *sealed, size_t size, uint8_t *plain
) {
  mbedtls_context *context = opaque;
  int error = mbedtls_ccm_auth_decrypt(
    &context->ccm, size, nonce, 13, aad, aad_size, sealed, plain, sealed + size, 16);
  if (error == MBEDTLS_ERR_CCM_AUTH_FAILED) return REFERENCE_REJECTED;
  return error == 0 ? REFERENCE_OK : REFERENCE_FAILED;
}
