// How one cell of an imported sheet is understood: names compared, numbers read, totals recognised.

/** Latin letters, digits and usual signs with single blanks between: nearly every name, and nothing to compose. */
const plainLatin = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The form in which two names count as the same: Unicode composed, lower case, single blanks, no invisible joiners,
 * chandrabindu as anusvara. Deliberately no more than that: a guess here would hang units on a wrong parent.
 */
export function sameNameKey(text: string): string {
  if (plainLatin.test(text)) return text.toLowerCase();
  return text.normalize('NFC').replaceAll(/[\u200B-\u200D\uFEFF]/g, '').replaceAll('ँ', 'ं')
    .replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/** A code as it is kept: `354` for `354.0`, `3.54E+2` and `'354`, as spreadsheets spoil them; leading zeros stay as they are written. */
export function readCode(text: string): string {
  if (/^\d*$/.test(text)) return text;
  const plain = text.trim().replace(/^['’`]+/, '').replaceAll(/[\u200B-\u200D\uFEFF]/g, '').trim();
  const number = /^(\d+)\.0+$/.exec(plain);
  if (number) return number[1]!;
  if (!/^\d(\.\d+)?E\+?\d{1,2}$/i.test(plain)) return plain;
  const value = Number(plain);
  return Number.isSafeInteger(value) ? String(value) : plain;
}

/** The form in which two codes count as the same: `012`, `12`, `12.0` and `१२` are one code; so are `BH 1` and `bh1`. */
export function sameCodeKey(text: string): string {
  if (/^[1-9]\d*$/.test(text)) return text;
  return readCode(latinDigits(text)).replaceAll(/\s+/g, '').replace(/^0+(?=\d+$)/, '').toUpperCase();
}

/**
 * Which of two cells is the English and which the Hindi name, told by their script: columns headed "in local language" are mostly
 * English, and some are swapped. A second name without Devanagari is no Hindi name and is dropped where the first is there.
 */
export function readNames(name: string, nameHi: string): { name: string; nameHi: string } {
  if (nameHi === '' || hasDevanagari(nameHi)) return name !== '' && isDevanagari(name) && nameHi !== '' && !isDevanagari(nameHi) ? { name: nameHi, nameHi: name } : { name, nameHi };
  if (name === '') return { name: nameHi, nameHi: '' };
  return isDevanagari(name) ? { name: nameHi, nameHi: name } : { name, nameHi: '' };
}

/** True where characters were lost before the text came here (U+FFFD): such a name must not get into the tree. */
export function isDamaged(text: string): boolean {
  return text.includes('\uFFFD');
}

/** True when the text has letters and all of them are Devanagari. */
export function isDevanagari(text: string): boolean {
  return /\p{Script=Devanagari}/u.test(text) && !/\p{Script=Latin}/u.test(text);
}

/** True for anything to do with Devanagari in the text. */
export function hasDevanagari(text: string): boolean {
  return /\p{Script=Devanagari}/u.test(text);
}

/** `1200` for `१२००`. */
export function latinDigits(text: string): string {
  if (!/[०-९]/.test(text)) return text;
  return text.replaceAll(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}

/** A whole number of at least 0, in either digits, grouped or not (`15,00,000`); null when it is none. */
export function readWhole(text: string): number | null {
  const plain = latinDigits(text).replaceAll(/[\s\u00A0]/g, '');
  if (!/^\d+(\.0+)?$|^\d{1,3}(,\d{2,3})*,\d{3}(\.0+)?$/.test(plain)) return null;
  const value = Number(plain.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? value : null;
}

/** A decimal number, signed; null when it is none. */
export function readDecimal(text: string): number | null {
  const plain = latinDigits(text).trim();
  if (!/^[+-]?\d+(\.\d+)?°?$/.test(plain)) return null;
  return Number(plain.replace('°', ''));
}

/** The number a seat's cell begins with: 38 for `38`, `38 - Jharia` and `38. झरिया`; null when it begins with none. */
export function readSeatNumber(text: string): number | null {
  const match = /^(\d{1,3})(?:\.0+)?(?:\s*[-–—.:)/,]\s*\D.*|\s+\D.*)?$/u.exec(latinDigits(text).trim());
  return match ? Number(match[1]) : null;
}

/** A part number as it is kept: `12` for `012` and `१२.0`, `12A` for `12 a`; null when it is none. */
export function readPart(text: string): string | null {
  const match = /^0*([1-9]\d{0,4})(?:\.0+)?\s*([a-z]?)$/i.exec(latinDigits(text).trim());
  return match ? `${match[1]}${match[2]!.toUpperCase()}` : null;
}

const totalAtStart = /^((grand|sub)[\s-]*)?totals?([\s:.\-–(]|$)/i;
const totalAtEnd = /\stotals?$/i;
const totalHindi = /^(कुल योग|महायोग|योग)([\s:.\-–(]|$)|^कुल\s*[:.\-–]?$|\s(कुल योग|महायोग|योग|कुल)$/u;

/** True for the label of a summing row: "Total", "Dhanbad Total", "कुल", "योग:". A name such as "कुलडीहा" is none. */
export function isTotalLabel(text: string): boolean {
  // Nearly no cell has any of these: one look instead of three.
  if (!/total|योग|कुल/i.test(text)) return false;
  const plain = text.trim();
  return totalAtStart.test(plain) || totalAtEnd.test(plain) || totalHindi.test(plain);
}

/** `A` for 0, `AB` for 27: the name of a column without a head. */
export function columnLetters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}
