// Finds the cycle a new link would close: what hangs on something cannot be what that hangs on.

export interface Arrow {
  from: string;
  to: string;
}

/**
 * The way from `arrow.to` back to `arrow.from` along `arrows`, as the whole cycle: its first and last key are the same.
 * Null where there is none. The shortest one, by breadth first; total for any number of arrows.
 */
export function cycleOf(arrows: readonly Arrow[], arrow: Arrow): string[] | null {
  const after = new Map<string, string[]>();
  for (const { from, to } of arrows) {
    const known = after.get(from);
    if (known) known.push(to);
    else after.set(from, [to]);
  }
  const cameFrom = new Map<string, string | null>([[arrow.to, null]]);
  const waiting = [arrow.to];
  for (let at = 0; at < waiting.length && !cameFrom.has(arrow.from); at++) {
    for (const next of after.get(waiting[at]!) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, waiting[at]!);
      waiting.push(next);
    }
  }
  if (!cameFrom.has(arrow.from)) return null;
  const way: string[] = [];
  for (let key: string | null = arrow.from; key !== null; key = cameFrom.get(key) ?? null) way.unshift(key);
  return [arrow.from, ...way];
}
