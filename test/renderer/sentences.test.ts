// Sentences as the person reads them: numbers, names and days in the language and manner chosen.
import { beforeEach, describe, expect, test } from 'vitest';
import { actInWords } from '../../renderer/actInWords.ts';
import { CallError } from '../../renderer/api.ts';
import { useSession } from '../../renderer/store.ts';
import { errorInWords, valuesIn } from '../../renderer/words.ts';

const apportioned = {
  key: 'targets.apportion',
  detail: {
    total: 1_500_000, metricEn: 'Members enrolled', metricHi: 'नए सदस्य', unitEn: 'Jharkhand', unitHi: 'झारखंड',
    method: 'electors', toLevelId: 'district', units: 24, locked: 3,
  },
};

/** What the acts say of themselves: the fields the sentences count on. */
const details: [string, Record<string, unknown>, string][] = [
  ['targets.apportion', { ...apportioned.detail, locked: 0 }, 'Members enrolled: 15,00,000 of Jharkhand apportioned to 24 district by electors'],
  ['targets.set', { unitEn: 'Dhanbad', unitHi: 'धनबाद', metricEn: 'Members enrolled', metricHi: 'नए सदस्य', value: 120_000 }, 'Members enrolled: target of Dhanbad set to 1,20,000'],
  ['targets.set', { unitEn: 'Dhanbad', unitHi: 'धनबाद', metricEn: 'Members enrolled', metricHi: 'नए सदस्य', value: null }, 'Members enrolled: target of Dhanbad changed'],
  ['targets.lock', { count: 1, unitEn: 'Dhanbad', unitHi: 'धनबाद' }, 'Target of Dhanbad locked'],
  ['targets.lock', { count: 2, unitEn: 'Dhanbad', unitHi: 'धनबाद' }, '2 targets locked'],
  ['units.move', { nameEn: 'Topchanchi', nameHi: null, toEn: 'Dhanbad', toHi: 'धनबाद' }, 'Topchanchi moved to Dhanbad'],
  ['people.assign', { nameEn: 'Veteran leader 1', nameHi: null, count: 4 }, 'Veteran leader 1 given responsibility for 4 units'],
  ['progress.record', { unitEn: 'Dhanbad', unitHi: 'धनबाद', value: 31_400 }, 'Dhanbad reported 31,400'],
  ['tours.plan', { nameEn: 'April tour', nameHi: null, visits: 24, leftOut: 0 }, 'April tour: 24 stops planned'],
  ['exchange.apply', { count: 29_500, fileName: 'booths.xlsx' }, '29,500 units imported'],
];

beforeEach(() => useSession.setState({ language: 'en', lakh: false }));

describe('the history', () => {
  test.each(details)('%s', (key, detail, sentence) => {
    expect(actInWords({ summary: { key, detail } })).toBe(sentence);
  });

  test('reads in Hindi, with lakh when asked, and names what was locked', () => {
    useSession.setState({ language: 'hi', lakh: true });
    expect(actInWords({ summary: apportioned })).toBe('नए सदस्य: झारखंड के 15 लाख 24 district में मतदाताओं के अनुसार बाँटे, 3 स्थिर');
  });

  test('says "a change" of an act it has no words for', () => {
    expect(actInWords({ summary: { key: 'moon.paint', detail: {} } })).toBe('A change');
  });
});

describe('refusals', () => {
  test('fill their gaps with the figures of the detail', () => {
    const error = new CallError('apportion.locksAboveTotal', { locked: 1_600_000, total: 1_500_000, unitEn: 'Jharkhand', unitHi: 'झारखंड' });
    expect(errorInWords(error, 'en')).toBe('Jharkhand: the locked targets add up to 16,00,000, more than the 15,00,000 to apportion. Unlock some, or raise the total.');
    expect(errorInWords(error, 'hi')).toContain('16,00,000');
    expect(errorInWords(new CallError('apportion.locksAboveTotal', {}), 'en')).not.toContain('{{');
  });

  test('without words of their own say at least that nothing was changed, and the code', () => {
    expect(errorInWords(new CallError('moon.full', {}), 'en')).toMatch(/nothing was changed.*moon\.full/);
  });

  test('read days as dd-mm-yyyy', () => {
    expect(errorInWords(new CallError('dates.endBeforeStart', { fromDay: '2022-04-18', toDay: '2022-04-12' }), 'en')).toBe('The last day (12-04-2022) is before the first (18-04-2022).');
  });
});

test('a name that is missing in Hindi falls back to English', () => {
  expect(valuesIn('hi', { nameEn: 'Armo', nameHi: null })['name']).toBe('Armo');
  expect(valuesIn('hi', { unitEn: 'Dhanbad', unitHi: 'धनबाद' })['unit']).toBe('धनबाद');
});
