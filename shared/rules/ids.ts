// Ids that sort by the time they were made and never collide between laptops.

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUIDv7 (RFC 9562, method 1): 48 bits of milliseconds since 1970, a counter of 12 bits (0 to 4095) that tells apart what one laptop makes
 * in one millisecond, then 62 random bits from the eight bytes of `random` at `offset`.
 */
export function uuidV7(milliseconds: number, counter: number, random: Uint8Array, offset = 0): string {
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0');
  const byte = (at: number) => hex[random[offset + at] ?? 0]!;
  const variant = hex[0x80 | ((random[offset] ?? 0) & 0x3f)]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${byte(1)}-${byte(2)}${byte(3)}${byte(4)}${byte(5)}${byte(6)}${byte(7)}`;
}
