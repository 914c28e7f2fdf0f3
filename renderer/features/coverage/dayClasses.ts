// Days since the last visit as colours: the more recent, the stronger; where nobody ever was there is none.

/** Upper ends, in days, of the first four classes; the fifth is everything above. */
export const limits = [15, 30, 60, 90];

export function fillOfDays(days: number | null): string {
  if (days === null) return 'var(--ramp-none)';
  const at = limits.findIndex((upTo) => days <= upTo);
  return `var(--ramp-${5 - (at < 0 ? limits.length : at)})`;
}
