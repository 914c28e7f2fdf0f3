// Who may be one person: reasons and scores by cases, no pair invented, and 50,000 people without comparing each with each.
import { describe, expect, it } from 'vitest';
import { areNear, findDuplicates, phoneKey } from '../../../shared/rules/people/findDuplicates.ts';
import type { PersonFacts } from '../../../shared/rules/people/findDuplicates.ts';

const person = (id: string, nameEn: string, more: Partial<PersonFacts> = {}): PersonFacts => ({ id, nameEn, nameHi: null, phones: [], posts: [], charges: [], ...more });
const at = (kind: string, path: string) => ({ posts: [{ kind, path }] });
const found = (...people: PersonFacts[]) => findDuplicates(people, new Set()).map(({ aId, bId, reasons }) => `${aId}${bId} ${reasons.join(' ')}`);

describe('proposed', () => {
  it('one number, however it is written', () => {
    expect(phoneKey('+91 98765-43210')).toBe('9876543210');
    expect(found(person('a', 'Ram Kumar', { phones: ['98765 43210'] }), person('b', 'Sita Devi', { phones: ['1', '+91-9876543210'] }))).toEqual(['ab phone']);
  });
  it('one name in two scripts in one unit, beside it, above it', () => {
    const hindi = (path: string) => person('b', 'X', { nameEn: 'सुनीता देवी', nameHi: 'सुनीता देवी', ...at('v', path) });
    expect(found(person('a', 'Sunita Devi', at('w', '00010002')), hindi('00010002'))).toEqual(['ab sameName sameUnit']);
    expect(found(person('a', 'Devi Sunita', at('w', '00010002')), hindi('00010003'))).toEqual(['ab sameName nearUnit']);
    expect(found(person('a', 'Sunita Devi', at('w', '0001')), hindi('00010003'))).toEqual(['ab sameName nearUnit']);
    expect(found(person('a', 'Sunita Devi', { charges: ['00010003'] }), hindi('00010003'))).toEqual(['ab sameName sameUnit']);
  });
  it('one name where one of the two stands nowhere', () => {
    expect(found(person('a', 'Birsa Oraon'), person('b', 'Birsa Uraon', at('w', '0001')))).toEqual(['ab sameName']);
  });
  it('names a letter apart, with one post at one unit', () => {
    expect(found(person('a', 'Mahendra Mahto', at('v', '0001')), person('b', 'Mahendra Mahta', at('v', '0001')))).toEqual(['ab nearName samePost sameUnit']);
  });
});

describe('not proposed', () => {
  it.each([
    ['one name far apart', person('a', 'Ram Kumar', at('w', '00010001')), person('b', 'Ram Kumar', at('w', '00020001'))],
    ['numbered names', person('a', 'Co-in-charge 1', at('c', '0001')), person('b', 'Co-in-charge 2', at('c', '0001'))],
    ['near names of two posts', person('a', 'Mahendra Mahto', at('v', '0001')), person('b', 'Mahendra Mahta', at('w', '0001'))],
    ['other names', person('a', 'Ram Kumar', at('v', '0001')), person('b', 'Shyam Lal', at('v', '0001'))],
  ])('%s', (_, a, b) => expect(found(a, b)).toEqual([]));

  it('pairs said to be two people, and an office\'s number that many share', () => {
    const [a, b] = [person('a', 'A', { phones: ['1234567890'] }), person('b', 'B', { phones: ['1234567890'] })];
    expect(findDuplicates([a, b], new Set(['a b']))).toEqual([]);
    expect(findDuplicates(Array.from({ length: 30 }, (_, at_) => person(`p${at_}`, `Leader ${at_}`, { phones: ['0651234567'] })), new Set())).toEqual([]);
  });
});

it('near means one letter more, less, other or swapped', () => {
  for (const [a, b] of [['mahta', 'mahata'], ['mahto', 'mahta'], ['birsa', 'brisa']] as const) expect(areNear(a, b), `${a} ${b}`).toBe(true);
  for (const [a, b] of [['ram', 'rm'], ['mahtoo', 'mohta'], ['ward12', 'ward13']] as const) expect(areNear(a, b), `${a} ${b}`).toBe(false);
});

it('the surest come first, and the same people give the same answer in any order', () => {
  const people = [
    person('a', 'Ram Kumar', { phones: ['1234567890'], ...at('v', '0001') }), person('b', 'राम कुमार', { phones: ['1234567890'], ...at('v', '0001') }),
    person('c', 'Ram Kumar', at('w', '0001')), person('d', 'Gita Devi', { phones: ['1234567890'] }),
  ];
  const pairs = findDuplicates(people, new Set());
  expect(pairs[0]).toMatchObject({ aId: 'a', bId: 'b', score: 99 });
  expect(pairs.every((pair, index) => index === 0 || pairs[index - 1]!.score >= pair.score)).toBe(true);
  expect(findDuplicates(people.toReversed(), new Set())).toEqual(pairs);
});
