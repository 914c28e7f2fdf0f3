// Whether a period is over, running or yet to come.
import type { Day } from '../../../shared/dates.ts';

/** When a period stands to a day: over, running, or yet to come. */
export function standing(fromDay: Day, toDay: Day, today: Day): 'over' | 'now' | 'coming' {
  if (toDay < today) return 'over';
  return fromDay > today ? 'coming' : 'now';
}
