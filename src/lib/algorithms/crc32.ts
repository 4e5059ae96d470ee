// CRC-32 (ISO 3309, reflected polynomial 0xEDB88320) of zip and gzip entries, which fflate computes but does not export.

const TABLE = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/**
 * Checksum of bytes: finds damage, proves nothing against a forger.
 *
 * @param before checksum of the bytes that come before these
 * @returns a whole number of 32 bits without sign
 * @example
 * crc32(new TextEncoder().encode('123456789')); // 0xcbf43926
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (let at = 0; at < bytes.length; at++) value = TABLE[(value ^ bytes[at]!) & 255]! ^ (value >>> 8);
  return ~value >>> 0;
}
