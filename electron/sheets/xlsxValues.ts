// Turns what an XLSX cell stores into the text a person reads in it: numbers without exponent, days as YYYY-MM-DD.

/** `0.00001` for `1e-5`, `1500000` for `1.5E6`: the number's plain text; the raw text when it is none. */
export function plainNumber(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const text = String(value);
  if (!/e/i.test(text)) return text;
  return Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : value.toFixed(20).replace(/\.?0+$/, '');
}

const millisecondsPerDay = 86_400_000;

/** A day serial as `2022-04-18`, a time of the day alone as `09:30`. Excel's 1900 system has a 29 February that never was. */
export function dayText(raw: string, since1904: boolean): string {
  const serial = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return plainNumber(raw);
  if (serial < 1 && !since1904) {
    const minutes = Math.round(serial * 1440);
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  }
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(start + Math.floor(serial) * millisecondsPerDay).toISOString().slice(0, 10);
}

const builtInDays = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

export type NumberForm = 'number' | 'day' | { digits: number };

/** What a number format makes of a number; `digits`: a code shown with leading zeros (`00000`). */
export function numberForm(id: number, code: string | undefined): NumberForm {
  if (code === undefined) return builtInDays.has(id) ? 'day' : 'number';
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';')[0]!.trim();
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) ? 'day' : 'number';
}

/** `_x000D_` and its like are how XLSX writes characters XML cannot hold. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}
