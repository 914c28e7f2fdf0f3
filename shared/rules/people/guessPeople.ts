// Which column of a sheet of leaders says what, by its heads in either language.
import type { PeopleMapping } from '../../model/peopleImport.ts';

export interface LevelWords {
  id: string;
  nameEn: string;
  nameHi: string;
  ordinal: number;
}

const tests: readonly (readonly [key: 'nameHi' | 'phone' | 'veteran' | 'fromDay' | 'unitCode' | 'post' | 'name', pattern: RegExp])[] = [
  ['nameHi', /name.*hindi|hindi.*name|नाम.*(?:हिन्दी|हिंदी)|(?:हिन्दी|हिंदी).*नाम/],
  ['phone', /phone|mobile|contact|whatsapp|फ़?ोन|मोबाइल|दूरभाष|संपर्क/],
  ['veteran', /veteran|पुराने/],
  ['fromDay', /from|since|date|कब से|दिनांक|तिथि/],
  ['unitCode', /code|कोड|lgd/],
  ['post', /post|designation|position|title|पद/],
  ['name', /^(?:full )?name|leader|office.?bearer|नाम|नेता/],
];
const headsLookedAt = 10;

function guessRow(row: readonly string[], headerRow: number, levels: readonly LevelWords[]): PeopleMapping | null {
  const found: Partial<Record<(typeof tests)[number][0], number>> = {};
  const units: PeopleMapping['units'] = [];
  row.forEach((cell, column) => {
    const head = cell.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
    if (head === '' || head.length > 60) return;
    // "Panchayat president" is a post, "Panchayat" and "Name of panchayat" are the unit.
    const level = levels.find(({ nameEn, nameHi }) => [nameEn.toLowerCase(), nameHi].some((word) => head === word || head === `${word} name` || head === `${word} का नाम` || head === `name of ${word}` || head === `${word}'s name`));
    if (level) {
      if (!units.some(({ levelId }) => levelId === level.id)) units.push({ levelId: level.id, column });
      return;
    }
    const key = tests.find(([one, pattern]) => found[one] === undefined && pattern.test(head))?.[0];
    if (key) found[key] = column;
  });
  const name = found.name ?? found.nameHi;
  if (name === undefined) return null;
  const at = (key: keyof typeof found): number | null => found[key] ?? null;
  units.sort((a, b) => levels.findIndex(({ id }) => id === a.levelId) - levels.findIndex(({ id }) => id === b.levelId));
  return { headerRow, name, nameHi: found.name === undefined ? null : at('nameHi'), post: at('post'), phone: at('phone'), veteran: at('veteran'), fromDay: at('fromDay'), unitCode: at('unitCode'), units };
}

/** The first of the first rows that names a column of names and one more; null where there is none. `levels` from the top down. */
export function guessPeople(rows: readonly string[][], levels: readonly LevelWords[]): PeopleMapping | null {
  for (let at = 0; at < Math.min(headsLookedAt, rows.length); at++) {
    const mapping = guessRow(rows[at]!, at, levels);
    if (mapping && (mapping.post !== null || mapping.phone !== null || mapping.units.length > 0 || mapping.unitCode !== null)) return mapping;
  }
  return null;
}
