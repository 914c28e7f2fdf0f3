// The timeline's rows: every programme, tour and linked meeting in the order of its first day, phases below those that are open.

export type ItemKind = 'programme' | 'tour' | 'meeting';

export interface TimelineItem {
  kind: ItemKind;
  id: string;
  name: string;
  fromDay: string;
  toDay: string;
  /** A programme's state; null for tours and meetings. */
  state: string | null;
  phases: readonly { levelId: string; fromDay: string; toDay: string }[];
}

export interface TimelineRow {
  /** `programme:id`, and `programme:id:levelId` for a phase. */
  key: string;
  item: TimelineItem;
  /** The phase's level; null: the row of the thing itself. */
  levelId: string | null;
  fromDay: string;
  toDay: string;
}

export const keyOf = (kind: ItemKind, id: string): string => `${kind}:${id}`;

const order: Record<ItemKind, number> = { programme: 0, tour: 1, meeting: 2 };

/** In the order of first days, then of last days; programmes before tours before meetings where both are the same. */
export const inOrder = (items: readonly TimelineItem[]): TimelineItem[] => [...items].sort((a, b) =>
  (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0) || (a.toDay < b.toDay ? -1 : a.toDay > b.toDay ? 1 : 0) || order[a.kind] - order[b.kind] || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** `items` in the order they shall stand in. */
export function rowsOf(items: readonly TimelineItem[], open: ReadonlySet<string>): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const item of items) {
    const key = keyOf(item.kind, item.id);
    rows.push({ key, item, levelId: null, fromDay: item.fromDay, toDay: item.toDay });
    if (!open.has(key)) continue;
    for (const phase of item.phases) rows.push({ key: `${key}:${phase.levelId}`, item, levelId: phase.levelId, fromDay: phase.fromDay, toDay: phase.toDay });
  }
  return rows;
}

/** The rows to draw for what is seen of a list of equal heights, in steps so that a little scrolling draws nothing anew. */
export function windowOf(scrolled: number, seen: number, rowHeight: number, rows: number): { first: number; last: number } {
  const step = 8;
  const first = Math.max(0, Math.floor(scrolled / rowHeight / step) * step - step);
  const last = Math.min(rows, Math.ceil((scrolled + seen) / rowHeight / step) * step + step);
  return { first, last: Math.max(first, last) };
}
