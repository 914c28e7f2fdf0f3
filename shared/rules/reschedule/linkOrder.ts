// The order in which items are looked at when days move: each after all it follows, earlier days first, every item once.

/** A queue that gives the least number first; among equal numbers the one put in with the lesser key. */
class Queue {
  readonly #heap: { rank: number; key: string }[] = [];

  get size(): number {
    return this.#heap.length;
  }

  #before(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a]!, this.#heap[b]!];
    return one.rank !== other.rank ? one.rank < other.rank : one.key < other.key;
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b]!, this.#heap[a]!];
  }

  put(rank: number, key: string): void {
    let at = this.#heap.push({ rank, key }) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.#before(at, above); above = (at - 1) >> 1) {
      this.#swap(at, above);
      at = above;
    }
  }

  take(): string {
    const { key } = this.#heap[0]!;
    const last = this.#heap.pop()!;
    if (this.#heap.length > 0) this.#heap[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < this.#heap.length && this.#before(below, least)) least = below;
      if (least === at) return key;
      this.#swap(at, least);
      at = least;
    }
  }
}

/**
 * Kahn's topological order over `after` (key → keys that follow it), restricted to `keys`, with ties broken by `rank` (Kahn 1962).
 * A cycle, which no saved link can close, is cut at its earliest member, so that the answer is total.
 */
export function linkOrder(keys: ReadonlySet<string>, after: (key: string) => readonly string[], rank: (key: string) => number): string[] {
  const open = new Map<string, number>();
  for (const key of keys) open.set(key, 0);
  for (const key of keys) for (const next of after(key)) if (open.has(next)) open.set(next, open.get(next)! + 1);
  const ready = new Queue();
  const done = new Set<string>();
  for (const [key, count] of open) if (count === 0) ready.put(rank(key), key);
  const order: string[] = [];
  const rest = [...keys].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  let restAt = 0;
  while (order.length < keys.size) {
    while (ready.size === 0) {
      const key = rest[restAt++]!;
      if (!done.has(key)) ready.put(rank(key), key);
    }
    const key = ready.take();
    if (done.has(key)) continue;
    done.add(key);
    order.push(key);
    for (const next of after(key)) {
      const count = open.get(next);
      if (count === undefined || done.has(next)) continue;
      open.set(next, count - 1);
      if (count === 1) ready.put(rank(next), next);
    }
  }
  return order;
}
