// Raises the proven bound of a tour's travel further, by branching over the legs of the tree it comes from.
import { boundRounds, graphOf, roundedBound } from './bound.ts';
import { raiseTree, treeFinder } from './leastTree.ts';
import type { TreeGraph } from './leastTree.ts';
import { forbidden } from './pathCosts.ts';
import type { Timetable } from './timetable.ts';

/** Takes so much off a leg that every least tree holds it; far above any travel, far below `forbidden`. */
const held = 1e6;
const childRounds = 60;

/** Some legs are held, some closed. */
interface Branch {
  value: number;
  edge: Float64Array;
  price: Float64Array;
  heldCount: number;
}

/**
 * Branch and bound over the tree bound (Volgenant and Jonker 1982): at a node where the tree has more than two legs, one of them is
 * closed, or it is held and another closed, or both are held and all others closed; one of the three is true of every path. The least
 * bound of all open branches, those first, holds for every plan. Ends at `target`, the travel of a known plan, or after `trees` trees.
 * One leader only.
 */
export function branchedBound(
  table: Timetable, stops: readonly number[], target: number, { trees, shouldStop }: { trees: number; shouldStop?: () => boolean },
): number {
  const root = graphOf(table, stops);
  // What is above this is as good as the plan that is known.
  const goal = table.wholeMinutes ? target - 1 + 1e-6 : target;
  const open: Branch[] = [];
  let [left, lower] = [trees, 0];
  const add = (edge: Float64Array, heldCount: number, price: Float64Array | undefined, floor: number): void => {
    const { value, price: raised } = raiseTree({ ...root, edge }, {
      target: target - heldCount * held, rounds: price ? childRounds : boundRounds(root.size), patience: price ? 12 : 30, price, scale: price ? 0.3 : 1,
    });
    left -= price ? childRounds : 0;
    const bound = Math.max(floor, value + heldCount * held);
    if (bound < goal) insert(open, { value: bound, edge, price: raised, heldCount });
  };
  add(root.edge, 0, undefined, 0);
  while (open.length > 0) {
    if (left <= 0 || shouldStop?.()) break;
    const branch = open.pop()!;
    lower = branch.value;
    const legs = legsToBranch(root, branch);
    if (!legs) {
      // A tree that is a path: no other branch can be shorter.
      open.push(branch);
      break;
    }
    const { size } = root;
    const { node, room, first, second } = legs;
    const child = (change: (edge: Float64Array) => number): void => {
      const edge = branch.edge.slice();
      add(edge, branch.heldCount + change(edge), branch.price, branch.value);
    };
    const only = (edge: Float64Array, ...kept: number[]): number => {
      const now = kept.reduce((sum, other) => sum + hold(edge, size, node, other), 0);
      for (let other = 0; other < size; other++) if (!isHeld(edge[node * size + other]!)) close(edge, size, node, other);
      return now;
    };
    if (room > 0) child((edge) => close(edge, size, node, first));
    if (room > 1) child((edge) => hold(edge, size, node, first) + close(edge, size, node, second));
    child((edge) => (room > 1 ? only(edge, first, second) : room > 0 ? only(edge, first) : only(edge)));
  }
  const least = open.length === 0 ? target : Math.min(target, open.at(-1)!.value);
  return roundedBound(table, Math.max(lower, least));
}

/** Kept with the least bound last. */
function insert(open: Branch[], branch: Branch): void {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (open[middle]!.value > branch.value) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, branch);
}

function close(edge: Float64Array, size: number, from: number, to: number): number {
  edge[from * size + to] = edge[to * size + from] = forbidden;
  return 0;
}

function isHeld(length: number): boolean {
  return length < -held / 2;
}

function hold(edge: Float64Array, size: number, from: number, to: number): number {
  if (isHeld(edge[from * size + to]!)) return 0;
  edge[from * size + to]! -= held;
  edge[to * size + from]! -= held;
  return 1;
}

/**
 * The node that the branch's tree gives most legs too many: how many it may still hold, and its two shortest legs of those not held.
 * Null: the tree is a path.
 */
function legsToBranch({ size, wanted }: TreeGraph, { edge, price }: Branch): { node: number; room: number; first: number; second: number } | null {
  const tree = treeFinder({ size, edge, wanted, extra: 0 });
  const degree = new Int32Array(size);
  tree.least(price, degree);
  let [node, most] = [-1, 0];
  for (let one = 0; one < size; one++) if (degree[one]! - wanted[one]! > most) [node, most] = [one, degree[one]! - wanted[one]!];
  if (node < 0) return null;
  const priced = (other: number): number => edge[node * size + other]! + price[other]!;
  const legs: number[] = [];
  let room = wanted[node]!;
  for (let other = 0; other < size; other++) {
    if (isHeld(edge[node * size + other]!)) room--;
    else if (tree.parent[node] === other || tree.parent[other] === node) legs.push(other);
  }
  legs.sort((a, b) => priced(a) - priced(b));
  const [first, second] = legs;
  return { node, room, first: first!, second: second ?? first! };
}
