// What a share costs: how far its units lie apart, whether it falls to pieces, how far from home, how far from its fair weight.
import type { PlanePoint } from './neighbours.ts';
import type { ShareProblem } from './shareOut.ts';

/** Costs are counted in squared distances between neighbours, so that they mean the same in a district as in a state. */
const perPiece = 20;
const perStepFromHome = 0.3;
const perBarred = 10_000;
/** With fixed counts the weight only leads where neighbours leave a choice; without, it is what the sharing is about. */
const unevenWithCounts = 3;
const unevenFree = 60;

export interface ShareCosts {
  /** Of one leader's share, given as unit numbers; 0 for an empty one of somebody with nothing to get. */
  costOf(leader: number, members: readonly number[]): number;
}

const squared = (a: PlanePoint, b: PlanePoint): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

/** Mean squared distance between neighbours, in square kilometres. */
function scaleOf({ units }: ShareProblem): number {
  let sum = 0;
  let count = 0;
  for (const { point, neighbours } of units) {
    for (const other of neighbours) {
      const to = units[other]!.point;
      if (!point || !to) continue;
      sum += squared(point, to);
      count += 1;
    }
  }
  return count > 0 && sum > 0 ? sum / count : 1;
}

export function shareCosts(problem: ShareProblem, wanted: number): ShareCosts {
  const { units, leaders, perLeader, balance } = problem;
  const scale = scaleOf(problem);
  const step = Math.sqrt(scale);
  const presence = leaders.reduce((sum, leader) => sum + leader.presence, 0);
  const weight = units.reduce((sum, unit) => sum + unit.weight, 0) * (wanted / Math.max(1, units.length));
  const fair = leaders.map((leader) => (presence > 0 ? (weight * leader.presence) / presence : 0));
  const uneven = perLeader === null ? unevenFree : unevenWithCounts;
  /** In which count each unit was last seen as member, and as reached: never cleared, only counted up. */
  const memberIn = new Int32Array(units.length);
  const reachedIn = new Int32Array(units.length);
  const queue = new Int32Array(units.length);
  let count = 0;

  function piecesOf(members: readonly number[]): number {
    count += 1;
    for (const unit of members) memberIn[unit] = count;
    let pieces = 0;
    for (const start of members) {
      if (reachedIn[start] === count) continue;
      pieces += 1;
      let end = 0;
      queue[end++] = start;
      reachedIn[start] = count;
      for (let at = 0; at < end; at++) {
        for (const next of units[queue[at]!]!.neighbours) {
          if (memberIn[next] !== count || reachedIn[next] === count) continue;
          reachedIn[next] = count;
          queue[end++] = next;
        }
      }
    }
    return pieces;
  }

  return {
    costOf(leader, members) {
      if (members.length === 0) return 0;
      const { home, barred } = leaders[leader]!;
      let [x, y, squares, placed, load, cost] = [0, 0, 0, 0, 0, 0];
      for (const unit of members) {
        const { point, weight: own } = units[unit]!;
        load += own;
        if (barred.has(unit)) cost += perBarred;
        if (!point) continue;
        x += point.x;
        y += point.y;
        squares += point.x ** 2 + point.y ** 2;
        placed += 1;
      }
      if (placed > 0) {
        cost += Math.max(0, squares - (x ** 2 + y ** 2) / placed) / scale;
        if (home) cost += (perStepFromHome * placed * Math.sqrt(squared(home, { x: x / placed, y: y / placed }))) / step;
      }
      cost += (piecesOf(members) - 1) * perPiece * members.length;
      const share = fair[leader]!;
      if (balance === 'weight' && share > 0) cost += uneven * members.length * ((load - share) / share) ** 2;
      return cost;
    },
  };
}
