#include "openssl_context.h"

#include <openssl/core_names.h>
#include <openssl/params.h>
#include <string.h>

/// OpenSSL takes a null pointer for "unchanged" in places where we mean "empty".
static const uint8_t *not_null(const uint8_t *bytes) {
  static const uint8_t nothing[1];
  return bytes != NULL ? bytes : nothing;
}

static int set_digest(EVP_KDF_CTX *context) {
  char name[] = "SHA256";
  OSSL_PARAM digest[] = {
    OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, name, 0),
    OSSL_PARAM_construct_end(),
  };
  return EVP_KDF_CTX_set_params(context, digest);
}

int openssl_prepare_hashes(openssl_context *context) {
  char name[] = "SHA256";
  int unchecked = 1;
  OSSL_PARAM mac[] = {
    OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
    OSSL_PARAM_construct_end(),
  };
  // "pkcs5" lifts SP 800-132's minimum lengths, which a Matter passcode of 4 bytes does not meet.
  OSSL_PARAM pbkdf2[] = {
    OSSL_PARAM_construct_int(OSSL_KDF_PARAM_PKCS5, &unchecked),
    OSSL_PARAM_construct_end(),
  };
  context->digest = EVP_MD_fetch(NULL, "SHA256", NULL);
  context->mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
  context->hkdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
  context->pbkdf2 = EVP_KDF_fetch(NULL, "PBKDF2", NULL);
  if (context->digest == NULL || context->mac == NULL) return 0;
  if (context->hkdf == NULL || context->pbkdf2 == NULL) return 0;
  context->digest_context = EVP_MD_CTX_new();
  context->mac_context = EVP_MAC_CTX_new(context->mac);
  context->hkdf_context = EVP_KDF_CTX_new(context->hkdf);
  context->pbkdf2_context = EVP_KDF_CTX_new(context->pbkdf2);
  if (context->digest_context == NULL || context->mac_context == NULL) return 0;
  if (context->hkdf_context == NULL || context->pbkdf2_context == NULL) return 0;
  return EVP_MAC_CTX_set_params(context->mac_context, mac)
    && set_digest(context->hkdf_context)
    && set_digest(context->pbkdf2_context)
    && EVP_KDF_CTX_set_params(context->pbkdf2_context, pbkdf2);
}

int openssl_prepare_cipher(openssl_context *context) {
  context->ccm = EVP_CIPHER_fetch(NULL, "AES-128-CCM", NULL);
  context->sealing = EVP_CIPHER_CTX_new();
  context->opening = EVP_CIPHER_CTX_new();
  if (context->ccm == NULL || context->sealing == NULL || context->opening == NULL) return 0;
  // Both lengths enter the state that a key sets up, so they come first.
  return EVP_EncryptInit_ex2(context->sealing, context->ccm, NULL, NULL, NULL)
    && EVP_DecryptInit_ex2(context->opening, context->ccm, NULL, NULL, NULL)
    && EVP_CIPHER_CTX_ctrl(context->sealing, EVP_CTRL_AEAD_SET_IVLEN, 13, NULL)
    && EVP_CIPHER_CTX_ctrl(context->opening, EVP_CTRL_AEAD_SET_IVLEN, 13, NULL)
    && EVP_CIPHER_CTX_ctrl(context->sealing, EVP_CTRL_AEAD_SET_TAG, 16, NULL)
    && EVP_CIPHER_CTX_ctrl(context->opening, EVP_CTRL_AEAD_SET_TAG, 16, NULL);
}

// Hashes

reference_result openssl_sha256(
  void *opaque, const uint8_t *data, size_t size, uint8_t digest[32]
) {
  openssl_context *context = opaque;
  if (!EVP_DigestInit_ex2(context->digest_context, context->digest, NULL)) return failed();
  if (!EVP_DigestUpdate(context->digest_context, data, size)) return failed();
  if (!EVP_DigestFinal_ex(context->digest_context, digest, NULL)) return failed();
  return REFERENCE_OK;
}

reference_result openssl_hmac_sha256(
  void *opaque, const uint8_t *key, size_t key_size, const uint8_t *data, size_t size,
  uint8_t tag[32]
) {
  openssl_context *context = opaque;
  size_t written = 0;
  if (!EVP_MAC_init(context->mac_context, not_null(key), key_size, NULL)) return failed();
  if (!EVP_MAC_update(context->mac_context, data, size)) return failed();
  if (!EVP_MAC_final(context->mac_context, tag, &written, 32)) return failed();
  return written == 32 ? REFERENCE_OK : REFERENCE_FAILED;
}

static OSSL_PARAM octets(const char *name, const uint8_t *bytes, size_t size) {
  return OSSL_PARAM_construct_octet_string(name, (void *)not_null(bytes), size);
}

reference_result openssl_hkdf_sha256(
  void *opaque, const uint8_t *secret, size_t secret_size, const uint8_t *salt, size_t salt_size,
  const uint8_t *info, size_t info_size, uint8_t *output, size_t output_size
) {
  openssl_context *context = opaque;
  // An empty salt would leave the one of the call before in force; RFC 5869, section 2.2, gives
  // the salt that it stands for.
  static const uint8_t no_salt[32];
  OSSL_PARAM parameters[] = {
    octets(OSSL_KDF_PARAM_KEY, secret, secret_size),
    salt_size > 0 ? octets(OSSL_KDF_PARAM_SALT, salt, salt_size)
                  : octets(OSSL_KDF_PARAM_SALT, no_salt, sizeof no_salt),
    info_size > 0 ? octets(OSSL_KDF_PARAM_INFO, info, info_size) : OSSL_PARAM_construct_end(),
    OSSL_PARAM_construct_end(),
  };
  // A context that has had an info crashes on an empty one (OpenSSL 3.0), so it starts anew.
  if (info_size == 0) {
    EVP_KDF_CTX_reset(context->hkdf_context);
    if (!set_digest(context->hkdf_context)) return failed();
  }
  if (EVP_KDF_derive(context->hkdf_context, output, output_size, parameters) != 1) return failed();
  return REFERENCE_OK;
}

reference_result openssl_pbkdf2_sha256(
  void *opaque, const uint8_t *password, size_t password_size, const uint8_t *salt,
  size_t salt_size, uint32_t iterations, uint8_t *output, size_t output_size
) {
  openssl_context *context = opaque;
  OSSL_PARAM parameters[] = {
    octets(OSSL_KDF_PARAM_PASSWORD, password, password_size),
    octets(OSSL_KDF_PARAM_SALT, salt, salt_size),
    OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &iterations),
    OSSL_PARAM_construct_end(),
  };
  if (EVP_KDF_derive(context->pbkdf2_context, output, output_size, parameters) != 1) {
    return failed();
  }
  return REFERENCE_OK;
}

// AES-CCM

reference_result openssl_ccm_set_key(void *opaque, const uint8_t key[16]) {
  openssl_context *context = opaque;
  if (!EVP_EncryptInit_ex2(context->sealing, NULL, key, NULL, NULL)) return failed();
  if (!EVP_DecryptInit_ex2(context->opening, NULL, key, NULL, NULL)) return failed();
  return REFERENCE_OK;
}

reference_result openssl_ccm_seal(
  void *opaque, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
  const uint8_t *plain, size_t size, uint8_t *sealed
) {
  EVP_CIPHER_CTX *sealing = ((openssl_context *)opaque)->sealing;
  int written = 0;
  if (!EVP_EncryptInit_ex2(sealing, NULL, NULL, nonce, NULL)) return failed();
  if (!EVP_EncryptUpdate(sealing, NULL, &written, NULL, (int)size)) return failed();
  if (aad_size > 0 && !EVP_EncryptUpdate(sealing, NULL, &written, aad, (int)aad_size)) {
    return failed();
  }
  if (!EVP_EncryptUpdate(sealing, sealed, &written, not_null(plain), (int)size)) return failed();
  if (!EVP_EncryptFinal_ex(sealing, sealed + size, &written)) return failed();
  if (!EVP_CIPHER_CTX_ctrl(sealing, EVP_CTRL_AEAD_GET_TAG, 16, sealed + size)) return failed();
  return REFERENCE_OK;
}

reference_result openssl_ccm_open(
  void *opaque, const uint8_t nonce[13], const uint8_t *aad, size_t aad_size,
  const uint8_t *sealed, size_t size, uint8_t *plain
) {
  EVP_CIPHER_CTX *opening = ((openssl_context *)opaque)->opening;
  int written = 0;
  uint8_t tag[16];
  uint8_t nothing[1];
  memcpy(tag, sealed + size, sizeof tag);
  if (!EVP_DecryptInit_ex2(opening, NULL, NULL, nonce, NULL)) return failed();
  if (!EVP_CIPHER_CTX_ctrl(opening, EVP_CTRL_AEAD_SET_TAG, 16, tag)) return failed();
  if (!EVP_DecryptUpdate(opening, NULL, &written, NULL, (int)size)) return failed();
  if (aad_size > 0 && !EVP_DecryptUpdate(opening, NULL, &written, aad, (int)aad_size)) {
    return failed();
  }
  // With CCM this call decrypts and authenticates at once.
  if (EVP_DecryptUpdate(opening, size > 0 ? plain : nothing, &written, sealed, (int)size) <= 0) {
    ERR_clear_error();
    return REFERENCE_REJECTED;
  }
  return REFERENCE_OK;
}
