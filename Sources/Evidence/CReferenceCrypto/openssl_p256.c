#include "openssl_context.h"

#include <openssl/obj_mac.h>

int openssl_prepare_curve(openssl_context *context) {
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

reference_result openssl_multiply_base(
  void *opaque, const uint8_t scalar[32], uint8_t output[65]
) {
  openssl_context *context = opaque;
  if (!read_number(context->a, scalar)) return failed();
  if (!EC_POINT_mul(context->group, context->sum, context->a, NULL, NULL, context->numbers)) {
    return failed();
  }
  return encode(context, context->sum, output);
}

reference_result openssl_multiply(
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

reference_result openssl_multiply_add(
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

reference_result openssl_add(
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

reference_result openssl_subtract(
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

reference_result openssl_check(void *opaque, const uint8_t point[65]) {
  openssl_context *context = opaque;
  return decode(context, point, context->left);
}

reference_result openssl_reduce(
  void *opaque, const uint8_t wide[40], uint8_t output[32]
) {
  openssl_context *context = opaque;
  const BIGNUM *order = EC_GROUP_get0_order(context->group);
  if (BN_bin2bn(wide, 40, context->a) == NULL) return failed();
  if (!BN_nnmod(context->b, context->a, order, context->numbers)) return failed();
  return write_number(context->b, output);
}

reference_result openssl_field_multiply_add(
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

reference_result openssl_field_invert(
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

reference_result openssl_prover_points(
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

reference_result openssl_verifier_points(
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
