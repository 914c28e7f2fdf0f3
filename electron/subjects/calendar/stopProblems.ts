// What a tour's own check says of its stops, kept as long as the file does not change: turning a page of the calendar checks no tour again.
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { ReadDb } from '../../store/sql.ts';
import { tourCase } from '../tour/tourCase.ts';
import { shownProblems } from '../tour/tourProblems.ts';

/** Found as clashes, or with the entry by itself, and there with everything that is no stop of the tour. */
const foundElsewhere = new Set(['overlap', 'notEnoughTravel', 'reserved', 'away', 'blackout']);

const kept = new WeakMap<ReadDb, { version: number; byTour: Map<string, ShownProblem[]> }>();

/** Only on connections that never write: on those `data_version` tells every change. */
function keptOf(db: ReadDb): Map<string, ShownProblem[]> | null {
  const { version, own } = db.get<{ version: number; own: number }>('SELECT data_version AS version, total_changes() AS own FROM pragma_data_version')!;
  if (own > 0) return null;
  const known = kept.get(db);
  if (known?.version === version) return known.byTour;
  const byTour = new Map<string, ShownProblem[]>();
  kept.set(db, { version, byTour });
  return byTour;
}

/** Those that concern a stop: `detail.stopId`. */
export function stopProblems(db: ReadDb, tourId: string): ShownProblem[] {
  const memory = keptOf(db);
  const known = memory?.get(tourId);
  if (known) return known;
  const one = tourCase(db, tourId);
  const problems = shownProblems(one, checkTour(one.problem, one.entries))
    .filter(({ code, detail }) => !foundElsewhere.has(code) && typeof detail['stopId'] === 'string');
  memory?.set(tourId, problems);
  return problems;
}
