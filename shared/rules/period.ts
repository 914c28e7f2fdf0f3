// Over which days a unit's target is to be reached.
import type { Day } from '../dates.ts';
import type { Programme } from '../model/programme.ts';

/** The days of the level's phase, else of the whole programme; a first day of the target's own begins them, a due day that is not before the beginning ends them. */
export function periodOf(programme: Pick<Programme, 'fromDay' | 'toDay' | 'phases'>, levelId: string, dueDay: Day | null, begins: Day | null = null): { fromDay: Day; toDay: Day } {
  const { fromDay: usual, toDay: last } = programme.phases.find((phase) => phase.levelId === levelId) ?? programme;
  const fromDay = begins ?? usual;
  const toDay = last < fromDay ? fromDay : last;
  return dueDay !== null && dueDay >= fromDay ? { fromDay, toDay: dueDay } : { fromDay, toDay };
}
