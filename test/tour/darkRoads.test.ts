// Roads that take longer in the dark: by figures reckoned by hand, never sooner there for setting out later, and never a plan that is late by it.
import { describe, expect, it } from 'vitest';
import { darkLeg } from '../../shared/tour/darkLeg.ts';
import { inLight, lightEnd, solveInDark } from '../../shared/tour/darkRoads.ts';
import { checkTour } from '../../shared/tour/checkTour.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { seeded } from '../rules/seeded.ts';

describe('darkLeg', () => {
  it('drives what is left of the road at the speed of the hour', () => {
    expect(darkLeg(60, 75, 600, 1080, 330)).toBe(60);
    expect(darkLeg(60, 75, 1080, 1080, 330)).toBe(75);
    // Half an hour in the light is half the road; the other half takes 37.5.
    expect(darkLeg(60, 75, 1050, 1080, 330)).toBeCloseTo(67.5, 9);
    // Before dawn: 30 of 75 minutes are two fifths of the road.
    expect(darkLeg(60, 75, 300, 1080, 330)).toBeCloseTo(30 + 36, 9);
    expect(darkLeg(60, 60, 1200, 1080, 330)).toBe(60);
    expect(darkLeg(0, 0, 1200, 1080, 330)).toBe(0);
  });
  it('is never over sooner for setting out later', () => {
    const random = seeded(11);
    for (let round = 0; round < 300; round++) {
      const [light, depart, step] = [random.next() * 300, random.next() * 1440, random.next() * 90];
      const dark = light * (1 + random.next());
      expect(depart + step + darkLeg(light, dark, depart + step, 1080, 330)).toBeGreaterThanOrEqual(depart + darkLeg(light, dark, depart, 1080, 330) - 1e-9);
    }
  });
});

describe('solveInDark', () => {
  const problemOf = (seed: number): TourProblem => {
    const random = seeded(seed);
    const count = 7;
    const at = Array.from({ length: count }, () => [random.next() * 120, random.next() * 120] as const);
    const travelMinutes = at.flatMap(([x, y]) => at.map(([u, v]) => Math.round(Math.hypot(x - u, y - v))));
    return {
      placeCount: count, travelMinutes, darkTravelMinutes: travelMinutes.map((minutes) => Math.round(minutes * 1.25)),
      stops: at.map((_, place) => ({ id: `s${place}`, place, durationMinutes: 90, must: true, worth: 1 })),
      days: Array.from({ length: 3 }, () => ({ dutyFrom: 600, dutyTo: 1200, reserved: [], darkFrom: 1000, darkUntil: 330 })),
    };
  };
  it('gives hours that are true in the dark and breaks nothing where the light plan with shorter days does not', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = problemOf(seed);
      const plan = solveInDark(problem, (asked) => solveTour(asked, { seed: 1, seconds: 0.1 }));
      const again = checkTour(problem, plan.days.flatMap((day) => day.visits.map(({ stopId, begin }) => ({ stopId, begin, day: day.day }))));
      expect(again.violations).toEqual(plan.violations);
      const shorter = { ...inLight(problem), days: problem.days.map((day) => ({ ...day, dutyTo: lightEnd(day, 0.8) })) };
      const safe = solveTour(shorter, { seed: 1, seconds: 0.1 });
      if (safe.violations.length === 0) expect(plan.violations).toEqual([]);
    }
  });
});
