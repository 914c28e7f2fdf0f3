// Which units stand wholly in which class of a classification, and which are cut by it: worked out from what is said of single units.

/** A unit of one region, in the order of paths (above before below). */
export interface PlacedUnit {
  id: string;
  path: string;
  /** The class it is said to stand in, with everything below; null: in none; undefined: nothing is said here. */
  said: string | null | undefined;
  /** Nothing below it and nothing said: it goes where the units beside it go (for seats, which only booths belong to). */
  idle?: boolean;
}

/** How the classes hang together. */
export interface ClassTree {
  /** The class and those above it, nearest first. */
  chainOf(classId: string): readonly string[];
  /** The class of those that stand in none. */
  none: string;
}

/** A largest unit that stands in a class with everything below it (whole), or one that the class cuts. */
export interface ClassPart {
  classId: string;
  unitId: string;
  path: string;
  whole: boolean;
}

/** Below it are several classes without a common one above them. */
const mixed = Symbol('mixed');
/** Below it nothing is said and nothing could be. */
const idle = Symbol('idle');
type State = string | typeof mixed | typeof idle;

/** The nearest class both stand in. */
function common(a: State, b: State, tree: ClassTree): State {
  if (a === b || b === idle) return a;
  if (a === idle) return b;
  if (a === mixed || b === mixed) return mixed;
  const above = tree.chainOf(b);
  return tree.chainOf(a).find((classId) => above.includes(classId)) ?? mixed;
}

/**
 * Every open unit ends in exactly one whole part of each classification of the chain, or is cut. `inherited` is what is said above
 * the region. The figures of a class are the sums over its whole parts; a cut unit's own figures cannot be divided.
 * Two passes over the units: down for what is inherited, up for what is common, and down again for the parts.
 */
export function classParts(units: readonly PlacedUnit[], tree: ClassTree, inherited: string | null | undefined): ClassPart[] {
  const key = 4;
  const parents = new Int32Array(units.length).fill(-1);
  const said: (string | null | undefined)[] = [];
  const open: number[] = [];
  units.forEach((unit, at) => {
    while (open.length > 0 && !unit.path.startsWith(units[open.at(-1)!]!.path)) open.pop();
    const parent = open.at(-1) ?? -1;
    // A gap in the way down (a closed unit between) leaves what stands below it out.
    if (parent >= 0 && units[parent]!.path.length + key !== unit.path.length) { parents[at] = -2; said.push(undefined); return; }
    parents[at] = parent;
    said.push(unit.said !== undefined ? unit.said : parent >= 0 ? said[parent] : inherited);
    open.push(at);
  });

  const states: (State | undefined)[] = Array.from({ length: units.length });
  for (let at = units.length - 1; at >= 0; at--) {
    const own = said[at];
    const below = states[at];
    if (below === undefined) states[at] = own ?? (own === undefined && units[at]!.idle ? idle : tree.none);
    else if (own !== undefined) states[at] = common(below, own ?? tree.none, tree);
    const parent = parents[at]!;
    if (parent >= 0) states[parent] = states[parent] === undefined ? states[at] : common(states[parent], states[at]!, tree);
  }

  const parts: ClassPart[] = [];
  const cut = new Set<string>();
  const chains = new Map<State, readonly string[]>([[mixed, []]]);
  const noneChain = tree.chainOf(tree.none);
  const chainOf = (state: State): readonly string[] => {
    let chain = chains.get(state);
    if (!chain) chains.set(state, (chain = tree.chainOf(state as string)));
    return chain;
  };
  units.forEach((unit, at) => {
    const parent = parents[at]!;
    if (parent === -2) return;
    const state = states[at]!;
    const aboveState = parent >= 0 ? states[parent]! : mixed;
    if (aboveState === idle) return;
    const above = chainOf(aboveState);
    const classes = state === idle ? noneChain.slice(0, noneChain.length - above.length) : chainOf(state).filter((classId) => !above.includes(classId));
    for (const classId of classes) {
      parts.push({ classId, unitId: unit.id, path: unit.path, whole: true });
      for (let higher = parent; higher >= 0; higher = parents[higher]!) {
        const place = `${classId} ${higher}`;
        if (cut.has(place)) break;
        cut.add(place);
        parts.push({ classId, unitId: units[higher]!.id, path: units[higher]!.path, whole: false });
      }
    }
  });
  return parts;
}
