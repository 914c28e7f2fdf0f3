// Seats: Assembly constituencies and the Lok Sabha constituencies they belong to.
import { z } from 'zod';
import { reservations } from '../limits.ts';
import { Id, Name, OptionalName } from './common.ts';
import type { Constituency } from './unit.ts';

export const SeatRecord = z.object({
  kind: z.enum(['assembly', 'lokSabha']),
  number: z.number().int().min(1).max(999),
  nameEn: Name,
  nameHi: OptionalName,
  /** Empty: not known. */
  reservation: z.enum(reservations),
  /** Of an Assembly seat: its Lok Sabha seat. */
  parentId: Id.nullable(),
  electors: z.number().int().min(0).max(100_000_000).nullable(),
});
export type SeatRecord = z.infer<typeof SeatRecord>;

/** A seat with how many booths stand in it. */
export interface SeatRow extends Constituency {
  booths: number;
}

/** A list of seats as it stands in a sheet: a head, then one row a seat. */
export const SeatSheet = z.object({ rows: z.array(z.array(z.string().max(300)).max(40)).min(1).max(1000) });
export type SeatSheet = z.infer<typeof SeatSheet>;

export const seatListCauses = ['noNumber', 'noName', 'twice', 'lokSabhaTwoNames', 'tooLong'] as const;
export type SeatListCause = (typeof seatListCauses)[number];

/** One row of the list, understood; `lokSabha` null where the row does not say. */
export interface ListedSeat {
  number: number;
  nameEn: string;
  nameHi: string | null;
  reservation: (typeof reservations)[number];
  lokSabha: { number: number; nameEn: string | null; nameHi: string | null } | null;
  electors: number | null;
}

export interface SeatList {
  seats: ListedSeat[];
  bad: { row: number; cause: SeatListCause; value: string }[];
  /** The sheet's own heads that were understood. */
  heads: string[];
}

export interface SeatListPreview extends SeatList {
  added: number;
  changed: number;
  same: number;
  lokSabhaAdded: number;
}
