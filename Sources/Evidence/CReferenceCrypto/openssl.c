#include "reference_crypto.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/obj_mac.h>
#include <openssl/params.h>
#include <stdlib.h>
#include <string.h>

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

/// OpenSSL takes a null pointer for "unchanged" in places where we mean "empty".
static const uint8_t *not_null(const uint8_t *bytes) {
  static const uint8_t nothing[1];
  return bytes != NULL ? bytes : nothing;
}

static reference_result failed(void) {
  ERR_clear_error();
  return REFERENCE_FAILED;
}

static void close_openssl(void *opaque) {
  openssl_context *context = opaque;
  BN_clear_free(context->b);
  BN_clear_free(context->a);
  EC_POINT_clear_free(context->sum);
  EC_POINT_clear_free(context->right);
  EC_POINT_clear_free(context->left);
  EC_POINT_free(context->n);
  EC_POINT_free(context->m);
  EC_GROUP_free(context->group);
  BN_CTX_free(context->numbers);
  EVP_CIPHER_CTX_free(context->opening);
  EVP_CIPHER_CTX_free(context->sealing);
  EVP_KDF_CTX_free(context->pbkdf2_context);
  EVP_KDF_CTX_free(context->hkdf_context);
  EVP_MAC_CTX_free(context->mac_context);
  EVP_MD_CTX_free(context->digest_context);
  EVP_CIPHER_free(context->ccm);
  EVP_KDF_free(context->pbkdf2);
  EVP_KDF_free(context->hkdf);
  EVP_MAC_free(context->mac);
  EVP_MD_free(context->digest);
  free(context);
}

static int set_digest(EVP_KDF_CTX *context) {
  char name[] = "SHA256";
  OSSL_PARAM digest[] = {
    OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, name, 0),
    OSSL_PARAM_construct_end(),
  };
  return EVP_KDF_CTX_set_params(context, digest);
}

static int prepare_hashes(openssl_context *context) {
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

static int prepare_cipher(openssl_context *context) {
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

static int prepare_curve(openssl_context *context) {
  context->numbers = BN_CTX_new();
  context->group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  context->a = BN_new();
  context->b = BN_new();
  if (context->numbers == NULL || context->group == NULL) return 0;
  if (context->a == NULL || context->b == NULL) return 0;
  EC_POINT **points[] = {
    &context->m, &context->n, &context->left, &context->right, &context->sum,
  };
  for (size_t index = 0; index < sizeof points / sizeof points[0]; index++) {
    *points[index] = EC_POINT_new(context->group);
    if (*points[index] == NULL) return 0;
  }
  return EC_POINT_oct2point(
           context->group, context->m, reference_spake2plus_m, 65, context->numbers)
    && EC_POINT_oct2point(context->group, context->n, reference_spake2plus_n, 65, context->numbers);
}

static void *open_openssl(void) {
  openssl_context *context = calloc(1, sizeof *context);
  if (context == NULL) return NULL;
  if (prepare_hashes(context) && prepare_cipher(context) && prepare_curve(context)) return context;
  ERR_clear_error();
  close_openssl(context);
  return NULL;
}

// Hashes

static reference_result openssl_sha256(
  void *opaque, const uint8_t *data, size_t size, uint8_t digest[32]
) {
  openssl_context *context = opaque;
  if (!EVP_DigestInit_ex2(context->digest_context, context->digest, NULL)) return failed();
  if (!EVP_DigestUpdate(context->digest_context, data, size)) return failed();
  if (!EVP_DigestFinal_ex(context->digest_context, digest, NULL)) return failed();
  return REFERENCE_OK;
}

static reference_result openssl_hmac_sha256(
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

static reference_result openssl_hkdf_sha256(
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

static reference_result openssl_pbkdf2_sha256(
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

static reference_result openssl_ccm_set_key(void *opaque, const uint8_t key[16]) {
  openssl_context *context = opaque;
  if (!EVP_EncryptInit_ex2(context->sealing, NULL, key, NULL, NULL)) return failed();
  if (!EVP_DecryptInit_ex2(context->opening, NULL, key, NULL, NULL)) return failed();
  return REFERENCE_OK;
}

static reference_result openssl_ccm_seal(
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

static reference_result openssl_ccm_open(
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

// P-256

static reference_result decode(openssl_context *context, const uint8_t bytes[65], EC_POINT *point) {
  if (bytes[0] != 0x04) return REFERENCE_REJECTED;
  if (EC_POINT_oct2point(context->group, point, bytes, 65, context->numbers)) return REFERENCE_OK;
  ERR_clear_error();
  return REFERENCE_REJECTED;
}

static reference_result encode(openssl_context *context, const EC_POINT *point, uint8_t bytes[65]) {
  if (EC_POINT_is_at_infinity(context->group, point)) return REFERENCE_INFINITY;
  size_t written = EC_POINT_point2oct(
    context->group, point, POINT_CONVERSION_UNCOMPRESSED, bytes, 65, context->numbers);
  return written == 65 ? REFERENCE_OK : failed();
}

static int read_number(BIGNUM *number, const uint8_t bytes[32]) {
  return BN_bin2bn(bytes, 32, number) != NULL;
}

static reference_result write_number(const BIGNUM *number, uint8_t output[32]) {
  return BN_bn2binpad(number, output, 32) == 32 ? REFERENCE_OK : failed();
}

static reference_result openssl_multiply_base(
  void *opaque, const uint8_t scalar[32], uint8_t output[65]
) {
  openssl_context *context = opaque;
  if (!read_number(context->a, scalar)) return failed();
  if (!EC_POINT_mul(context->group, context->sum, context->a, NULL, NULL, context->numbers)) {
    return failed();
  }
  return encode(context, context->sum, output);
}

static reference_result openssl_multiply(
  void *opaque, const uint8_t scalar[32], const uint8_t point[65], uint8_t output[65]
) {
  openssl_context *context = opaque;
  reference_result result = decode(context, point, context->left);
  if (result != REFERENCE_OK) return result;
  if (!read_number(context->a, scalar)) return failed();
  if (!EC_POINT_mul(
        context->group, context->sum, NULL, context->left, context->a, context->numbers)) {
    return failed();
  }
  return encode(context, context->sum, output);
}

static reference_result decode_two(
  openssl_context *context, const uint8_t p[65], const uint8_t q[65]
) {
  reference_result result = decode(context, p, context->left);
  if (result != REFERENCE_OK) return result;
  return decode(context, q, context->right);
}

static reference_result openssl_multiply_add(
  void *opaque, const uint8_t a[32], const uint8_t p[65], const uint8_t b[32],
  const uint8_t q[65], uint8_t output[65]
) {
  openssl_context *context = opaque;
  reference_result result = decode_two(context, p, q);
  if (result != REFERENCE_OK) return result;
  if (!read_number(context->a, a) || !read_number(context->b, b)) return failed();
  const EC_GROUP *group = context->group;
  BN_CTX *numbers = context->numbers;
  if (!EC_POINT_mul(group, context->sum, NULL, context->left, context->a, numbers)
      || !EC_POINT_mul(group, context->left, NULL, context->right, context->b, numbers)
      || !EC_POINT_add(group, context->sum, context->sum, context->left, numbers)) {
    return failed();
  }
  return encode(context, context->sum, output);
}

static reference_result openssl_add(
  void *opaque, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]
) {
  openssl_context *context = opaque;
  reference_result result = decode_two(context, p, q);
  if (result != REFERENCE_OK) return result;
  if (!EC_POINT_add(
        context->group, context->sum, context->left, context->right, context->numbers)) {
    return failed();
  }
  return encode(context, context->sum, output);
}

static reference_result openssl_subtract(
  void *opaque, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]
) {
  openssl_context *context = opaque;
  reference_result result = decode_two(context, p, q);
  if (result != REFERENCE_OK) return result;
  if (!EC_POINT_invert(context->group, context->right, context->numbers)) return failed();
  if (!EC_POINT_add(
        context->group, context->sum, context->left, context->right, context->numbers)) {
    return failed();
  }
  return encode(context, context->sum, output);
}

static reference_result openssl_check(void *opaque, const uint8_t point[65]) {
  openssl_context *context = opaque;
  return decode(context, point, context->left);
}

static reference_result openssl_reduce(
  void *opaque, const uint8_t wide[40], uint8_t output[32]
) {
  openssl_context *context = opaque;
  const BIGNUM *order = EC_GROUP_get0_order(context->group);
  if (BN_bin2bn(wide, 40, context->a) == NULL) return failed();
  if (!BN_nnmod(context->b, context->a, order, context->numbers)) return failed();
  return write_number(context->b, output);
}

static reference_result openssl_field_multiply_add(
  void *opaque, const uint8_t a[32], const uint8_t b[32], const uint8_t c[32], uint8_t output[32]
) {
  openssl_context *context = opaque;
  const BIGNUM *prime = EC_GROUP_get0_field(context->group);
  if (!read_number(context->a, a) || !read_number(context->b, b)) return failed();
  if (!BN_mod_mul(context->a, context->a, context->b, prime, context->numbers)) return failed();
  if (!read_number(context->b, c)) return failed();
  if (!BN_mod_add(context->a, context->a, context->b, prime, context->numbers)) return failed();
  return write_number(context->a, output);
}

static reference_result openssl_field_invert(
  void *opaque, const uint8_t a[32], uint8_t output[32]
) {
  openssl_context *context = opaque;
  const BIGNUM *prime = EC_GROUP_get0_field(context->group);
  if (!read_number(context->b, a)) return failed();
  if (!BN_nnmod(context->a, context->b, prime, context->numbers)) return failed();
  if (BN_is_zero(context->a)) return REFERENCE_REJECTED;
  if (BN_mod_inverse(context->b, context->a, prime, context->numbers) == NULL) return failed();
  return write_number(context->b, output);
}

// SPAKE2+

/// The share of one party (`secret`·P + w0·`own`), and in `right` the peer's without its mask
/// (`peer` − w0·`others`); leaves `secret` in `a`.
static reference_result exchange_shares(
  openssl_context *context, const uint8_t w0[32], const uint8_t secret[32],
  const uint8_t peer[65], const EC_POINT *own, const EC_POINT *others, uint8_t share[65]
) {
  const EC_GROUP *group = context->group;
  BN_CTX *numbers = context->numbers;
  if (!read_number(context->a, secret) || !read_number(context->b, w0)) return failed();
  if (!EC_POINT_mul(group, context->sum, context->a, own, context->b, numbers)) return failed();
  reference_result result = encode(context, context->sum, share);
  if (result != REFERENCE_OK) return result;
  result = decode(context, peer, context->left);
  if (result != REFERENCE_OK) return result;
  if (!EC_POINT_mul(group, context->right, NULL, others, context->b, numbers)
      || !EC_POINT_invert(group, context->right, numbers)
      || !EC_POINT_add(group, context->right, context->left, context->right, numbers)) {
    return failed();
  }
  return REFERENCE_OK;
}

static reference_result multiply_out(
  openssl_context *context, const BIGNUM *scalar, const EC_POINT *point, uint8_t output[65]
) {
  if (!EC_POINT_mul(context->group, context->sum, NULL, point, scalar, context->numbers)) {
    return failed();
  }
  return encode(context, context->sum, output);
}

static reference_result openssl_prover_points(
  void *opaque, const uint8_t w0[32], const uint8_t w1[32], const uint8_t x[32],
  const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]
) {
  openssl_context *context = opaque;
  reference_result result =
    exchange_shares(context, w0, x, peer, context->m, context->n, share);
  if (result != REFERENCE_OK) return result;
  result = multiply_out(context, context->a, context->right, z);
  if (result != REFERENCE_OK) return result;
  if (!read_number(context->b, w1)) return failed();
  return multiply_out(context, context->b, context->right, v);
}

static reference_result openssl_verifier_points(
  void *opaque, const uint8_t w0[32], const uint8_t l[65], const uint8_t y[32],
  const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]
) {
  openssl_context *context = opaque;
  reference_result result =
    exchange_shares(context, w0, y, peer, context->n, context->m, share);
  if (result != REFERENCE_OK) return result;
  result = multiply_out(context, context->a, context->right, z);
  if (result != REFERENCE_OK) return result;
  result = decode(context, l, context->left);
  if (result != REFERENCE_OK) return result;
  return multiply_out(context, context->a, context->left, v);
}

const reference_library *reference_openssl(void) {
  static const reference_library library = {
    .open = open_openssl,
    .close = close_openssl,
    .sha256 = openssl_sha256,
    .hmac_sha256 = openssl_hmac_sha256,
    .hkdf_sha256 = openssl_hkdf_sha256,
    .pbkdf2_sha256 = openssl_pbkdf2_sha256,
    .ccm_set_key = openssl_ccm_set_key,
    .ccm_seal = openssl_ccm_seal,
    .ccm_open = openssl_ccm_open,
    .p256_multiply_base = openssl_multiply_base,
    .p256_multiply = openssl_multiply,
    .p256_multiply_add = openssl_multiply_add,
    .p256_add = openssl_add,
    .p256_subtract = openssl_subtract,
    .p256_check = openssl_check,
    .p256_reduce = openssl_reduce,
    .p256_field_multiply_add = openssl_field_multiply_add,
    .p256_field_invert = openssl_field_invert,
    .prover_points = openssl_prover_points,
    .verifier_points = openssl_verifier_points,
  };
  return &library;
}
