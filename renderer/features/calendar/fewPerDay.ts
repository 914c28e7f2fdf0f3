// A month draws only what a day has room for: the calendar would lay out all it is given, seen or not.
import { dayOf } from './calendarTime.ts';
import type { ShownEntry } from './entries.ts';

/** More than the tallest day of a month has lines for. */
export const mostPerDay = 14;

export interface FewPerDay {
  few: ShownEntry[];
  /** By day: how many more there are. Empty: everything is in `few`. */
  more: Map<string, number>;
}

/** The first of each day by their hour; what lasts whole days always stays. */
export function fewPerDay(shown: readonly ShownEntry[], most = mostPerDay): FewPerDay {
  const taken = new Map<string, number>();
  const more = new Map<string, number>();
  const inOrder = [...shown].sort((a, b) => a.start.getTime() - b.start.getTime());
  const few = inOrder.filter((entry) => {
    if (entry.allDay) return true;
    const day = dayOf(entry.start);
    const count = (taken.get(day) ?? 0) + 1;
    taken.set(day, count);
    if (count > most) more.set(day, count - most);
    return count <= most;
  });
  return { few, more };
}
