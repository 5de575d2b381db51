#include "mbedtls_context.h"

#include <stdlib.h>

static void close_mbedtls(void *opaque) {
  mbedtls_context *context = opaque;
  mbedtls_mpi_free(&context->one);
  mbedtls_mpi_free(&context->b);
  mbedtls_mpi_free(&context->a);
  mbedtls_ecp_point_free(&context->sum);
  mbedtls_ecp_point_free(&context->right);
  mbedtls_ecp_point_free(&context->left);
  mbedtls_ecp_point_free(&context->n);
  mbedtls_ecp_point_free(&context->m);
  mbedtls_ecp_group_free(&context->group);
  mbedtls_ctr_drbg_free(&context->blinding);
  mbedtls_entropy_free(&context->entropy);
  mbedtls_ccm_free(&context->ccm);
  mbedtls_md_free(&context->mac);
  mbedtls_sha256_free(&context->digest);
  free(context);
}

static void *open_mbedtls(void) {
  mbedtls_context *context = calloc(1, sizeof *context);
  if (context == NULL) return NULL;
  mbedtls_sha256_init(&context->digest);
  mbedtls_md_init(&context->mac);
  mbedtls_ccm_init(&context->ccm);
  mbedtls_entropy_init(&context->entropy);
  mbedtls_ctr_drbg_init(&context->blinding);
  mbedtls_ecp_group_init(&context->group);
  mbedtls_ecp_point_init(&context->m);
  mbedtls_ecp_point_init(&context->n);
  mbedtls_ecp_point_init(&context->left);
  mbedtls_ecp_point_init(&context->right);
  mbedtls_ecp_point_init(&context->sum);
  mbedtls_mpi_init(&context->a);
  mbedtls_mpi_init(&context->b);
  mbedtls_mpi_init(&context->one);
  mbedtls_ecp_group *group = &context->group;
  if (mbedtls_md_setup(&context->mac, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), 1) == 0
      && mbedtls_ctr_drbg_seed(
           &context->blinding, mbedtls_entropy_func, &context->entropy, NULL, 0) == 0
      && mbedtls_ecp_group_load(group, MBEDTLS_ECP_DP_SECP256R1) == 0
      && mbedtls_ecp_point_read_binary(group, &context->m, reference_spake2plus_m, 65) == 0
      && mbedtls_ecp_point_read_binary(group, &context->n, reference_spake2plus_n, 65) == 0
      && mbedtls_mpi_lset(&context->one, 1) == 0) {
    return context;
  }
  close_mbedtls(context);
  return NULL;
}

const reference_library *reference_mbedtls(void) {
  static const reference_library library = {
    .open = open_mbedtls,
    .close = close_mbedtls,
    .sha256 = mbedtls_ref_sha256,
    .hmac_sha256 = mbedtls_ref_hmac_sha256,
    .hkdf_sha256 = mbedtls_ref_hkdf_sha256,
    .pbkdf2_sha256 = mbedtls_ref_pbkdf2_sha256,
    .ccm_set_key = mbedtls_ref_ccm_set_key,
    .ccm_seal = mbedtls_ref_ccm_seal,
    .ccm_open = mbedtls_ref_ccm_open,
    .p256_multiply_base = mbedtls_ref_multiply_base,
    .p256_multiply = mbedtls_ref_multiply,
    .p256_multiply_add = mbedtls_ref_multiply_add,
    .p256_add = mbedtls_ref_add,
    .p256_subtract = mbedtls_ref_subtract,
    .p256_check = mbedtls_ref_check,
    .p256_reduce = mbedtls_ref_reduce,
    .p256_field_multiply_add = mbedtls_ref_field_multiply_add,
    .p256_field_invert = mbedtls_ref_field_invert,
    .prover_points = mbedtls_ref_prover_points,
    .verifier_points = mbedtls_ref_verifier_points,
  };
  return &library;
}
