// The timeline's rows: every programme, tour and linked meeting in the order given, phases below those that are open; details only of those in sight.
import type { DatedKind } from '../../../shared/model/schedule.ts';
import type { FullBar, Outline } from '../../../shared/model/timeline.ts';

export interface TimelineRow {
  /** `programme:id`; for a phase `programme:id` and its place below. */
  key: string;
  /** Place in the outline. */
  at: number;
  kind: DatedKind;
  id: string;
  /** Place among the phases; null: the row of the thing itself. */
  phaseAt: number | null;
  phases: number;
}

/** A row with what is known of it. */
export interface KnownRow {
  bar: FullBar;
  levelId: string | null;
  fromDay: string;
  toDay: string;
  state: string;
}

const kindOf: Record<string, DatedKind> = { p: 'programme', t: 'tour', m: 'meeting' };

export const keyOf = (kind: DatedKind | 'phase', id: string, levelId: string | null = null): string =>
  levelId === null ? `${kind}:${id}` : `programme:${id}:${levelId}`;

/** A row for each line of the outline, and below those that are open one for each of their phases. */
export function rowsOf({ kinds, ids, phases }: Pick<Outline, 'kinds' | 'ids' | 'phases'>, open: ReadonlySet<string>): TimelineRow[] {
  const rows: TimelineRow[] = [];
  ids.forEach((id, at) => {
    const kind = kindOf[kinds[at]!]!;
    const key = keyOf(kind, id);
    const count = phases[at]!;
    rows.push({ key, at, kind, id, phaseAt: null, phases: count });
    if (count > 0 && open.has(key)) for (let phaseAt = 0; phaseAt < count; phaseAt++) rows.push({ key: `${key}#${phaseAt}`, at, kind, id, phaseAt, phases: 0 });
  });
  return rows;
}

/** What a row shows; undefined while it is on its way, or when the phase is gone meanwhile. */
export function knownOf(row: TimelineRow, bar: FullBar | undefined): KnownRow | undefined {
  if (!bar) return undefined;
  if (row.phaseAt === null) return { bar, levelId: null, fromDay: bar.fromDay, toDay: bar.toDay, state: bar.state };
  const phase = bar.phases[row.phaseAt];
  return phase && { bar, levelId: phase.levelId, fromDay: phase.fromDay, toDay: phase.toDay, state: phase.state };
}

/** The rows to draw for what is seen of a list of equal heights, in steps so that a little scrolling draws nothing anew. */
export function windowOf(scrolled: number, seen: number, rowHeight: number, rows: number): { first: number; last: number } {
  const step = 8;
  const first = Math.max(0, Math.floor(scrolled / rowHeight / step) * step - step);
  const last = Math.min(rows, Math.ceil((scrolled + seen) / rowHeight / step) * step + step);
  return { first: Math.min(first, last), last };
}
