// The timeline: all rows in few bytes, the bars in sight whole.
import { z } from 'zod';
import type { Blackout } from './blackout.ts';
import type { Id } from './common.ts';
import type { Metric, ProgrammeState, ShownPhase } from './programme.ts';
import type { Dated, LinkRow } from './schedule.ts';

/** A bar of the timeline. `unitId` null: the whole state. */
export interface TimelineBar extends Dated {
  /** Of a programme; of a tour or meeting what follows from its days. */
  state: ProgrammeState;
  phases: ShownPhase[];
  /** Days it had before, latest order first; at most 5. */
  earlier: { fromDay: string; toDay: string; orderDay: string }[];
  personId: Id | null;
  personNameEn: string | null;
  personNameHi: string | null;
  unitId: Id | null;
  unitNameEn: string | null;
  unitNameHi: string | null;
  /** It has links. */
  linked: boolean;
  pinned: boolean;
}

/** In what order the timeline and the list stand; `from` is the timeline's. */
export const OutlineOrder = z.enum(['from', 'to', 'name', 'state', 'leader']);
export type OutlineOrder = z.infer<typeof OutlineOrder>;

/** All rows of a timeline in few bytes, so that thousands take their places before any is asked for: columns of the same length. */
export interface Outline {
  today: string;
  /** Programmes among the rows, and of all there are. */
  programmes: number;
  programmesInAll: number;
  /** A sign for each: p(rogramme), t(our), m(eeting). */
  kinds: string;
  ids: Id[];
  /** First and last days as day numbers (`shared/dates.ts`). */
  from: number[];
  to: number[];
  /** How many phases each has. */
  phases: number[];
  blackouts: Blackout[];
}

/** A bar with what only the list shows. */
export interface FullBar extends TimelineBar {
  metrics: Metric[];
}

export interface Timeline {
  today: string;
  /** Programmes that touch the window, tours that are on the calendar, and tours and meetings that are linked to anything; first day first. */
  bars: TimelineBar[];
  barsTotal: number;
  /** Links of which at least one end is among the bars. */
  links: LinkRow[];
  blackouts: Blackout[];
}
