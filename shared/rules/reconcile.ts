// Compares a unit's own target with the sum of the units below it.

export interface Reconciliation {
  /** Sum below minus own target: negative when the units below do not reach it. Null when either is missing. */
  difference: number | null;
  /** `none`: nothing to compare. `short`: the sum below is less than the own target. `over`: more. */
  state: 'none' | 'agrees' | 'short' | 'over';
}

/** `own` is the unit's target, `below` the sum of its children's; null where there is none (0 is a target). */
export function reconcile({ own, below }: { own: number | null; below: number | null }): Reconciliation {
  if (own === null || below === null) return { difference: null, state: 'none' };
  const difference = below - own;
  return { difference, state: difference === 0 ? 'agrees' : difference < 0 ? 'short' : 'over' };
}
