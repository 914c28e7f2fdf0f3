// A first sharing out by cutting in two again and again: compact shares with exact counts, from which the search begins.
import type { Bounds, ShareProblem } from './shareOut.ts';

const directions = 12;
const nobody = -1;

interface Portion {
  leader: number;
  /** Units, or (by weight) the part of the weight he is to get. */
  due: number;
}

/** How many units, or how much of the weight, each is due: within the bounds, adding up to what is shared out. */
function portionsOf({ leaders, perLeader, balance, units }: ShareProblem, bounds: readonly Bounds[], wanted: number): Portion[] {
  if (perLeader === null && balance === 'weight') return leaders.map(({ presence }, leader) => ({ leader, due: presence })).filter(({ due }) => due > 0);
  let more = wanted - bounds.reduce((sum, { least }) => sum + least, 0);
  const portions = bounds.map(({ least, most }, leader) => {
    const extra = Math.min(more, most - least);
    more -= extra;
    return { leader, due: least + extra };
  });
  if (units.length > wanted) portions.push({ leader: nobody, due: units.length - wanted });
  return portions.filter(({ due }) => due > 0);
}

/**
 * The leader of each unit, -1 for nobody. Each cut is a straight line that gives both sides what they are due and parts as few
 * neighbours as any of twelve directions (after Smith & Ryan, "shortest splitline algorithm", 2007); homes decide who is on which side.
 */
export function splitShares(problem: ShareProblem, bounds: readonly Bounds[], wanted: number): Int32Array {
  const { units, leaders, perLeader, balance } = problem;
  const byWeight = perLeader === null && balance === 'weight';
  const of = new Int32Array(units.length).fill(nobody);
  const side = new Int8Array(units.length);
  const sum = (portions: readonly Portion[]) => portions.reduce((total, { due }) => total + due, 0);

  function split(members: readonly number[], portions: readonly Portion[]): void {
    if (portions.length <= 1 || members.length === 0) {
      for (const unit of members) of[unit] = portions[0]?.leader ?? nobody;
      return;
    }
    let best: { first: number[]; second: number[]; one: Portion[]; two: Portion[]; cut: number } | null = null;
    const inside = new Set(members);
    for (let turn = 0; turn < directions; turn++) {
      const [dx, dy] = [Math.cos((turn * Math.PI) / directions), Math.sin((turn * Math.PI) / directions)];
      const along = (point: { x: number; y: number } | null) => (point ? point.x * dx + point.y * dy : 0);
      const sorted = [...members].sort((a, b) => along(units[a]!.point) - along(units[b]!.point) || a - b);
      const middle = along(units[sorted[sorted.length >> 1]!]!.point);
      const placed = portions.map((portion, at) => ({ portion, at, where: portion.leader >= 0 && leaders[portion.leader]!.home ? along(leaders[portion.leader]!.home) : middle }));
      placed.sort((a, b) => a.where - b.where || a.at - b.at);
      const half = placed.length >> 1;
      const one = placed.slice(0, half).map(({ portion }) => portion);
      const two = placed.slice(half).map(({ portion }) => portion);
      let count = sum(one);
      if (byWeight) {
        const total = members.reduce((weight, unit) => weight + units[unit]!.weight, 0);
        const due = (total * sum(one)) / sum(portions);
        count = 0;
        for (let weight = 0; count < sorted.length && weight + units[sorted[count]!]!.weight / 2 < due; count++) weight += units[sorted[count]!]!.weight;
        if (sorted.length >= portions.length) count = Math.min(Math.max(count, one.length), sorted.length - two.length);
      }
      sorted.forEach((unit, at) => { side[unit] = at < count ? 1 : 2; });
      let cut = 0;
      for (const unit of members) for (const other of units[unit]!.neighbours) if (inside.has(other) && side[other] !== side[unit]) cut += 1;
      if (!best || cut < best.cut) best = { first: sorted.slice(0, count), second: sorted.slice(count), one, two, cut };
    }
    split(best!.first, best!.one);
    split(best!.second, best!.two);
  }
  split(units.map((_, at) => at), portionsOf(problem, bounds, wanted));
  return of;
}
