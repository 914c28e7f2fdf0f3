// Numbers as Indian readers write them, and back: 1,20,000, 1.2 lakh, 1.2 लाख, a true minus sign.
import type { Language } from '../model/common.ts';

const minus = '−';
const scaleWords = { en: { lakh: 'lakh', crore: 'crore' }, hi: { lakh: 'लाख', crore: 'करोड़' } } as const;

/** `12,34,567`: the last three digits, then pairs. `digits` holds digits only. */
function grouped(digits: string): string {
  return digits.length <= 3 ? digits : `${digits.slice(0, -3).replace(/\B(?=(\d\d)+$)/g, ',')},${digits.slice(-3)}`;
}

/** Up to two decimals, without trailing zeros, grouped; `n` is 0 or more. */
function plain(n: number): string {
  const [whole = '0', decimals = ''] = n.toFixed(2).split('.');
  const kept = decimals.replace(/0+$/, '');
  return grouped(whole) + (kept === '' ? '' : `.${kept}`);
}

/**
 * `1,20,000`, at most two decimals, Latin digits in both languages. With `lakh`, from one lakh up: `1.2 lakh`, `1.2 लाख`, `1.5 crore`
 * (rounded to two decimals: 14,78,100 reads 14.78 lakh). Numbers that are not finite read `–`.
 */
export function numberAsRead(n: number, { lakh = false, language }: { lakh?: boolean; language: Language }): string {
  if (!Number.isFinite(n)) return '–';
  const size = Math.abs(n);
  let text = plain(size);
  // 99,99,900 would round to 100 lakh: it reads 1 crore.
  if (lakh && size >= 99.995e5) text = `${plain(size / 1e7)} ${scaleWords[language].crore}`;
  else if (lakh && size >= 1e5) text = `${plain(size / 1e5)} ${scaleWords[language].lakh}`;
  return n < 0 && text !== '0' ? minus + text : text;
}

/** `57%` for 0.57, without decimals. 100% is said only when it is reached, 0% only of nothing: 0.998 reads 99%, 0.001 reads 1%. */
export function percentAsRead(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const size = Math.abs(share);
  let percent = Math.round(size * 100);
  if (size < 1 && percent === 100) percent = 99;
  if (size > 0 && percent === 0) percent = 1;
  return `${share < 0 ? minus : ''}${grouped(String(percent))}%`;
}

const numberPattern = /^([-−–+]?)\s*(\d+|\d{1,3}(?:,\d{2,3})*,\d{3})(\.\d+)?\s*(\p{L}[\p{L}\p{M}]*)?\.?$/u;
const powers: Record<string, number> = {
  thousand: 3, हजार: 3, lakh: 5, lakhs: 5, lac: 5, lacs: 5, लाख: 5, crore: 7, crores: 7, cr: 7, करोड: 7,
};

/** Text with Devanagari digits as Latin ones. */
export function latinDigits(text: string): string {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}

/**
 * The number a person typed: `15,00,000`, `1500000`, `15 लाख`, `1.2 lakh`, `१५,००,०००`, `−5`. Null for anything else, also for
 * commas that group nothing (`1,5`), so that a slip is asked about and never guessed.
 */
export function parseNumber(text: string): number | null {
  const match = numberPattern.exec(latinDigits(text).trim());
  if (!match) return null;
  const [, sign = '', whole = '', decimals = '', word] = match;
  let power = 0;
  if (word !== undefined) {
    const known = powers[word.toLowerCase().normalize('NFD').replaceAll('\u093C', '')];
    if (known === undefined) return null;
    power = known;
  }
  const size = Number(`${whole.replaceAll(',', '')}${decimals}e${power}`);
  return size !== 0 && sign !== '' && sign !== '+' ? -size : size;
}
