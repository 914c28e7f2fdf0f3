// Colours on the map: neighbours differ while there are enough, and every colour is used before one is used twice.
import { expect, it } from 'vitest';
import { coloursOf } from '../../../shared/rules/charges/colours.ts';

it('gives neighbours different colours', () => {
  const width = 8;
  const holders = Array.from({ length: 64 }, (_, at) => `p${Math.floor(at / 2)}`);
  const neighbours = holders.map((_, at) => [at - width, at + width, ...(at % width > 0 ? [at - 1] : []), ...(at % width < width - 1 ? [at + 1] : [])].filter((other) => other >= 0 && other < 64));
  const people = [...new Set(holders)];
  const colours = coloursOf(people, holders, neighbours, 12);
  holders.forEach((id, at) => { for (const other of neighbours[at]!) if (holders[other] !== id) expect(colours.get(holders[other]!)).not.toBe(colours.get(id)); });
  expect(new Set(colours.values()).size).toBe(12);
  expect(coloursOf(['a', 'b'], [null, 'a', 'b'], [[1], [0, 2], [1]], 2)).toEqual(new Map([['a', 0], ['b', 1]]));
});
