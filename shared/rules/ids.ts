// Ids that sort by the time they were made and never collide between laptops.

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 random bits. `randomBytes` holds ten random bytes.
 */
export function uuidV7(milliseconds: number, randomBytes: Uint8Array): string {
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0');
  const random = Array.from(randomBytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 + ((randomBytes[2] ?? 0) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${random.slice(0, 3)}-${variant}${random.slice(5, 8)}-${random.slice(8, 20)}`;
}
