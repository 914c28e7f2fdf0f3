// The timeline's rows: every programme, tour and linked meeting in the order of its first day, phases below those that are open.
import type { DatedKind, TimelineBar } from '../../../shared/model/schedule.ts';

export interface TimelineRow {
  /** `programme:id`, and `programme:id:levelId` for a phase. */
  key: string;
  bar: TimelineBar;
  /** The phase's level; null: the row of the thing itself. */
  levelId: string | null;
  fromDay: string;
  toDay: string;
  state: string;
}

export const keyOf = (kind: DatedKind | 'phase', id: string, levelId: string | null = null): string =>
  levelId === null ? `${kind}:${id}` : `programme:${id}:${levelId}`;

/** A row for each bar in the order given, and below those that are open one for each of their phases. */
export function rowsOf(bars: readonly TimelineBar[], open: ReadonlySet<string>): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const bar of bars) {
    const key = keyOf(bar.kind, bar.id);
    rows.push({ key, bar, levelId: null, fromDay: bar.fromDay, toDay: bar.toDay, state: bar.state });
    if (!open.has(key)) continue;
    for (const { levelId, fromDay, toDay, state } of bar.phases) rows.push({ key: keyOf('phase', bar.id, levelId), bar, levelId, fromDay, toDay, state });
  }
  return rows;
}

/** The rows to draw for what is seen of a list of equal heights, in steps so that a little scrolling draws nothing anew. */
export function windowOf(scrolled: number, seen: number, rowHeight: number, rows: number): { first: number; last: number } {
  const step = 8;
  const first = Math.max(0, Math.floor(scrolled / rowHeight / step) * step - step);
  const last = Math.min(rows, Math.ceil((scrolled + seen) / rowHeight / step) * step + step);
  return { first: Math.min(first, last), last };
}
