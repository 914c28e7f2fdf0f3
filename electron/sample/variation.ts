// Varies demonstration numbers without chance, so that the sample is the same every time.

/**
 * A number from 1 - spread to 1 + spread that looks random and is always the same for the same two whole numbers
 * (the mixing steps of the splitmix32 generator).
 */
export function variation(spread: number, a: number, b: number): number {
  let x = Math.imul(a + 1, 0x9e3779b9) + Math.imul(b + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  const unit = ((x ^ (x >>> 15)) >>> 0) / 0x1_0000_0000;
  return 1 - spread + 2 * spread * unit;
}
