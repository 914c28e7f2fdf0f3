// Kilometres and times as people write them into cells.
import { latinDigits } from '../importing/readCells.ts';

const bare = (text: string): string => latinDigits(text).normalize('NFC').trim().toLowerCase();

/** Cells that say nothing. */
export const isBlank = (text: string): boolean => /^([-–—xX*.]|n\/?a|0)?$/.test(text.trim());

/** 1,250.5 for `1,250.5 km`, `125`, `१२५ किमी`; null for anything else. */
export function readKm(text: string): number | null {
  const match = /^(\d{1,3}(?:,\d{2,3})*|\d+)(\.\d+)?\s*(km|kms|k\.m\.|kilomet(?:er|re)s?|किमी|कि\.?\s?मी\.?|किलोमीटर)?\.?$/u.exec(bare(text));
  return match ? Number(match[1]!.replaceAll(',', '') + (match[2] ?? '')) : null;
}

/** Whole minutes for `2:30`, `2 h 30 min`, `2 घंटे 30 मिनट`, `150 min`; a bare number counts as the unit given. */
export function readMinutes(text: string, unit: 'minutes' | 'hours'): number | null {
  const cell = bare(text);
  const clock = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?(?:\s*(?:h|hrs?|hours?))?$/.exec(cell);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const words = /^(?:(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?|घंटे|घंटा|घं\.?))?\s*(?:(\d+)\s*(?:m|mins?|minutes?|मिनट|मि\.?))?\.?$/u.exec(cell);
  if (words && (words[1] !== undefined || words[2] !== undefined)) return Math.round(Number(words[1] ?? 0) * 60 + Number(words[2] ?? 0));
  if (!/^(\d{1,3}(?:,\d{2,3})*|\d+)(\.\d+)?$/.test(cell)) return null;
  const number = Number(cell.replaceAll(',', ''));
  return Math.round(unit === 'hours' ? number * 60 : number);
}
