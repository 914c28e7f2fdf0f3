// Checks numbers as read and as typed, in both languages.
import { describe, expect, it } from 'vitest';
import { numberAsRead, parseNumber, percentAsRead } from '../../shared/text/numbers.ts';

describe('numberAsRead', () => {
  it.each([
    [0, '0'], [999, '999'], [1000, '1,000'], [99_999, '99,999'], [120_000, '1,20,000'], [1_500_000, '15,00,000'], [123_456_789, '12,34,56,789'],
    [1234.5, '1,234.5'], [0.005, '0.01'], [-5, '−5'], [-120_000, '−1,20,000'], [-0.001, '0'], [NaN, '–'], [Infinity, '–'],
  ])('%s reads %s', (n, text) => {
    expect(numberAsRead(n, { language: 'en' })).toBe(text);
    expect(numberAsRead(n, { language: 'hi' })).toBe(text);
  });
  it.each([
    [99_999, '99,999', '99,999'], [100_000, '1 lakh', '1 लाख'], [120_000, '1.2 lakh', '1.2 लाख'], [1_478_100, '14.78 lakh', '14.78 लाख'],
    [9_999_000, '99.99 lakh', '99.99 लाख'], [9_999_900, '1 crore', '1 करोड़'], [15_000_000, '1.5 crore', '1.5 करोड़'], [-1_500_000, '−15 lakh', '−15 लाख'],
    [12_345_000_000_000, '12,34,500 crore', '12,34,500 करोड़'],
  ])('%s in lakh reads %s, %s', (n, english, hindi) => {
    expect(numberAsRead(n, { lakh: true, language: 'en' })).toBe(english);
    expect(numberAsRead(n, { lakh: true, language: 'hi' })).toBe(hindi);
  });
});

describe('percentAsRead', () => {
  it.each([[0, '0%'], [0.57, '57%'], [0.985, '99%'], [0.998, '99%'], [1, '100%'], [0.001, '1%'], [1.2, '120%'], [-0.125, '−13%'], [12.5, '1,250%'], [NaN, '–']])('%s reads %s', (share, text) => {
    expect(percentAsRead(share)).toBe(text);
  });
});

describe('parseNumber', () => {
  it.each([
    ['15,00,000', 1_500_000], ['1500000', 1_500_000], ['1,500,000', 1_500_000], ['15 लाख', 1_500_000], ['15 lakh', 1_500_000], ['15Lakh', 1_500_000], ['15 lac', 1_500_000],
    ['1.2 लाख', 120_000], ['14.781 lakh', 1_478_100], ['१५,००,०००', 1_500_000], ['१५ लाख', 1_500_000], ['1.5 करोड़', 15_000_000], ['1.5 करो\u095C', 15_000_000],
    ['2 crore', 20_000_000], ['5 हज़ार', 5000], ['−5', -5], ['-5', -5], ['+7', 7], ['0', 0], ['-0', 0], ['  42 ', 42], ['3.25', 3.25],
  ])('%s is %s', (text, n) => {
    expect(parseNumber(text)).toBe(n);
  });
  it.each(['', ' ', '-', 'abc', 'लाख', '1,5', '1,50,00', ',500', '12 34', '1.2.3', '15 booths', '1e5', '5%', '=1+1'])('%j is no number', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
  it('takes back what numberAsRead wrote', () => {
    for (const n of [0, 7, 999, 1000, 29_562, 1_478_100, 1_500_000, 22_000_000, -64, -123_456]) {
      expect(parseNumber(numberAsRead(n, { language: 'hi' }))).toBe(n);
    }
    for (const n of [100_000, 120_000, 1_500_000, 15_000_000]) {
      for (const language of ['en', 'hi'] as const) expect(parseNumber(numberAsRead(n, { lakh: true, language }))).toBe(n);
    }
  });
});
