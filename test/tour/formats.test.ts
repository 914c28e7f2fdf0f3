// Checks the readers of published formats on small instances written by hand, with distances and optima reckoned by hand.
import { describe, expect, it } from 'vitest';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { kindOf, readInstance } from './formats/readInstance.ts';
import { readTsplib, tsplibProblem } from './formats/tsplib.ts';

const square = 'NAME: square\nTYPE: TSP\nDIMENSION: 5\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 30 40\n3 0 40\n4 30 0\n5 1.5e1 0\nEOF\n';
const lower = 'DIMENSION : 3\nEDGE_WEIGHT_TYPE : EXPLICIT\nEDGE_WEIGHT_FORMAT : LOWER_DIAG_ROW\nEDGE_WEIGHT_SECTION\n0 5 0\n7 9 0\nEOF\n';
const full = 'TYPE: ATSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n9999 1 2\n3 9999 4\n5 6 9999\nEOF\n';

describe('TSPLIB', () => {
  it('measures in the plane, on the globe, and reads matrices of every shape', () => {
    expect(readTsplib(square).matrix.slice(0, 5)).toEqual([0, 50, 40, 30, 15]);
    expect(readTsplib(lower).matrix).toEqual([0, 5, 7, 5, 0, 9, 7, 9, 0]);
    expect(readTsplib(lower.replace('LOWER_DIAG_ROW', 'UPPER_ROW').replace('0 5 0\n7 9 0', '5 7\n9')).matrix).toEqual([0, 5, 7, 5, 0, 9, 7, 9, 0]);
    expect(readTsplib(full).matrix).toEqual([0, 1, 2, 3, 0, 4, 5, 6, 0]);
    // One degree of a meridian on TSPLIB's globe, its minutes as hundredths.
    const geo = 'DIMENSION: 2\nEDGE_WEIGHT_TYPE: GEO\nNODE_COORD_SECTION\n1 10.00 20.00\n2 11.00 20.00\nEOF';
    expect(readTsplib(geo).matrix[1]).toBe(112);
  });
  it('makes a round tour, or a path between two cities', () => {
    expect(solveTour(readInstance(square, 'square.tsp').problem, { seed: 1 }).totals.travelMinutes).toBe(140);
    const path = solveTour(tsplibProblem(square, { first: 0, last: 1 }), { seed: 1 });
    expect([path.totals.travelMinutes, path.violations, path.days[0]!.visits.at(-1)!.stopId]).toEqual([15 + 15 + 50 + 30, [], '2']);
    expect(solveTour(readInstance(full, 'three.atsp').problem, { seed: 1 }).totals.travelMinutes).toBe(1 + 4 + 5);
  });
});

describe('instances with hotels and windows', () => {
  const tsphs = '2 4 25\n0 0 0\n1 20 0\n2 5 0 1\n3 10 0 1\n4 20 5 1\n5 10 5 1\n';
  it('TSPHS: trips of 25 between two hotels', () => {
    const { kind, problem } = readInstance(tsphs, 'small.tsphs');
    expect(kind).toBe('tsphs');
    expect(problem).toMatchObject({ placeCount: 6, startPlace: 0, returnTo: 0, nightPlaces: [0, 1], fewestDays: true });
    expect([problem.travelMinutes[1], problem.travelMinutes[2 * 6 + 5], problem.stops[0]!.durationMinutes]).toEqual([20, 7, 1]);
  });
  it('OPHS: two trips of 15 each, over three hotels', () => {
    const text = '5 1 2\n30\n15 15\n-----\n0 0 0\n20 0 0\n10 0 0\n5 0 10\n15 0 20\n5 100 1000\n';
    const { kind, problem } = readInstance(text, 'small.ophs');
    expect([kind, kindOf(text, 'small.txt')]).toEqual(['ophs', 'ophs']);
    expect(problem).toMatchObject({ placeCount: 6, startPlace: 0, returnTo: 1, nightPlaces: [0, 1, 2], days: [{ dutyTo: 15 }, { dutyTo: 15 }] });
    expect(problem.stops.map(({ place, worth, must }) => [place, worth, must])).toEqual([[3, 10, false], [4, 20, false], [5, 1000, false]]);
    const plan = solveTour(problem, { seed: 1 });
    expect(plan.violations).toEqual([]);
    expect(plan.totals).toMatchObject({ worth: 30, travelMinutes: 20 });
  });
  it('OPTW: profits inside windows, the second point is closed before it can be reached', () => {
    const text = '1 1 3 0\n0 0\n0 0.00 0.00 0.00 0.00 0 0 0 50\n1 10.00 0.00 5.00 10.00 1 1 1 0 20\n2 0.00 15.00 0.00 50.00 1 1 1 0 10\n3 10.00 10.00 0.00 7.00 1 1 1 30 40\n';
    const { kind, problem } = readInstance(text, 'small_optw.txt');
    expect(kind).toBe('optw');
    const plan = solveTour(problem, { seed: 1 });
    expect(plan.violations).toEqual([]);
    expect([plan.totals.worth, plan.days[0]!.visits.map((visit) => [visit.stopId, visit.begin])]).toEqual([17, [['1', 10], ['3', 30]]]);
  });
  it('TSPTW: customers in a list or a matrix with windows', () => {
    const list = '!! small\nCUST NO. XCOORD. YCOORD. DEMAND READY DUE SERVICE\n1 0 0 0 0 100 0\n2 10 0 0 30 40 0\n3 0 10 0 0 20 0\n999 0 0 0 0 0 0\n';
    const { kind, problem } = readInstance(list, 'n2w20.001');
    expect(kind).toBe('tsptw');
    const plan = solveTour(problem, { seed: 1 });
    expect([plan.violations, plan.days[0]!.visits.map((visit) => visit.stopId), plan.totals.travelMinutes]).toEqual([[], ['3', '2'], 34]);
    const matrix = readInstance('3\n0 10 10\n10 0 14\n10 14 0\n0 100\n30 40\n0 20\n', 'small.tw');
    expect(solveTour(matrix.problem, { seed: 1 }).totals.travelMinutes).toBe(34);
  });
});
