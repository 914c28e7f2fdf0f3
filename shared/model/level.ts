// A level of the tree as it is changed by hand, and as its list shows it.
import { z } from 'zod';
import { Id, Name, OptionalName } from './common.ts';
import type { Level } from './unit.ts';

export const LevelFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  pluralEn: Name,
  pluralHi: OptionalName,
  /** Levels a unit of this one may stand under; none for the topmost alone. */
  under: z.array(Id).max(40),
});
export type LevelFields = z.infer<typeof LevelFields>;

export interface LevelRow extends Level {
  /** Open units in the whole file. */
  units: number;
}
