// Five classes of one hue for a map, and their limits as the legend says them.

export interface Classes {
  /** Class 1 to 5, or null where there is no figure. */
  classOf(value: number | null): number | null;
  /** Lowest value of each class and of the one after it; the last class has no upper limit when `upTo` is null. */
  limits: { from: number; upTo: number | null }[];
}

const classify = (from: readonly number[], value: number | null): number | null =>
  value === null ? null : Math.max(1, from.filter((limit) => value >= limit).length);

/** Fixed quarters, and a class of those who have reached their target: the same colour means the same everywhere. */
export function percentClasses(): Classes {
  const from = [0, 25, 50, 75, 100];
  return { classOf: (value) => classify(from, value), limits: from.map((limit, at) => ({ from: limit, upTo: from[at + 1] ?? null })) };
}

/** As many units in each class as can be (quintiles); fewer classes where values repeat. */
export function evenClasses(values: readonly number[]): Classes {
  const sorted = [...values].sort((a, b) => a - b);
  const from = [...new Set([0, 1, 2, 3, 4].map((fifth) => sorted[Math.floor((fifth * sorted.length) / 5)] ?? 0))];
  return { classOf: (value) => classify(from, value), limits: sorted.length === 0 ? [] : from.map((limit, at) => ({ from: limit, upTo: from[at + 1] ?? sorted.at(-1)! })) };
}
