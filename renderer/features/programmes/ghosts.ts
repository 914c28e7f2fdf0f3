// What a preview says, by row: where each would move, and what stands against it.
import type { OrderConflict, OrderPreview } from '../../../shared/model/order.ts';
import { keyOf } from './timelineRows.ts';

export interface Ghost {
  fromDay: string;
  toDay: string;
  /** Days its beginning moves, else its end. */
  days: number;
}

/** What must not be first, what ought not last; several blackout days of one thing are one line. */
const weight: Record<OrderConflict['code'], number> = { pinned: 0, tour: 1, link: 1, waits: 2, busy: 3, away: 4, chargeEnds: 5, blackout: 6 };

export interface ConflictLine {
  conflict: OrderConflict;
  /** Further ones told with it. */
  more: OrderConflict[];
}

export function conflictLines(conflicts: readonly OrderConflict[]): ConflictLine[] {
  const lines: ConflictLine[] = [];
  const ordered = [...conflicts].sort((a, b) => Number(a.before) - Number(b.before) || weight[a.code] - weight[b.code]);
  for (const conflict of ordered) {
    const same = conflict.code === 'blackout' ? lines.find((line) => line.conflict.code === 'blackout' && line.conflict.before === conflict.before && line.conflict.kind === conflict.kind && line.conflict.id === conflict.id && line.conflict.levelId === conflict.levelId) : undefined;
    if (same) same.more.push(conflict);
    else lines.push({ conflict, more: [] });
  }
  return lines;
}

export interface Ghosts {
  moves: ReadonlyMap<string, Ghost>;
  conflicts: ReadonlyMap<string, readonly OrderConflict[]>;
  /** Links that would not hold. */
  broken: ReadonlySet<string>;
}

export const noGhosts: Ghosts = { moves: new Map(), conflicts: new Map(), broken: new Set() };

/** Conflicts that were there before the order are told in its list, not on the timeline. */
export function ghostsOf(preview: OrderPreview): Ghosts {
  const moves = new Map<string, Ghost>();
  for (const { kind, id, levelId, newFromDay, newToDay, oldFromDay, oldToDay, days } of preview.moves) {
    if (newFromDay !== oldFromDay || newToDay !== oldToDay) moves.set(keyOf(kind, id, kind === 'phase' ? levelId : null), { fromDay: newFromDay, toDay: newToDay, days });
  }
  const conflicts = new Map<string, OrderConflict[]>();
  const broken = new Set<string>();
  for (const conflict of preview.conflicts) {
    if (conflict.before) continue;
    const key = keyOf(conflict.kind, conflict.id, conflict.kind === 'phase' ? conflict.levelId : null);
    const known = conflicts.get(key);
    if (known) known.push(conflict);
    else conflicts.set(key, [conflict]);
    if ((conflict.code === 'link' || conflict.code === 'pinned') && conflict.by) broken.add(conflict.by.linkId);
  }
  return { moves, conflicts, broken };
}
