// What of a preview the person wants taken over: kinds, single lines held back, and the day.
import type { ImportChanges, ImportPreview, ImportWanted } from '../../../shared/model/importing.ts';

export type ChangeKind = keyof ImportChanges;
export const changeKinds: readonly ChangeKind[] = ['renames', 'moves', 'details', 'gone'];

export interface Choice {
  kinds: Record<'add' | ChangeKind, boolean>;
  /** Units of which nothing is taken over, whatever kind their lines are. */
  held: ReadonlySet<string>;
  day: string;
  opensNew: boolean;
}

export const unitsToAdd = (preview: ImportPreview): number => preview.countsPerLevel.reduce((sum, { add }) => sum + add, 0);

/** Bodies nobody has matched yet. */
export const unmatched = ({ bodies }: ImportPreview): number => bodies.filter(({ unitId }) => unitId === null).length;

export const unitsToPut = ({ groups }: ImportPreview): number => groups?.classes.reduce((sum, { put }) => sum + put, 0) ?? 0;

/** Units above the sheet's lowest level that it does not have: a list of two districts says nothing of the other 22, so each is chosen by itself. */
function goneAbove({ countsPerLevel, changes }: ImportPreview): string[] {
  const lowest = countsPerLevel.at(-1)?.levelId;
  return changes.gone.filter(({ levelId }) => levelId !== lowest).map(({ id }) => id);
}

/** Everything but closing, which a sheet of a part of the state must not do by itself. New units of a level that was there before open on the day. */
export function choiceOf(preview: ImportPreview, today: string): Choice {
  return {
    kinds: { add: true, renames: true, moves: true, details: true, gone: false },
    held: new Set(goneAbove(preview)), day: today, opensNew: preview.countsPerLevel.some(({ add, existing }) => add > 0 && existing > 0) && preview.changeCounts.renames + preview.changeCounts.moves + preview.changeCounts.gone > 0,
  };
}

/** How many lines of a kind are taken; held units count in every kind they stand in. */
export function countOf(preview: ImportPreview, choice: Choice, kind: ChangeKind): number {
  if (!choice.kinds[kind]) return 0;
  const lines: { id: string }[] = preview.changes[kind];
  return preview.changeCounts[kind] - (choice.held.size === 0 ? 0 : lines.filter(({ id }) => choice.held.has(id)).length);
}

export function wantedOf({ kinds, held, day, opensNew }: Choice): ImportWanted {
  return { ...kinds, day, opensNew: kinds.add && opensNew, heldBack: [...held] };
}

/** So many booths with other names under their old part numbers are more likely numbered anew. */
export function looksRenumbered(preview: ImportPreview): boolean {
  const booths = preview.countsPerLevel.find(({ levelId }) => levelId === 'booth')?.existing ?? 0;
  const byPart = preview.changes.renames.filter(({ basis }) => basis === 'part').length;
  return byPart >= 20 && byPart > booths * 0.3;
}
