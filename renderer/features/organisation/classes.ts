// Sorts values into at most five classes of about as many units each, for the colours of a map.

export interface ValueClass {
  /** Both ends belong to the class. */
  from: number;
  to: number;
}

const mostClasses = 5;

/** Quantiles of what is really there: no class is empty, equal values never part. Empty for no values. */
export function classesOf(values: readonly number[]): ValueClass[] {
  const sorted = [...values].sort((a, b) => a - b);
  const classes: ValueClass[] = [];
  let begin = 0;
  for (let k = 1; k <= mostClasses && begin < sorted.length; k++) {
    let end = Math.max(begin + 1, Math.round((sorted.length * k) / mostClasses));
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++;
    classes.push({ from: sorted[begin]!, to: sorted[end - 1]! });
    begin = end;
  }
  return classes;
}

/** The ramp's colour (tokens `--ramp-1` to `--ramp-5`) for a value; few classes are spread over the ramp. */
export function colourOf(value: number | undefined, classes: readonly ValueClass[]): string {
  const at = value === undefined ? -1 : classes.findIndex(({ from, to }) => value >= from && value <= to);
  return at < 0 ? 'var(--ramp-none)' : rampColour(at, classes.length);
}

export function rampColour(at: number, count: number): string {
  return `var(--ramp-${count === 1 ? 3 : 1 + Math.round((at * (mostClasses - 1)) / (count - 1))})`;
}
