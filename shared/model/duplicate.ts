// People who may be one and the same: what speaks for it, what a merge keeps, and merges that can be taken apart again.
import type { Id, Named } from './common.ts';
import type { PersonDetail } from './person.ts';

/** phone: one number; sameName: one folded name, whatever the script; nearName: one letter apart; samePost, sameUnit, nearUnit (parent, child or neighbour). */
export type DuplicateReason = 'phone' | 'sameName' | 'nearName' | 'samePost' | 'sameUnit' | 'nearUnit';

export interface DuplicateParty extends Named {
  id: Id;
  titleEn: string;
  titleHi: string | null;
  unitNameEn: string | null;
  unitNameHi: string | null;
  phone: string | null;
}

export interface DuplicatePair {
  a: DuplicateParty;
  b: DuplicateParty;
  /** 1 to 99: the higher, the surer. */
  score: number;
  reasons: DuplicateReason[];
}

/** How many records of each kind hang on a person and would move. */
export interface PersonTies {
  posts: number;
  responsibilities: number;
  daysAway: number;
  targets: number;
  meetings: number;
  tours: number;
}

export interface DuplicateCompare {
  a: PersonDetail & { ties: PersonTies };
  b: PersonDetail & { ties: PersonTies };
}

export interface MergeRow {
  id: Id;
  day: string;
  /** The day it was taken apart; null while it holds. */
  apartDay: string | null;
  keptId: Id;
  keptEn: string;
  keptHi: string | null;
  goneEn: string;
  goneHi: string | null;
  /** Records that moved over. */
  moved: number;
}
