// Shares units out among leaders: each gets neighbouring ones, as compact as may be, fairly by count or by electors, near his own place.
import { AppError } from '../../errors.ts';
import { seededRandom } from '../../tour/random.ts';
import { improveShares } from './improveShares.ts';
import type { PlanePoint } from './neighbours.ts';
import { shareCosts } from './shareCosts.ts';
import { splitShares } from './splitShares.ts';

export interface ShareUnit {
  point: PlanePoint | null;
  /** Numbers of the units next to it. */
  neighbours: readonly number[];
  /** Electors or booths, by which shares are balanced. */
  weight: number;
}

export interface ShareLeader {
  /** His own place; null: none known, anywhere is as near. */
  home: PlanePoint | null;
  /** Part of the period on which he can come, 0 to 1: with 0 he gets nothing. */
  presence: number;
  /** Numbers of units he must not get, such as his own. */
  barred: ReadonlySet<number>;
}

export interface ShareProblem {
  units: readonly ShareUnit[];
  leaders: readonly ShareLeader[];
  /** So many for each; null: everything is shared out. */
  perLeader: number | null;
  /** `weight`: with everything shared out, equal sums of weights instead of equal counts; with a fixed number for each, equal sums as far as neighbours allow. */
  balance: 'count' | 'weight';
  /** The same seed gives the same shares. */
  seed: number;
}

/** How many units a leader may have. */
export interface Bounds {
  least: number;
  most: number;
}

const nobody = -1;

/** What each leader gets at least and at most: fair to one unit where it does not divide evenly. */
export function boundsOf({ units, leaders, perLeader, balance }: ShareProblem): Bounds[] {
  const present = leaders.map((leader) => leader.presence > 0);
  const count = present.filter(Boolean).length;
  if (count === 0) throw new AppError('charges.nobodyThere');
  const wanted = perLeader === null ? units.length : Math.min(units.length, perLeader * count);
  const isEven = perLeader !== null && perLeader * count <= units.length;
  if (perLeader === null && balance === 'weight') {
    const least = units.length >= count ? 1 : 0;
    return present.map((is) => (is ? { least, most: units.length - least * (count - 1) } : { least: 0, most: 0 }));
  }
  if (isEven) return present.map((is) => (is ? { least: perLeader, most: perLeader } : { least: 0, most: 0 }));
  const shares = perLeader === null ? leaders.map((leader) => leader.presence) : present.map((is) => (is ? 1 : 0));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => {
    const exact = (wanted * share) / sum;
    return { least: Math.floor(exact + 1e-9), most: Math.ceil(exact - 1e-9) };
  });
}

/** Grows every share from a first unit, always that of the leader who is furthest behind, by the nearest unit that touches it. */
function grow(problem: ShareProblem, bounds: readonly Bounds[], wanted: number, begin: number): Int32Array {
  const { units, leaders, balance } = problem;
  const random = seededRandom(begin);
  const of = new Int32Array(units.length).fill(nobody);
  const far = (a: PlanePoint | null, b: PlanePoint | null) => (a && b ? (a.x - b.x) ** 2 + (a.y - b.y) ** 2 : 0);
  const shares = leaders.map(() => ({ members: [] as number[], load: 0, x: 0, y: 0 }));
  const take = (leader: number, unit: number) => {
    const share = shares[leader]!;
    const { point, weight } = units[unit]!;
    of[unit] = leader;
    share.members.push(unit);
    share.load += balance === 'weight' ? weight : 1;
    share.x += point?.x ?? 0;
    share.y += point?.y ?? 0;
  };
  let taken = 0;
  const free = () => units.flatMap((_, at) => (of[at] === nobody ? [at] : []));
  // Those with a place of their own choose first; the others begin as far as may be from everybody.
  const order = leaders.map((_, at) => at).filter((at) => bounds[at]!.most > 0).sort((a, b) => Number(leaders[a]!.home === null) - Number(leaders[b]!.home === null) || a - b);
  for (const leader of order) {
    if (taken >= wanted) break;
    const { home, barred } = leaders[leader]!;
    let best = nobody;
    let least = Infinity;
    for (const unit of free()) {
      const { point } = units[unit]!;
      const apart = home ? far(home, point) : -Math.min(Infinity, ...shares.flatMap(({ members }) => members.map((other) => far(units[other]!.point, point))));
      const cost = (barred.has(unit) ? 1e12 : 0) + (Number.isFinite(apart) ? apart * (0.8 + 0.4 * random.next()) : random.next());
      if (cost < least) { least = cost; best = unit; }
    }
    if (best !== nobody) { take(leader, best); taken += 1; }
  }
  while (taken < wanted) {
    const leader = order.filter((at) => shares[at]!.members.length < bounds[at]!.most)
      .map((at) => ({ at, fill: Math.max(shares[at]!.load / Math.max(1e-9, leaders[at]!.presence), 0) + (shares[at]!.members.length < bounds[at]!.least ? 0 : 1e12) }))
      .sort((a, b) => a.fill - b.fill || a.at - b.at)[0];
    if (!leader) break;
    const share = shares[leader.at]!;
    const middle = share.members.length > 0 ? { x: share.x / share.members.length, y: share.y / share.members.length } : leaders[leader.at]!.home;
    const touching = new Set(share.members.flatMap((unit) => units[unit]!.neighbours.filter((other) => of[other] === nobody)));
    let best = nobody;
    let least = Infinity;
    for (const unit of touching.size > 0 ? touching : free()) {
      // One that would be left alone goes before one that others still touch.
      const around = units[unit]!.neighbours.filter((other) => of[other] === nobody).length;
      const cost = far(middle, units[unit]!.point) * (0.5 + 0.1 * around) + (leaders[leader.at]!.barred.has(unit) ? 1e12 : 0);
      if (cost < least) { least = cost; best = unit; }
    }
    if (best === nobody) break;
    take(leader.at, best);
    taken += 1;
  }
  return of;
}

/**
 * For each unit the number of the leader who gets it, or -1 for nobody (left over, or nobody there). Begun by straight cuts and by
 * greedy growth, then bettered by swaps and moves (simulated annealing): capacity-constrained regionalisation after Openshaw & Rao 1995 ("Algorithms for reengineering
 * 1991 census geography") and Duque, Church & Middleton 2011 ("The p-regions problem"); several beginnings, the best is kept.
 * Counts always hold; neighbourhood and compactness are as good as the search finds. Throws `charges.nobodyThere`.
 */
export function shareOut(problem: ShareProblem): number[] {
  const bounds = boundsOf(problem);
  const { units, perLeader, leaders, seed } = problem;
  const present = leaders.filter((leader) => leader.presence > 0).length;
  const wanted = perLeader === null ? units.length : Math.min(units.length, perLeader * present);
  const beginnings = units.length <= 150 ? 4 : 2;
  const costs = shareCosts(problem, wanted);
  let best: { of: Int32Array; cost: number } | null = null;
  for (let at = 0; at < beginnings; at++) {
    const of = at === 0 ? splitShares(problem, bounds, wanted) : grow(problem, bounds, wanted, seed * 31 + at);
    const cost = improveShares(problem, bounds, of, costs, seed * 31 + at);
    if (!best || cost < best.cost - 1e-9) best = { of, cost };
  }
  return [...best!.of];
}
