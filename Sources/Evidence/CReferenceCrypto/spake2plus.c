#include "reference_crypto.h"

#include <string.h>

const uint8_t reference_spake2plus_m[65] = {
  0x04, 0x88, 0x6e, 0x2f, 0x97, 0xac, 0xe4, 0x6e, 0x55, 0xba, 0x9d, 0xd7, 0x24,
  0x25, 0x79, 0xf2, 0x99, 0x3b, 0x64, 0xe1, 0x6e, 0xf3, 0xdc, 0xab, 0x95, 0xaf,
  0xd4, 0x97, 0x33, 0x3d, 0x8f, 0xa1, 0x2f, 0x5f, 0xf3, 0x55, 0x16, 0x3e, 0x43,
  0xce, 0x22, 0x4e, 0x0b, 0x0e, 0x65, 0xff, 0x02, 0xac, 0x8e, 0x5c, 0x7b, 0xe0,
  0x94, 0x19, 0xc7, 0x85, 0xe0, 0xca, 0x54, 0x7d, 0x55, 0xa1, 0x2e, 0x2d, 0x20,
};

const uint8_t reference_spake2plus_n[65] = {
  0x04, 0xd8, 0xbb, 0xd6, 0xc6, 0x39, 0xc6, 0x29, 0x37, 0xb0, 0x4d, 0x99, 0x7f,
  0x38, 0xc3, 0x77, 0x07, 0x19, 0xc6, 0x29, 0xd7, 0x01, 0x4d, 0x49, 0xa2, 0x4b,
  0x4f, 0x98, 0xba, 0xa1, 0x29, 0x2b, 0x49, 0x07, 0xd6, 0x0a, 0xa6, 0xbf, 0xad,
  0xe4, 0x50, 0x08, 0xa6, 0x36, 0x33, 0x7f, 0x51, 0x68, 0xc6, 0x4d, 0x9b, 0xd3,
  0x60, 0x34, 0x80, 0x8c, 0xd5, 0x64, 0x49, 0x0b, 0x1e, 0x65, 0x6e, 0xdb, 0xe7,
};

enum { TRANSCRIPT_SIZE = 8 + 32 + 8 + 8 + 6 * (8 + 65) + 8 + 32 };

/// What follows from the six points and w0: both confirmations and the keys.
typedef struct key_schedule {
  uint8_t confirmation_a[32];
  uint8_t confirmation_b[32];
  uint8_t session_keys[48];
} key_schedule;

static uint8_t *append(uint8_t *end, const uint8_t *bytes, size_t size) {
  for (int index = 0; index < 8; index++) {
    *end++ = (uint8_t)((uint64_t)size >> (8 * index));
  }
  if (size > 0) memcpy(end, bytes, size);
  return end + size;
}

static reference_result derive(
  const reference_library *library, void *context, const uint8_t transcript[32],
  const uint8_t x[65], const uint8_t y[65], const uint8_t z[65], const uint8_t v[65],
  const uint8_t w0[32], key_schedule *keys
) {
  uint8_t text[TRANSCRIPT_SIZE];
  uint8_t *end = append(text, transcript, 32);
  end = append(end, NULL, 0);
  end = append(end, NULL, 0);
  end = append(end, reference_spake2plus_m, 65);
  end = append(end, reference_spake2plus_n, 65);
  end = append(end, x, 65);
  end = append(end, y, 65);
  end = append(end, z, 65);
  end = append(end, v, 65);
  append(end, w0, 32);

  static const char confirmation_info[] = "ConfirmationKeys";
  static const char session_info[] = "SessionKeys";
  uint8_t main_key[32];
  uint8_t confirmation_keys[32];
  reference_result result = library->sha256(context, text, sizeof text, main_key);
  if (result != REFERENCE_OK) return result;
  result = library->hkdf_sha256(
    context, main_key, 16, NULL, 0, (const uint8_t *)confirmation_info,
    sizeof confirmation_info - 1, confirmation_keys, sizeof confirmation_keys);
  if (result != REFERENCE_OK) return result;
  result = library->hmac_sha256(context, confirmation_keys, 16, y, 65, keys->confirmation_a);
  if (result != REFERENCE_OK) return result;
  result = library->hmac_sha256(context, confirmation_keys + 16, 16, x, 65, keys->confirmation_b);
  if (result != REFERENCE_OK) return result;
  return library->hkdf_sha256(
    context, main_key + 16, 16, NULL, 0, (const uint8_t *)session_info, sizeof session_info - 1,
    keys->session_keys, sizeof keys->session_keys);
}

reference_result reference_prover_handshake(
  const reference_library *library, void *context, const uint8_t w0[32], const uint8_t w1[32],
  const uint8_t x[32], const uint8_t transcript[32], const uint8_t peer[65],
  const uint8_t peer_confirmation[32], uint8_t share[65], uint8_t confirmation[32],
  uint8_t session_keys[48]
) {
  uint8_t z[65], v[65];
  key_schedule keys;
  reference_result result = library->prover_points(context, w0, w1, x, peer, share, z, v);
  if (result != REFERENCE_OK) return result;
  result = derive(library, context, transcript, share, peer, z, v, w0, &keys);
  if (result != REFERENCE_OK) return result;
  if (memcmp(keys.confirmation_b, peer_confirmation, 32) != 0) return REFERENCE_REJECTED;
  memcpy(confirmation, keys.confirmation_a, 32);
  memcpy(session_keys, keys.session_keys, 48);
  return REFERENCE_OK;
}

reference_result reference_verifier_handshake(
  const reference_library *library, void *context, const uint8_t w0[32], const uint8_t l[65],
  const uint8_t y[32], const uint8_t transcript[32], const uint8_t peer[65],
  const uint8_t peer_confirmation[32], uint8_t share[65], uint8_t confirmation[32],
  uint8_t session_keys[48]
) {
  uint8_t z[65], v[65];
  key_schedule keys;
  reference_result result = library->verifier_points(context, w0, l, y, peer, share, z, v);
  if (result != REFERENCE_OK) return result;
  result = derive(library, context, transcript, peer, share, z, v, w0, &keys);
  if (result != REFERENCE_OK) return result;
  if (memcmp(keys.confirmation_a, peer_confirmation, 32) != 0) return REFERENCE_REJECTED;
  memcpy(confirmation, keys.confirmation_b, 32);
  memcpy(session_keys, keys.session_keys, 48);
  return REFERENCE_OK;
}
