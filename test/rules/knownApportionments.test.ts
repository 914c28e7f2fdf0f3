// Holds the division against apportionments that were published: the bill of 1792, and the usual example of the paradox found for Alabama.
import { expect, it } from 'vitest';
import { largestRemainder } from '../../shared/rules/largestRemainder.ts';

/**
 * Census of 1790 in representative population, and the 120 seats by Hamilton's method of the bill Washington vetoed in April 1792.
 * Seats: COMAP, For All Practical Purposes, table 14.5. The populations are those of the census; they add up to its published 36,15,920.
 */
const bill1792: readonly (readonly [state: string, people: number, seats: number])[] = [
  ['Connecticut', 236_841, 8], ['Delaware', 55_540, 2], ['Georgia', 70_835, 2], ['Kentucky', 68_705, 2], ['Maryland', 278_514, 9],
  ['Massachusetts', 475_327, 16], ['New Hampshire', 141_822, 5], ['New Jersey', 179_570, 6], ['New York', 331_589, 11], ['North Carolina', 353_523, 12],
  ['Pennsylvania', 432_879, 14], ['Rhode Island', 68_446, 2], ['South Carolina', 206_236, 7], ['Vermont', 85_533, 3], ['Virginia', 630_560, 21],
];

it('gives the 15 states of 1792 the seats of the vetoed bill', () => {
  expect(bill1792.reduce((sum, [, people]) => sum + people, 0)).toBe(3_615_920);
  const seats = largestRemainder(120, bill1792.map(([, people]) => people));
  expect(bill1792.map(([state], at) => [state, seats[at]])).toEqual(bill1792.map(([state, , known]) => [state, known]));
});

it('shows the paradox named after Alabama instead of hiding it: one more to divide, and the smallest line loses one', () => {
  // The usual example (Wikipedia, Apportionment paradox). It is the price of never being a whole unit away from the exact share.
  expect(largestRemainder(10, [6, 6, 2])).toEqual([4, 4, 2]);
  expect(largestRemainder(11, [6, 6, 2])).toEqual([5, 5, 1]);
});
