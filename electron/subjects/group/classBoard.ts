// The board grouped by class: one line a class, with the same figures as the board of units.
import { isNone } from '../../../shared/rules/noClass.ts';
import type { ClassBoardRow, ClassName, ClassRow } from '../../../shared/model/group.ts';
import { pace } from '../../../shared/rules/pace.ts';
import type { ReadDb } from '../../store/sql.ts';
import { programmeAndMetric } from '../programmes.ts';
import { classesOf, noClass } from './classNames.ts';
import { figuresOf, placeOf, sumsOf } from './classSums.ts';
import type { Place, Sums } from './classSums.ts';

/** The classes to show: in the whole state also empty ones, further down only those that are there; none only where somebody is in it. */
function shownClasses(db: ReadDb, classificationId: string, place: Place, sums: ReadonlyMap<string, Sums>): (ClassName & { parentId: string | null })[] {
  const all = [...classesOf(db, classificationId), { ...noClass(classificationId), parentId: null }];
  const everywhere = place.unit === null || place.unit.parentId === null;
  return all.filter(({ id }) => sums.has(id) || (everywhere && !isNone(id))).map(({ id, nameEn, nameHi, code, number, parentId }) => ({ id, nameEn, nameHi, code, number, parentId }));
}

const boothsOf = (sums: Sums | undefined): number => sums?.levels.find(({ levelId }) => levelId === 'booth')?.units ?? 0;

export function classRows(db: ReadDb, classificationId: string, unitId: string | null): ClassRow[] {
  const place = placeOf(db, unitId);
  const sums = sumsOf(db, place, classificationId);
  return shownClasses(db, classificationId, place, sums).map((one) => {
    const sum = sums.get(one.id);
    return { ...one, electors: sum?.electors ?? 0, booths: boothsOf(sum), levels: sum?.levels ?? [] };
  });
}

const percentOf = (part: number, of: number): number => Math.round((part / of) * 100);

export function classBoard(db: ReadDb, today: string, { programmeId, metricId, classificationId, unitId }: { programmeId: string; metricId: string; classificationId: string; unitId: string }): ClassBoardRow[] {
  const { programme, metric } = programmeAndMetric(db, programmeId, metricId);
  const place = placeOf(db, unitId);
  const sums = sumsOf(db, place, classificationId);
  const figures = figuresOf(db, place, classificationId, programmeId, metricId);
  const isShare = metric.kind === 'share';
  const wholes = isShare && metric.ofMetricId ? figuresOf(db, place, classificationId, programmeId, metric.ofMetricId) : null;
  const below = new Set(db.raw<[string]>('SELECT DISTINCT levelId FROM unit WHERE parentId = ? AND closedDay IS NULL', unitId).map(([levelId]) => levelId));
  return shownClasses(db, classificationId, place, sums).map(({ id, nameEn, nameHi, code, number }) => {
    const one = { id, nameEn, nameHi, code, number };
    const sum = sums.get(one.id);
    const { target = null, achieved = null, lastReportDay = null, undivided = 0 } = figures.get(one.id) ?? {};
    const ofWhole = wholes?.get(one.id)?.achieved ?? null;
    const sharePercent = isShare && achieved !== null && ofWhole ? percentOf(achieved, ofWhole) : null;
    const reached = isShare ? sharePercent : achieved;
    return {
      ...one, target, achieved, lastReportDay, undivided, sharePercent, electors: sum?.electors ?? 0, booths: boothsOf(sum),
      partly: (sum?.levels ?? []).reduce((n, { levelId, partly }) => (below.has(levelId) ? n + partly : n), 0),
      percent: target !== null && target > 0 && reached !== null ? percentOf(reached, target) : null,
      state: target === null || target === 0 ? null : pace({ target, achieved: reached ?? 0, fromDay: programme.fromDay, toDay: programme.toDay, today }).state,
    };
  });
}
