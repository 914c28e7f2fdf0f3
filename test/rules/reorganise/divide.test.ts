// Dividing a unit's own figures: by which weights, and that nothing is lost or made.
import { describe, expect, test } from 'vitest';
import { divided, divisionOf } from '../../../shared/rules/reorganise/divide.ts';
import type { DivisionPart } from '../../../shared/rules/reorganise/divide.ts';
import { seeded } from '../seeded.ts';

const part = (goes: boolean, given: Partial<DivisionPart> = {}): DivisionPart => ({ goes, goal: null, counted: 0, electors: 0, booths: 0, ...given });
const way = { percent: null, counts: false };

describe('weights', () => {
  test('are the targets of the units below where every one has one', () => {
    expect(divisionOf([part(true, { goal: 300, electors: 10 }), part(false, { goal: 700, electors: 10 })], way)).toEqual({ stay: 700, go: 300, basis: 'targets' });
  });
  test('are the electors where one of them has no target: else its share would be nothing', () => {
    expect(divisionOf([part(true, { goal: 300, electors: 40 }), part(false, { electors: 60 })], way)).toEqual({ stay: 60, go: 40, basis: 'electors' });
  });
  test('are the booths, then the number of units', () => {
    expect(divisionOf([part(true, { booths: 3 }), part(false, { booths: 1, electors: 5 })], way)).toEqual({ stay: 1, go: 3, basis: 'booths' });
    expect(divisionOf([part(true), part(false), part(false)], way)).toEqual({ stay: 2, go: 1, basis: 'units' });
  });
  test('are the units counted for one-per-unit metrics', () => {
    expect(divisionOf([part(true, { counted: 8, goal: 1 }), part(false, { counted: 2, goal: 9 })], { percent: null, counts: true })).toEqual({ stay: 2, go: 8, basis: 'counted' });
  });
  test('are the percentage given for a unit with none below', () => {
    expect(divisionOf([], { percent: 40, counts: false })).toEqual({ stay: 60, go: 40, basis: 'percent' });
  });
  test('targets of nothing at all fall through', () => {
    expect(divisionOf([part(true, { goal: 0 }), part(false, { goal: 0 })], way)).toEqual({ stay: 1, go: 1, basis: 'units' });
  });
});

test('both parts are whole and together what was divided, each within one of its share', () => {
  const random = seeded(50).next;
  for (let run = 0; run < 500; run++) {
    const value = Math.floor(random() * 2_000_000);
    const division = { stay: 1 + Math.floor(random() * 5000), go: Math.floor(random() * 5000), basis: 'electors' as const };
    const [stays, goes] = divided(value, division);
    expect(stays + goes).toBe(value);
    expect(Math.abs(goes - (value * division.go) / (division.stay + division.go))).toBeLessThan(1);
    expect(Number.isInteger(stays) && stays >= 0 && goes >= 0).toBe(true);
  }
});
