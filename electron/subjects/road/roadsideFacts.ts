// What speaks for visiting a unit on a day: days since the last visit, its target, the programme at its level.
import { addDays, daysBetween } from '../../../shared/dates.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import { ancestorPaths } from '../../../shared/rules/hierarchy.ts';
import { pace } from '../../../shared/rules/pace.ts';
import { periodOf } from '../../../shared/rules/period.ts';
import { roadsideWorth } from '../../../shared/rules/road/worth.ts';
import type { ReadDb } from '../../store/sql.ts';
import { boardLines } from '../board.ts';
import { blackoutsOf } from '../programme/blackouts.ts';
import { programmesOf } from '../programmes.ts';
import { lastVisits } from './lastVisits.ts';
import type { LastVisits } from './lastVisits.ts';

/** After its last day a programme's targets still say who is behind. */
const daysAfterEnd = 45;

export interface Judge {
  today: string;
  visits: LastVisits;
  /** Whose targets are looked at; null: no programme of these weeks has any. */
  aim: { programme: Programme; metric: Metric } | null;
  programmes: Programme[];
}

/** The first metric with targets: of the programme that runs today, else of the last one that has begun, else of the one of that day. */
function aimOf(db: ReadDb, programmes: readonly Programme[], today: string, day: string): Judge['aim'] {
  const begun = programmes.filter((one) => one.fromDay <= today && one.toDay >= addDays(today, -daysAfterEnd)).toSorted((a, b) => (a.toDay < b.toDay ? 1 : -1));
  const ahead = programmes.filter((one) => one.fromDay > today && one.fromDay <= day && day <= one.toDay);
  for (const programme of [...begun, ...ahead]) {
    const metric = programme.metrics.find(({ id, kind }) => kind !== 'share' && db.get('SELECT 1 FROM target WHERE programmeId = ? AND metricId = ? LIMIT 1', programme.id, id));
    if (metric) return { programme, metric };
  }
  return null;
}

export function judgeOn(db: ReadDb, today: string, day: string): Judge {
  const programmes = programmesOf(db, today).filter(({ state }) => state !== 'cancelled' && state !== 'untilFurtherNotice');
  return { today, visits: lastVisits(db, today, null), aim: aimOf(db, programmes, today, day), programmes };
}

export interface UnitFacts {
  lastVisitDay: string | null;
  daysSince: number | null;
  percent: number | null;
  state: string | null;
  programme: 'level' | 'running' | null;
  blackoutEn: string | null;
  blackoutHi: string | null;
  worth: number;
}

interface Judged {
  unitId: string;
  levelId: string;
  path: string;
}

/** What each unit has to say for itself on the day. */
export function factsOn(db: ReadDb, judge: Judge, day: string, units: readonly Judged[]): Map<string, UnitFacts> {
  const { aim, today, visits } = judge;
  const lines = aim === null ? [] : boardLines(db, { ...aim, today }, 'unit.id IN (SELECT value FROM json_each(?))', JSON.stringify(units.map((unit) => unit.unitId)));
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const blackouts = blackoutsOf(db, { fromDay: day, toDay: day });
  const placeOf = new Map(db.raw<[string, string]>('SELECT id, path FROM unit WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(blackouts.flatMap(({ unitId }) => unitId ?? []))));
  return new Map(units.map(({ unitId, levelId, path }) => {
    const line = lineOf.get(unitId);
    const goal = line ? line.own ?? line.below : null;
    const expectedPercent = line && aim && goal ? (pace({ target: goal, achieved: line.achieved ?? 0, ...periodOf(aim.programme, levelId, line.dueDay, line.fromDay), today }).expected / goal) * 100 : null;
    const percent = goal ? line?.percent ?? 0 : null;
    const lastVisitDay = visits.dayAt(path);
    const daysSince = lastVisitDay === null ? null : daysBetween(lastVisitDay, today);
    const programme = programmeAt(judge.programmes, levelId, path, day, db);
    const above = [...ancestorPaths(path), path];
    const blackout = blackouts.find((one) => one.unitId === null || above.includes(placeOf.get(one.unitId) ?? ''));
    return [unitId, {
      lastVisitDay, daysSince, percent, state: line?.state ?? null, programme,
      blackoutEn: blackout?.nameEn ?? null, blackoutHi: blackout ? blackout.nameHi ?? blackout.nameEn : null,
      worth: roadsideWorth({ daysSince, percent, expectedPercent, programme, blackout: blackout !== undefined }),
    }];
  }));
}

function programmeAt(programmes: readonly Programme[], levelId: string, path: string, day: string, db: ReadDb): 'level' | 'running' | null {
  const runs = programmes.filter((one) => one.fromDay <= day && day <= one.toDay && takesPart(db, one, path));
  if (runs.some(({ phases }) => phases.some((phase) => phase.levelId === levelId && phase.fromDay <= day && day <= phase.toDay))) return 'level';
  return runs.length > 0 ? 'running' : null;
}

const pathsOf = new WeakMap<Programme, string[]>();

/** Everything at and below the units that take part; without any, at and below the programme's own. */
function takesPart(db: ReadDb, programme: Programme, path: string): boolean {
  let paths = pathsOf.get(programme);
  if (!paths) {
    const ids = programme.unitIds.length > 0 ? programme.unitIds : programme.unitId === null ? [] : [programme.unitId];
    paths = db.raw<[string]>('SELECT path FROM unit WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)).map(([one]) => one);
    pathsOf.set(programme, paths);
  }
  return paths.length === 0 || paths.some((one) => path.startsWith(one));
}
