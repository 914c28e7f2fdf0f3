// The values a reported figure takes from a day on: as it stood that day, and at every later report.

export interface DatedValue {
  day: string;
  value: number;
}

/** The last value told on or before the day; null where none was. `reports` in order of day, later ones of a day behind. */
export function valueOn(reports: readonly DatedValue[], day: string): number | null {
  let found: number | null = null;
  for (const report of reports) if (report.day <= day) found = report.value;
  return found;
}

/** Days on which something that several units reported together changes, from `day` on: the day itself, and each later report's. Sorted, each once. */
export function daysFromReports(lists: readonly (readonly DatedValue[])[], day: string): string[] {
  const days = new Set([day]);
  for (const reports of lists) for (const report of reports) if (report.day > day) days.add(report.day);
  return [...days].toSorted();
}
