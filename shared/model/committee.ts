// Committees: how many seats of which post a unit of a level has, who sits on them, and where seats are vacant.
import { z } from 'zod';
import { Id } from './common.ts';
import type { Named } from './common.ts';
import type { ClassName } from './group.ts';
import type { Holder } from './post.ts';

/** One post of a level's committee and how many seats it has; the order is that of the list. */
export const SeatFields = z.object({ postKindId: Id, seats: z.number().int().min(1).max(200) });
export type SeatFields = z.infer<typeof SeatFields>;

export interface TemplateSeat extends SeatFields {
  nameEn: string;
  nameHi: string;
}

export interface CommitteeTemplate {
  levelId: Id;
  /** Empty where units of the level have no committee. */
  seats: TemplateSeat[];
  /** Open units of the level in the whole file. */
  units: number;
}

/** `over`: people beyond the seats; they are not counted in `filled`. */
export interface SeatCount {
  seats: number;
  filled: number;
  vacant: number;
  over: number;
}

/** All committees of one level at and below a unit. */
export interface LevelSeats extends SeatCount {
  levelId: Id;
  units: number;
}

/** All seats of one post in the committees of a level at and below a unit. */
export interface KindSeats extends SeatCount {
  postKindId: Id;
  nameEn: string;
  nameHi: string;
  perUnit: number;
}

/** A unit directly below, with the committees of the level asked for at and below it. */
export interface CommitteeLine extends Named, SeatCount {
  unitId: Id;
  levelId: Id;
  units: number;
}

/** A class with the committees of the level asked for in it; one that several classes share counts in each. */
export interface CommitteeClass extends SeatCount {
  class: ClassName;
  units: number;
}

export interface VacantSeat {
  postKindId: Id;
  nameEn: string;
  nameHi: string;
  seats: number;
  vacant: number;
}

/** A unit with at least one vacant seat, and where it stands. */
export interface VacantUnit extends Named {
  unitId: Id;
  levelId: Id;
  withinEn: string;
  withinHi: string;
  seats: number;
  vacant: number;
  posts: VacantSeat[];
}

/** A line of vacant seats in groups: the head of a class, or a unit in it. */
export type GroupedVacant =
  | { kind: 'class'; key: string; class: ClassName; count: number }
  | { kind: 'unit'; key: string; unit: VacantUnit; whole: boolean };

export interface CommitteeSeats extends TemplateSeat {
  holders: Holder[];
}

/** One unit's committee. `others` hold posts that the template does not name. */
export interface Committee extends Named {
  unitId: Id;
  levelId: Id;
  seats: CommitteeSeats[];
  others: (Holder & { titleEn: string; titleHi: string | null })[];
}

export const SortBy = z.enum(['name', 'units', 'seats', 'filled', 'vacant', 'over']);
export type SortBy = z.infer<typeof SortBy>;
