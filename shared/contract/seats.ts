// Calls about seats: by hand, and from a list.
import { z } from 'zod';
import { Id } from '../model/common.ts';
import { SeatRecord, SeatSheet } from '../model/seat.ts';
import type { SeatListPreview, SeatRow } from '../model/seat.ts';
import { command, query, readingJob } from './kinds.ts';

export const seatsCalls = {
  'seats.list': query(z.object({})).gives<SeatRow[]>(),
  'seats.save': command(z.object({ id: Id.nullable(), fields: SeatRecord })).gives<{ id: string }>(),
  'seats.remove': command(z.object({ id: Id })).gives<null>(),
  /** The rows of a chosen sheet, as texts. */
  'seats.read': readingJob(z.object({ token: Id })).gives<SeatSheet>(),
  'seats.preview': query(SeatSheet).gives<SeatListPreview>(),
  /** Adds what is new, takes over names, reservation and Lok Sabha seat of what is there. */
  'seats.apply': command(SeatSheet).gives<{ seats: number }>(),
};
