// Coverage: for every unit of a level the last visit, the next one planned, and what is still promised there.
import { daysBetween } from '../../shared/dates.ts';
import { AppError } from '../../shared/errors.ts';
import { mostMapUnits } from '../../shared/limits.ts';
import type { CoverageRow } from '../../shared/model/coverage.ts';
import { pathKeyLength, subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { Calls } from '../calls.ts';
import type { ReadDb } from '../store/sql.ts';
import { lastVisits } from './road/lastVisits.ts';
import { unitOf } from './unitPlace.ts';

interface Ahead {
  path: string;
  day: string;
  tourId: string;
  stopId: string;
}

type StoredRow = Pick<CoverageRow, 'unitId' | 'nameEn' | 'nameHi' | 'parentEn' | 'parentHi' | 'lat' | 'lon' | 'openPromises'> & { path: string };

/** The first stop ahead by the path of every unit at or above it. */
function plannedAhead(db: ReadDb, today: string, personId: string | null, tourId: string | null): Map<string, Ahead> {
  const stops = db.all<Ahead>(
    `SELECT unit.path, tourStop.day, tour.id AS tourId, tourStop.id AS stopId
     FROM tourStop INDEXED BY tourStopByDay JOIN tour ON tour.id = tourStop.tourId JOIN unit ON unit.id = tourStop.unitId
     WHERE tourStop.day >= ? AND (? IS NULL AND tour.onCalendar = 1 AND tour.versionOf IS NULL OR tour.id = ?)
       AND (? IS NULL OR COALESCE(tourStop.personId, tour.personId) = ?)
       AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.stopId = tourStop.id AND visit.state IN ('held', 'skipped'))
     ORDER BY tourStop.day DESC, tourStop.beginMinute DESC, tourStop.id`, today, tourId, tourId, personId, personId,
  );
  const first = new Map<string, Ahead>();
  for (const stop of stops) {
    for (let end = pathKeyLength; end <= stop.path.length; end += pathKeyLength) first.set(stop.path.slice(0, end), stop);
  }
  return first;
}

export const coverage = {
  'coverage.board': ({ db, today }, { levelId, unitId, personId, tourId }) => {
    const [pathFrom, pathTo] = unitId === null ? ['', '{'] : subtreeRange(unitOf(db, unitId).path);
    const stored = db.all<StoredRow>(
      `SELECT unit.id AS unitId, unit.path, unit.nameEn, unit.nameHi, unit.lat, unit.lon, CASE WHEN parent.parentId IS NULL THEN '' ELSE parent.nameEn END AS parentEn, CASE WHEN parent.parentId IS NULL THEN '' ELSE parent.nameHi END AS parentHi,
         (SELECT COUNT(*) FROM promise WHERE promise.unitId = unit.id AND doneDay IS NULL) AS openPromises
       FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parentId
       WHERE unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL ORDER BY unit.path LIMIT ?`,
      levelId, pathFrom, pathTo, mostMapUnits + 1,
    );
    if (stored.length > mostMapUnits) {
      const { n } = db.get<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE levelId = ? AND path >= ? AND path < ? AND closedDay IS NULL', levelId, pathFrom, pathTo)!;
      throw new AppError('map.tooMany', { units: n, most: mostMapUnits });
    }
    const visits = lastVisits(db, today, personId);
    const ahead = plannedAhead(db, today, personId, tourId);
    const rows = stored.map(({ path, ...row }): CoverageRow => {
      const lastVisitDay = visits.dayAt(path);
      const next = ahead.get(path);
      return {
        ...row, lastVisitDay, daysSince: lastVisitDay === null ? null : daysBetween(lastVisitDay, today),
        plannedDay: next?.day ?? null, plannedTourId: next?.tourId ?? null, plannedStopId: next?.stopId ?? null,
      };
    });
    return {
      visited: rows.filter((row) => row.lastVisitDay !== null).length,
      planned: rows.filter((row) => row.plannedDay !== null).length,
      leftOut: rows.filter((row) => row.lastVisitDay === null && row.plannedDay === null).length,
      rows,
    };
  },
} satisfies Calls<'coverage'>;
