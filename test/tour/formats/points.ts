// What the readers of instances share: rows of numbers, and distances between points in the plane.

/** Every line that holds nothing but numbers. */
export function numberRows(text: string): number[][] {
  return text.split('\n').map((line) => line.trim().split(/[\s,;]+/).filter(Boolean)).filter((cells) => cells.length > 0 && cells.every((cell) => Number.isFinite(Number(cell)))).map((cells) => cells.map(Number));
}

/** Euclidean, row by row; cut (not rounded) after so many decimals, null: as they are. */
export function matrixOf(points: readonly (readonly [number, number])[], decimals: number | null): number[] {
  const factor = decimals === null ? 0 : 10 ** decimals;
  return points.flatMap(([x, y]) => points.map(([a, b]) => {
    const length = Math.hypot(x - a, y - b);
    return factor === 0 ? length : Math.floor(length * factor + 1e-9) / factor;
  }));
}
