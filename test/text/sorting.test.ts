// Checks the order of names in both alphabets, with numbers by size.
import { expect, it } from 'vitest';
import { compareNames } from '../../shared/text/sorting.ts';

it('sorts Devanagari by its own alphabet, before Latin, in Hindi', () => {
  expect(['Ranchi', 'हजारीबाग', 'गुमला', 'खूंटी', 'रांची', 'आनंदपुर', 'कोडरमा'].sort(compareNames('hi')))
    .toEqual(['आनंदपुर', 'कोडरमा', 'खूंटी', 'गुमला', 'रांची', 'हजारीबाग', 'Ranchi']);
});

it('sorts Latin first in English, without minding capitals', () => {
  expect(['रांची', 'gumla', 'Ranchi', 'Bokaro', 'bermo'].sort(compareNames('en'))).toEqual(['bermo', 'Bokaro', 'gumla', 'Ranchi', 'रांची']);
});

it('sorts numbers in names by size, in both scripts', () => {
  expect(['Booth 10', 'Booth 2', 'Booth 1'].sort(compareNames('en'))).toEqual(['Booth 1', 'Booth 2', 'Booth 10']);
  expect(['बूथ १०', 'बूथ २', 'बूथ १'].sort(compareNames('hi'))).toEqual(['बूथ १', 'बूथ २', 'बूथ १०']);
});
