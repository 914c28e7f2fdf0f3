// Checks the pace of a target at the edges of its thresholds and of its period.
import { describe, expect, it } from 'vitest';
import { pace } from '../../shared/rules/pace.ts';

// Ten days; on the fourth, 400 of 1,000 are expected and six days are left after it.
const drive = { target: 1000, fromDay: '2022-04-06', toDay: '2022-04-15', today: '2022-04-09' };

describe('pace', () => {
  it.each([
    [199, 'critical'], [200, 'behind'], [379, 'behind'], [380, 'onPace'], [400, 'onPace'], [420, 'onPace'], [421, 'ahead'], [999, 'ahead'], [1000, 'done'],
  ] as const)('with %i of 400 expected is %s', (achieved, state) => {
    expect(pace({ ...drive, achieved }).state).toBe(state);
  });
  it('gives the figures behind the word', () => {
    expect(pace({ ...drive, achieved: 300 })).toEqual({ state: 'behind', expected: 400, difference: -100, requiredPerDay: 117, daysLeft: 6 });
  });
  it('has not started before the first day, and spreads the work over the whole period', () => {
    expect(pace({ ...drive, achieved: 0, today: '2022-04-01' })).toEqual({ state: 'notStarted', expected: 0, difference: 0, requiredPerDay: 100, daysLeft: 14 });
  });
  it('asks the whole rest of the last day', () => {
    expect(pace({ ...drive, achieved: 960, today: '2022-04-15' })).toEqual({ state: 'onPace', expected: 1000, difference: -40, requiredPerDay: 40, daysLeft: 0 });
  });
  it('is critical past the end, however little is missing, and done when nothing is', () => {
    expect(pace({ ...drive, achieved: 999, today: '2022-04-16' })).toEqual({ state: 'critical', expected: 1000, difference: -1, requiredPerDay: null, daysLeft: -1 });
    expect(pace({ ...drive, achieved: 1001, today: '2022-04-16' })).toMatchObject({ state: 'done', requiredPerDay: 0 });
  });
  it('takes a period of one day', () => {
    expect(pace({ target: 10, achieved: 9, fromDay: '2022-04-18', toDay: '2022-04-18', today: '2022-04-18' })).toMatchObject({ state: 'behind', expected: 10, daysLeft: 0 });
  });
  it('refuses a period that ends before it begins', () => {
    expect(() => pace({ ...drive, achieved: 1, toDay: '2022-04-05' })).toThrow('pace.badPeriod');
  });
});
