// The order in which items are looked at when days move: each after all it follows, earlier days first, every item once.

/** A queue of items that gives the one with the least number first; of equal numbers the least item. */
class Queue {
  readonly #heap: number[] = [];
  readonly #rank: (item: number) => number;

  constructor(rank: (item: number) => number) {
    this.#rank = rank;
  }

  get size(): number {
    return this.#heap.length;
  }

  #before(one: number, other: number): boolean {
    const [a, b] = [this.#rank(one), this.#rank(other)];
    return a !== b ? a < b : one < other;
  }

  put(item: number): void {
    const heap = this.#heap;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#before(item, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = item;
  }

  take(): number {
    const heap = this.#heap;
    const first = heap[0]!;
    const item = heap.pop()!;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && this.#before(heap[below + 1]!, heap[below]!)) below++;
      if (!this.#before(heap[below]!, item)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = item;
    return first;
  }
}

/**
 * Kahn's topological order (Kahn 1962) of the items `among`, over `after` (item → items that follow it), with ties broken by `rank`, then by
 * the item's number. A cycle, which no saved link can close, is cut at its earliest member, so that the answer is total.
 */
export function linkOrder(among: readonly number[], after: (item: number) => readonly number[], rank: (item: number) => number): number[] {
  const open = new Map<number, number>();
  for (const item of among) open.set(item, 0);
  for (const item of among) {
    for (const next of after(item)) {
      const count = open.get(next);
      if (count !== undefined) open.set(next, count + 1);
    }
  }
  const ready = new Queue(rank);
  const done = new Set<number>();
  for (const item of among) if (open.get(item) === 0) ready.put(item);
  const order: number[] = [];
  let rest: number[] | null = null;
  while (order.length < among.length) {
    while (ready.size === 0) {
      rest ??= among.toSorted((a, b) => rank(b) - rank(a) || b - a);
      const item = rest.pop()!;
      if (!done.has(item)) ready.put(item);
    }
    const item = ready.take();
    if (done.has(item)) continue;
    done.add(item);
    order.push(item);
    for (const next of after(item)) {
      const count = open.get(next);
      if (count === undefined || done.has(next)) continue;
      open.set(next, count - 1);
      if (count === 1) ready.put(next);
    }
  }
  return order;
}
