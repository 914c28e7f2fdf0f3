// Programmes in the order of a column, and those whose name or leader fits what was typed.
import type { Programme } from '../../../shared/model/programme.ts';

export type SortedBy = 'name' | 'state' | 'from' | 'to' | 'leader';

/** As they matter: what runs first, what is cancelled last. */
const stateOrder = ['running', 'postponed', 'untilFurtherNotice', 'planned', 'done', 'cancelled'];

type Name = (record: { nameEn: string | null; nameHi: string | null }) => string;

export function sorted(programmes: readonly Programme[], by: SortedBy, named: Name): Programme[] {
  const compare = new Intl.Collator('hi').compare;
  const keys = new Map(programmes.map((one) => [one, by === 'name' ? named(one) : by === 'leader' ? named({ nameEn: one.personNameEn, nameHi: one.personNameHi }) : '']));
  const within = (a: Programme, b: Programme): number => {
    if (by === 'to') return a.toDay < b.toDay ? -1 : a.toDay > b.toDay ? 1 : 0;
    if (by === 'state') return stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state);
    if (by === 'from') return 0;
    const [x, y] = [keys.get(a)!, keys.get(b)!];
    return x === '' || y === '' ? Number(x === '') - Number(y === '') : compare(x, y);
  };
  // The list comes in the order of first days, and sorting keeps that within what is equal.
  return [...programmes].sort(within);
}

/** Whether every word typed begins somewhere in one of the names. */
export function fits(text: string, names: readonly (string | null)[]): boolean {
  const words = text.toLowerCase().normalize('NFC').split(/\s+/).filter(Boolean);
  const all = names.filter((name) => name !== null).join(' ').toLowerCase().normalize('NFC');
  return words.every((word) => all.includes(word));
}
