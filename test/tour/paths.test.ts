// Ways with fixed ends are the shortest there are, on kinds of instances as published, against an oracle that goes through all subsets.
import { expect, test } from 'vitest';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { pathMatrix, pathProblem, shortestPathThrough } from './pathOracle.ts';

test.each(['plane', 'streets', 'numbers'] as const)('13 to 15 places, %s: the shortest way, with a bound that is not above it', (kind) => {
  for (const size of [13, 14, 15]) for (const seed of [1, 2]) {
    const matrix = pathMatrix(kind, size, seed);
    const plan = solveTour(pathProblem(matrix, size), { seed });
    expect(plan.violations).toEqual([]);
    // As the matrix stands: a leg is never led through other places, so that TSPLIB's lengths are the same.
    expect(plan.totals.travelMinutes).toBe(shortestPathThrough(matrix, size));
    expect(plan.bound.lower).toBeLessThanOrEqual(plan.totals.travelMinutes + 1e-6);
  }
});
