// Which colour stands for whom on a map: neighbours differ, and as few as possible share one.

/**
 * A colour number from 0 for each person, those with most first. `holders` names the person of every place (null: nobody),
 * `neighbours` the places next to each. Greedy colouring after Welsh & Powell 1967; among the colours no neighbour has, the least used.
 */
export function coloursOf(people: readonly string[], holders: readonly (string | null)[], neighbours: readonly (readonly number[])[], colours: number): Map<string, number> {
  const beside = new Map(people.map((id) => [id, new Set<string>()]));
  holders.forEach((id, at) => {
    for (const other of neighbours[at] ?? []) {
      const next = holders[other];
      if (id !== null && next && next !== id) beside.get(id)?.add(next);
    }
  });
  const used = Array.from({ length: colours }, () => 0);
  const chosen = new Map<string, number>();
  for (const id of people) {
    const taken = new Set([...beside.get(id)!].flatMap((other) => chosen.get(other) ?? []));
    let best = 0;
    for (let colour = 1; colour < colours; colour++) {
      const [now, then] = [Number(taken.has(colour)) * 1e6 + used[colour]!, Number(taken.has(best)) * 1e6 + used[best]!];
      if (now < then) best = colour;
    }
    used[best]! += 1;
    chosen.set(id, best);
  }
  return chosen;
}
