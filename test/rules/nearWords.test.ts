// Checks which words count as a slip of the pen or as another habit of spelling.
import { describe, expect, it } from 'vitest';
import { nearWords, slipCost } from '../../shared/rules/nearWords.ts';
import { spellingVariants } from '../../shared/rules/spellingVariants.ts';

describe('slipCost', () => {
  it.each([
    ['rnci', 'rnci', 0],
    ['rnci', 'rncigrd', 0],
    ['ranci', 'rnci', 0.6],
    ['rncj', 'rncijrd', 0.6],
    ['prd', 'prr', 0.6],
    ['gmula', 'gumla', 0.8],
    ['kumla', 'gumla', 1],
    ['ppmla', 'gumla', Infinity],
  ])('from %s to %s', (typed, word, cost) => expect(slipCost(typed, word, 1.2)).toBeCloseTo(cost));
});

describe('nearWords', () => {
  const dictionary = ['gumla', 'gumlaur', 'gomi', 'dumk', 'simdig', 'simrig'];
  it('gives the nearest first and leaves the word itself out', () => {
    expect(nearWords('gmula', dictionary, 5).map(({ word }) => word)).toEqual(['gumla', 'gumlaur']);
    expect(nearWords('gumla', ['gumla'], 5)).toEqual([]);
    expect(nearWords('simdik', dictionary, 1)).toMatchObject([{ word: 'simdig' }]);
  });
  it('guesses nothing for two letters', () => expect(nearWords('gm', dictionary, 5)).toEqual([]));
});

describe('spellingVariants', () => {
  it('are b and v, ड and ड़, a nasal or an h more or less', () => {
    expect(spellingVariants('gubindpur')).toContain('guindpur');
    expect(spellingVariants('brgd')).toContain('brgr');
    expect(spellingVariants('pncruki')).toContain('pcruki');
    expect(spellingVariants('kundit')).toContain('kundhit');
    expect(spellingVariants('kundhit')).toContain('kundit');
  });
  it('are none of short keys, never the key itself, and few', () => {
    expect(spellingVariants('pt')).toEqual([]);
    for (const key of ['singbum', 'kudrm', 'prsatnr', 'bist']) {
      expect(spellingVariants(key)).not.toContain(key);
      expect(spellingVariants(key).length).toBeLessThan(4 * key.length);
    }
  });
});
