// Turns the bytes of a text file into text, in whichever of the usual encodings an office's computer wrote it.
import { AppError } from '../../shared/errors.ts';

/** Beyond this JavaScript's own strings end. */
const longestText = 400_000_000;
const bytesLookedAt = 4096;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** UTF-16 is told by its mark, or by every other byte being zero, as Latin letters, digits and separators are in it. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, bytesLookedAt) & ~1;
  if (length < 8) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === 0) zeros[at & 1]!++;
    // Bytes that stand in no text, in either half of a UTF-16 unit of ours.
    else if (byte < 7 || byte === 0x1b) return null;
  }
  const [even, odd] = zeros as [number, number];
  // Devanagari has no zero byte, separators and digits between it have; a binary file has zeros on both sides.
  if (odd > length / 20 && even * 20 < odd) return 'utf-16le';
  if (even > length / 20 && odd * 20 < even) return 'utf-16be';
  return null;
}

/** True where most of what is beyond ASCII is sound UTF-8: then a few broken bytes are damage, not another encoding. */
function mostlyUtf8(text: string): boolean {
  let lost = 0;
  let sound = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) lost++;
    else if (code > 0x7f) sound++;
  }
  return sound > lost * 4;
}

/** The text without its mark. UTF-16 by mark or by its zeros, else UTF-8, else what Windows wrote before it knew UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > longestText) throw new AppError('import.tooLarge', { limit: longestText, size: bytes.length });
  const wide = utf16Of(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    // Lost characters stay visible (U+FFFD), so that the rows they stand in are listed and not taken.
    return mostlyUtf8(text) ? text : new TextDecoder('windows-1252').decode(bytes);
  }
}
