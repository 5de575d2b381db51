#include "openssl_context.h"

#include <stdlib.h>

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

static void *open_openssl(void) {
  openssl_context *context = calloc(1, sizeof *context);
  if (context == NULL) return NULL;
  if (openssl_prepare_hashes(context) && openssl_prepare_cipher(context)
      && openssl_prepare_curve(context)) {
    return context;
  }
  ERR_clear_error();
  close_openssl(context);
  return NULL;
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
