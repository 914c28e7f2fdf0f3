// Which column of a sheet of blackout days says what, by its heads in either language.
import type { BlackoutMapping } from '../../model/blackout.ts';

const tests: readonly (readonly [key: keyof Omit<BlackoutMapping, 'headerRow'>, pattern: RegExp])[] = [
  ['nameHi', /name.*hindi|hindi.*name|नाम.*(?:हिन्दी|हिंदी)|(?:हिन्दी|हिंदी).*नाम/],
  ['toDay', /^(?:to|until|till|end|last)\b|तक$|अंतिम|समाप्ति/],
  ['fromDay', /^(?:from|date|day|start|first|begin)|दिनांक|तिथि|तारीख|से$|आरंभ|पहला|प्रथम|शुरू/],
  ['kind', /kind|type|category|प्रकार|श्रेणी/],
  ['unit', /district|state|place|where|unit|जिला|ज़िला|प्रदेश|स्थान|इकाई|कहाँ/],
  ['name', /name|holiday|festival|occasion|event|नाम|पर्व|त्योहार|अवकाश|अवसर|परीक्षा/],
];
const headsLookedAt = 10;

/** The first of the first rows that names a column of days and one of names; null where there is none. */
export function guessBlackouts(rows: readonly string[][]): BlackoutMapping | null {
  for (let at = 0; at < Math.min(headsLookedAt, rows.length); at++) {
    const found: Partial<Record<keyof Omit<BlackoutMapping, 'headerRow'>, number>> = {};
    rows[at]!.forEach((cell, column) => {
      const head = cell.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
      if (head === '' || head.length > 60) return;
      const key = tests.find(([one, pattern]) => found[one] === undefined && pattern.test(head))?.[0];
      if (key) found[key] = column;
    });
    const name = found.name ?? found.nameHi;
    if (name === undefined || found.fromDay === undefined) continue;
    const { fromDay, toDay = null, kind = null, unit = null } = found;
    return { headerRow: at, name, nameHi: found.name === undefined ? null : found.nameHi ?? null, kind, fromDay, toDay, unit };
  }
  return null;
}
