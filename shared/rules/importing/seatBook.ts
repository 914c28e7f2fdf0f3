// The Assembly seats a sheet may name, and those it brings where the file has none yet.
import type { ImportAdd, ImportDetail, ImportExisting, ImportMapping, ImportSeat } from '../../model/importing.ts';
import { hasDevanagari, latinDigits, readSeatNumber } from './readCells.ts';

export interface SeatBook {
  has(number: number): boolean;
}

/** The seats of the file. Where it has none at all, every number a sheet gives is a seat: a mistyped one cannot be told from a right one yet. */
export function seatBook({ constituencyNumbers }: ImportExisting): SeatBook {
  return constituencyNumbers.length === 0 ? { has: (number) => number > 0 } : new Set(constituencyNumbers);
}

/** "38 - Jharia", "38. झरिया": what stands behind the number. */
const behindNumber = (text: string): string => latinDigits(text).trim().replace(/^\d{1,3}(?:\.0+)?\s*[-–—.:)/,]*\s*/u, '').trim();

/** Seats that booths to be added, or to get their seat, belong to and that the file does not have, with the names the sheet gives them. */
export function newSeats(rows: readonly string[][], mapping: ImportMapping, existing: ImportExisting, adds: readonly ImportAdd[], details: readonly ImportDetail[]): ImportSeat[] {
  const known = new Set(existing.constituencyNumbers);
  const wanted = new Set<number>();
  for (const { constituencyNumber } of adds) if (constituencyNumber !== null && !known.has(constituencyNumber)) wanted.add(constituencyNumber);
  for (const { field, to } of details) if (field === 'seat' && !known.has(Number(to))) wanted.add(Number(to));
  if (wanted.size === 0) return [];
  const { seatNumber, seatName } = mapping.extras;
  const seats = new Map<number, ImportSeat>();
  for (const row of rows.slice(mapping.headerRow + 1)) {
    if (seatNumber === undefined || seats.size === wanted.size) break;
    const number = readSeatNumber((row[seatNumber] ?? '').trim());
    if (number === null || !wanted.has(number) || seats.has(number)) continue;
    const name = (seatName === undefined ? '' : (row[seatName] ?? '').trim()) || behindNumber(row[seatNumber] ?? '');
    if (name === '' || name.length > 200) continue;
    seats.set(number, { number, nameEn: name, nameHi: hasDevanagari(name) ? name : null });
  }
  return [...wanted].sort((a, b) => a - b).map((number) => seats.get(number) ?? { number, nameEn: String(number), nameHi: null });
}
