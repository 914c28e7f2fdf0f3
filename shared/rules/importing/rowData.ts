// Reads the figures of a row (electors, point, seat, part) and says which of them cannot be.
import type { ImportCause, ImportExtras } from '../../model/importing.ts';
import type { SeatBook } from './seatBook.ts';
import { readDecimal, readPart, readSeatNumber, readWhole } from './readCells.ts';

export type RowData = { electors: number | null; lat: number | null; lon: number | null; seat: number | null; part: string | null };
export type BadCell = { column: number; cause: ImportCause };

export const noData: RowData = { electors: null, lat: null, lon: null, seat: null, part: null };

export const sameData = (a: RowData, b: RowData): boolean =>
  a.electors === b.electors && a.lat === b.lat && a.lon === b.lon && a.seat === b.seat && a.part === b.part;

// India with its islands and a margin: enough to catch swapped and mistyped values, not to judge borders.
const indiaLat = { from: 6, to: 38 };
const indiaLon = { from: 68, to: 98 };

/** `partNeeded`: the row is a booth's, which has a part number wherever the sheet has a column for it. */
export function readRowData(row: string[], extras: ImportExtras, seats: SeatBook, partNeeded: boolean): RowData | BadCell {
  const text = (column: number | undefined): string => (column === undefined ? '' : (row[column] ?? '').trim());
  const data: RowData = { ...noData };

  if (text(extras.electors)) {
    data.electors = readWhole(text(extras.electors));
    if (data.electors === null) return { column: extras.electors!, cause: 'badNumber' };
  }
  // Counts of men and women stand for the electors only where all that is there are numbers: half of them would be a wrong sum.
  if (extras.electors === undefined && extras.electorParts) {
    for (const column of extras.electorParts) {
      if (!text(column)) continue;
      const count = readWhole(text(column));
      if (count === null) return { column, cause: 'badNumber' };
      data.electors = (data.electors ?? 0) + count;
    }
  }
  const lat = text(extras.lat);
  const lon = text(extras.lon);
  if (lat || lon) {
    data.lat = readDecimal(lat);
    data.lon = readDecimal(lon);
    if (data.lat === null || data.lat < indiaLat.from || data.lat > indiaLat.to) return { column: extras.lat ?? extras.lon!, cause: 'badPoint' };
    if (data.lon === null || data.lon < indiaLon.from || data.lon > indiaLon.to) return { column: extras.lon ?? extras.lat!, cause: 'badPoint' };
  }
  if (text(extras.seatNumber)) {
    data.seat = readSeatNumber(text(extras.seatNumber));
    if (data.seat === null) return { column: extras.seatNumber!, cause: 'badNumber' };
    if (!seats.has(data.seat)) return { column: extras.seatNumber!, cause: 'unknownSeat' };
  } else if (extras.seat !== undefined && partNeeded) {
    data.seat = extras.seat;
    if (!seats.has(data.seat)) return { column: extras.partNumber ?? 0, cause: 'unknownSeat' };
  }
  if (text(extras.partNumber)) {
    data.part = readPart(text(extras.partNumber));
    if (data.part === null) return { column: extras.partNumber!, cause: 'badNumber' };
    if (data.seat === null) return { column: extras.seatNumber ?? extras.partNumber!, cause: 'seatBlank' };
  } else if (partNeeded && extras.partNumber !== undefined) {
    return { column: extras.partNumber, cause: 'partBlank' };
  }
  return data;
}
