#include "mbedtls_context.h"

static reference_result decode(
  mbedtls_context *context, const uint8_t bytes[65], mbedtls_ecp_point *point
) {
  if (bytes[0] != 0x04) return REFERENCE_REJECTED;
  if (mbedtls_ecp_point_read_binary(&context->group, point, bytes, 65) != 0) {
    return REFERENCE_REJECTED;
  }
  if (mbedtls_ecp_check_pubkey(&context->group, point) != 0) return REFERENCE_REJECTED;
  return REFERENCE_OK;
}

static reference_result encode(
  mbedtls_context *context, mbedtls_ecp_point *point, uint8_t bytes[65]
) {
  size_t written = 0;
  if (mbedtls_ecp_is_zero(point)) return REFERENCE_INFINITY;
  int error = mbedtls_ecp_point_write_binary(
    &context->group, point, MBEDTLS_ECP_PF_UNCOMPRESSED, &written, bytes, 65);
  return error == 0 && written == 65 ? REFERENCE_OK : REFERENCE_FAILED;
}

static reference_result decode_two(
  mbedtls_context *context, const uint8_t p[65], const uint8_t q[65]
) {
  reference_result result = decode(context, p, &context->left);
  if (result != REFERENCE_OK) return result;
  return decode(context, q, &context->right);
}

/// Reads a scalar and brings it below the order, as mbedTLS demands of its multipliers.
static int read_scalar(mbedtls_context *context, mbedtls_mpi *number, const uint8_t bytes[32]) {
  return mbedtls_mpi_read_binary(number, bytes, 32) == 0
    && mbedtls_mpi_mod_mpi(number, number, &context->group.N) == 0;
}

/// `output` = `scalar` · `point`; mbedTLS's own refuses zero, which has an answer.
static int multiply(
  mbedtls_context *context, mbedtls_ecp_point *output, const mbedtls_mpi *scalar,
  const mbedtls_ecp_point *point
) {
  if (mbedtls_mpi_cmp_int(scalar, 0) == 0) return mbedtls_ecp_set_zero(output) == 0;
  return mbedtls_ecp_mul(
           &context->group, output, scalar, point, mbedtls_ctr_drbg_random, &context->blinding)
    == 0;
}

/// `output` = `p` + `q`; mbedTLS's own refuses infinity, which changes nothing.
static int add(
  mbedtls_context *context, mbedtls_ecp_point *output, mbedtls_ecp_point *p, mbedtls_ecp_point *q
) {
  if (mbedtls_ecp_is_zero(p)) return mbedtls_ecp_copy(output, q) == 0;
  if (mbedtls_ecp_is_zero(q)) return mbedtls_ecp_copy(output, p) == 0;
  return mbedtls_ecp_muladd(&context->group, output, &context->one, p, &context->one, q) == 0;
}

/// Changes the sign of an affine point. No point of P-256 has y = 0, so y stays below the prime.
static int negate(mbedtls_context *context, mbedtls_ecp_point *point) {
  return mbedtls_mpi_sub_mpi(&point->Y, &context->group.P, &point->Y) == 0;
}

reference_result mbedtls_ref_multiply_base(
  void *opaque, const uint8_t scalar[32], uint8_t output[65]
) {
  mbedtls_context *context = opaque;
  if (!read_scalar(context, &context->a, scalar)) return REFERENCE_FAILED;
  if (!multiply(context, &context->sum, &context->a, &context->group.G)) return REFERENCE_FAILED;
  return encode(context, &context->sum, output);
}

reference_result mbedtls_ref_multiply(
  void *opaque, const uint8_t scalar[32], const uint8_t point[65], uint8_t output[65]
) {
  mbedtls_context *context = opaque;
  reference_result result = decode(context, point, &context->left);
  if (result != REFERENCE_OK) return result;
  if (!read_scalar(context, &context->a, scalar)) return REFERENCE_FAILED;
  if (!multiply(context, &context->sum, &context->a, &context->left)) return REFERENCE_FAILED;
  return encode(context, &context->sum, output);
}

reference_result mbedtls_ref_multiply_add(
  void *opaque, const uint8_t a[32], const uint8_t p[65], const uint8_t b[32],
  const uint8_t q[65], uint8_t output[65]
) {
  mbedtls_context *context = opaque;
  reference_result result = decode_two(context, p, q);
  if (result != REFERENCE_OK) return result;
  if (!read_scalar(context, &context->a, a)) return REFERENCE_FAILED;
  if (!read_scalar(context, &context->b, b)) return REFERENCE_FAILED;
  if (!multiply(context, &context->sum, &context->a, &context->left)) return REFERENCE_FAILED;
  if (!multiply(context, &context->left, &context->b, &context->right)) return REFERENCE_FAILED;
  if (!add(context, &context->sum, &context->sum, &context->left)) return REFERENCE_FAILED;
  return encode(context, &context->sum, output);
}

reference_result mbedtls_ref_add(
  void *opaque, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]
) {
  mbedtls_context *context = opaque;
  reference_result result = decode_two(context, p, q);
  if (result != REFERENCE_OK) return result;
  if (!add(context, &context->sum, &context->left, &context->right)) return REFERENCE_FAILED;
  return encode(context, &context->sum, output);
}

reference_result mbedtls_ref_subtract(
  void *opaque, const uint8_t p[65], const uint8_t q[65], uint8_t output[65]
) {
  mbedtls_context *context = opaque;
  reference_result result = decode_two(context, p, q);
  if (result != REFERENCE_OK) return result;
  if (!negate(context, &context->right)) return REFERENCE_FAILED;
  if (!add(context, &context->sum, &context->left, &context->right)) return REFERENCE_FAILED;
  return encode(context, &context->sum, output);
}

reference_result mbedtls_ref_check(void *opaque, const uint8_t point[65]) {
  mbedtls_context *context = opaque;
  return decode(context, point, &context->left);
}

reference_result mbedtls_ref_reduce(
  void *opaque, const uint8_t wide[40], uint8_t output[32]
) {
  mbedtls_context *context = opaque;
  if (mbedtls_mpi_read_binary(&context->a, wide, 40) != 0) return REFERENCE_FAILED;
  if (mbedtls_mpi_mod_mpi(&context->b, &context->a, &context->group.N) != 0) {
    return REFERENCE_FAILED;
  }
  return mbedtls_mpi_write_binary(&context->b, output, 32) == 0 ? REFERENCE_OK : REFERENCE_FAILED;
}

reference_result mbedtls_ref_field_multiply_add(
  void *opaque, const uint8_t a[32], const uint8_t b[32], const uint8_t c[32], uint8_t output[32]
) {
  mbedtls_context *context = opaque;
  const mbedtls_mpi *prime = &context->group.P;
  if (mbedtls_mpi_read_binary(&context->a, a, 32) != 0
      || mbedtls_mpi_read_binary(&context->b, b, 32) != 0
      || mbedtls_mpi_mul_mpi(&context->a, &context->a, &context->b) != 0
      || mbedtls_mpi_read_binary(&context->b, c, 32) != 0
      || mbedtls_mpi_add_mpi(&context->a, &context->a, &context->b) != 0
      || mbedtls_mpi_mod_mpi(&context->a, &context->a, prime) != 0
      || mbedtls_mpi_write_binary(&context->a, output, 32) != 0) {
    return REFERENCE_FAILED;
  }
  return REFERENCE_OK;
}

reference_result mbedtls_ref_field_invert(
  void *opaque, const uint8_t a[32], uint8_t output[32]
) {
  mbedtls_context *context = opaque;
  const mbedtls_mpi *prime = &context->group.P;
  if (mbedtls_mpi_read_binary(&context->b, a, 32) != 0) return REFERENCE_FAILED;
  if (mbedtls_mpi_mod_mpi(&context->a, &context->b, prime) != 0) return REFERENCE_FAILED;
  if (mbedtls_mpi_cmp_int(&context->a, 0) == 0) return REFERENCE_REJECTED;
  if (mbedtls_mpi_inv_mod(&context->b, &context->a, prime) != 0
      || mbedtls_mpi_write_binary(&context->b, output, 32) != 0) {
    return REFERENCE_FAILED;
  }
  return REFERENCE_OK;
}

// SPAKE2+

/// The share of one party (`secret`·P + w0·`own`), and in `right` the peer's without its mask
/// (`peer` − w0·`others`); leaves `secret` in `a`.
static reference_result exchange_shares(
  mbedtls_context *context, const uint8_t w0[32], const uint8_t secret[32],
  const uint8_t peer[65], const mbedtls_ecp_point *own, const mbedtls_ecp_point *others,
  uint8_t share[65]
) {
  if (!read_scalar(context, &context->a, secret)) return REFERENCE_FAILED;
  if (!read_scalar(context, &context->b, w0)) return REFERENCE_FAILED;
  if (!multiply(context, &context->sum, &context->a, &context->group.G)
      || !multiply(context, &context->left, &context->b, own)
      || !add(context, &context->sum, &context->sum, &context->left)) {
    return REFERENCE_FAILED;
  }
  reference_result result = encode(context, &context->sum, share);
  if (result != REFERENCE_OK) return result;
  result = decode(context, peer, &context->left);
  if (result != REFERENCE_OK) return result;
  if (!multiply(context, &context->sum, &context->b, others)
      || !negate(context, &context->sum)
      || !add(context, &context->right, &context->left, &context->sum)) {
    return REFERENCE_FAILED;
  }
  return REFERENCE_OK;
}

static reference_result multiply_out(
  mbedtls_context *context, const mbedtls_mpi *scalar, mbedtls_ecp_point *point,
  uint8_t output[65]
) {
  if (mbedtls_ecp_is_zero(point)) return REFERENCE_INFINITY;
  if (!multiply(context, &context->sum, scalar, point)) return REFERENCE_FAILED;
  return encode(context, &context->sum, output);
}

reference_result mbedtls_ref_prover_points(
  void *opaque, const uint8_t w0[32], const uint8_t w1[32], const uint8_t x[32],
  const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]
) {
  mbedtls_context *context = opaque;
  reference_result result =
    exchange_shares(context, w0, x, peer, &context->m, &context->n, share);
  if (result != REFERENCE_OK) return result;
  result = multiply_out(context, &context->a, &context->right, z);
  if (result != REFERENCE_OK) return result;
  if (!read_scalar(context, &context->b, w1)) return REFERENCE_FAILED;
  return multiply_out(context, &context->b, &context->right, v);
}

reference_result mbedtls_ref_verifier_points(
  void *opaque, const uint8_t w0[32], const uint8_t l[65], const uint8_t y[32],
  const uint8_t peer[65], uint8_t share[65], uint8_t z[65], uint8_t v[65]
) {
  mbedtls_context *context = opaque;
  reference_result result =
    exchange_shares(context, w0, y, peer, &context->n, &context->m, share);
  if (result != REFERENCE_OK) return result;
  result = multiply_out(context, &context->a, &context->right, z);
  if (result != REFERENCE_OK) return result;
  result = decode(context, l, &context->left);
  if (result != REFERENCE_OK) return result;
  return multiply_out(context, &context->a, &context->left, v);
}
