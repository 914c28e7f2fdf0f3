// Checks the comparison of a target with the sum below it.
import { expect, it } from 'vitest';
import { reconcile } from '../../shared/rules/reconcile.ts';

it('finds the 21,900 members that 50 per booth leaves out of the 15,00,000 announced', () => {
  expect(reconcile({ own: 1_500_000, below: 50 * 29_562 })).toEqual({ difference: -21_900, state: 'short' });
});

it('tells agreement, excess and nothing to compare apart; zero is a target', () => {
  expect(reconcile({ own: 5, below: 5 })).toEqual({ difference: 0, state: 'agrees' });
  expect(reconcile({ own: 5, below: 7 })).toEqual({ difference: 2, state: 'over' });
  expect(reconcile({ own: 5, below: 0 })).toEqual({ difference: -5, state: 'short' });
  expect(reconcile({ own: 0, below: 0 })).toEqual({ difference: 0, state: 'agrees' });
  expect(reconcile({ own: null, below: 7 })).toEqual({ difference: null, state: 'none' });
  expect(reconcile({ own: 5, below: null })).toEqual({ difference: null, state: 'none' });
});
