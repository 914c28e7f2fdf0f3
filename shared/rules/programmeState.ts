// How a programme or one of its phases stands on a day: what somebody said of it, else what its days say.
import type { PhaseSaid, ProgrammeSaid, ProgrammeState } from '../model/programme.ts';

interface Days {
  fromDay: string;
  toDay: string;
}

const byDays = ({ fromDay, toDay }: Days, today: string): ProgrammeState => (today < fromDay ? 'planned' : today <= toDay ? 'running' : 'done');

/**
 * Cancelled, done and until further notice hold until somebody says otherwise. Postponed holds until the new first day comes,
 * begun early until the last day is over; from then on the days speak again. Days are `YYYY-MM-DD`.
 */
export function programmeState(said: ProgrammeSaid, days: Days, today: string): ProgrammeState {
  if (said === 'cancelled' || said === 'untilFurtherNotice' || said === 'done') return said;
  if (said === 'postponed' && today < days.fromDay) return 'postponed';
  if (said === 'running' && today <= days.toDay) return 'running';
  return byDays(days, today);
}

/** A phase goes with its programme unless something is said of it alone; what it has held stays held. */
export function phaseState(said: PhaseSaid, programme: ProgrammeSaid, days: Days, today: string): ProgrammeState {
  if (said === 'done' || said === 'untilFurtherNotice' || said === 'cancelled') return said;
  if (programme === 'done') return 'done';
  if (said === 'running' && today <= days.toDay) return 'running';
  if (said === 'postponed' && today < days.fromDay) return 'postponed';
  if (programme === 'postponed' && today < days.fromDay) return 'postponed';
  return byDays(days, today);
}
