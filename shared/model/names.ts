// Names in two languages: which are missing, proposed or confirmed.
import type { Id, Named } from './common.ts';

export interface NameCount {
  levelId: Id;
  units: number;
  missing: number;
  proposed: number;
}

/** A unit whose Hindi name is missing or only proposed. */
export interface NameRow extends Named {
  id: Id;
  levelId: Id;
  /** What the app would write; only where the name is missing. */
  proposal: string | null;
  withinEn: string;
  withinHi: string;
}
