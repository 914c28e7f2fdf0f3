// The roads the user knows: the table, typing, pasting and importing into it, and what it teaches the estimates.
import { AppError } from '../../shared/errors.ts';
import type { TravelPair, TravelSummary } from '../../shared/model/travel.ts';
import { takenAllTheSame } from '../../shared/rules/roads/planRoads.ts';
import { roadErrors } from '../../shared/rules/roads/roadErrors.ts';
import { travelSources } from '../../shared/rules/travel.ts';
import type { Calls, CommandContext } from '../calls.ts';
import type { ReadDb } from '../store/sql.ts';
import { placesOf } from './tour/places.ts';
import { roadBook } from './tour/roadBook.ts';
import { roadsBetween } from './tour/roads.ts';
import { kmEstimator } from './travel/estimator.ts';
import { dropRoad, putRoad } from './travel/putRoad.ts';
import { putRoadFigures, roadFigures } from './travel/roadFigures.ts';
import { planSheet } from './travel/roadSheet.ts';
import { roadPage, roadPoints } from './travel/roadTable.ts';

const badShown = 2000;
const linesShown = 30;
const pointsShown = 500;

interface Figures {
  fromUnitId: string;
  toUnitId: string;
  distanceKm: number | null;
  travelMinutes: number | null;
  bothWays: boolean;
}

interface StoredRoad {
  distanceKm: number;
  travelMinutes: number | null;
  bothWays: number;
  distanceEstimated: number;
  origin: 'typed' | 'imported';
}
const storedRoad = 'SELECT distanceKm, travelMinutes, bothWays, distanceEstimated, origin FROM travelCorrection';

/** Writes lines one after the other. */
function writer({ db }: CommandContext, origin: 'typed' | 'imported'): (line: Figures) => void {
  let estimate: ReturnType<typeof kmEstimator> | undefined;
  return (line) => {
    const { fromUnitId, toUnitId, distanceKm, travelMinutes } = line;
    if (distanceKm !== null) putRoad(db, { ...line, distanceKm, origin, distanceEstimated: false });
    else if (travelMinutes === null) dropRoad(db, fromUnitId, toUnitId);
    else putRoad(db, { ...line, distanceKm: (estimate ??= kmEstimator(db))(fromUnitId, toUnitId, travelMinutes), origin, distanceEstimated: true });
  };
}

/** Throws `units.gone`, `tours.samePlace`. */
function checkEnds(db: ReadDb, lines: readonly { fromUnitId: string; toUnitId: string }[]): void {
  const ids = [...new Set(lines.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]))];
  const places = placesOf(db, ids);
  if (ids.some((id) => !places.has(id))) throw new AppError('units.gone');
  if (lines.some(({ fromUnitId, toUnitId }) => fromUnitId === toUnitId)) throw new AppError('tours.samePlace');
}

function namesOf(db: ReadDb, { fromUnitId, toUnitId }: { fromUnitId: string; toUnitId: string }): Record<string, string> {
  const places = placesOf(db, [fromUnitId, toUnitId]);
  const [from, to] = [places.get(fromUnitId), places.get(toUnitId)];
  return { fromEn: from?.placeEn ?? '', fromHi: from?.placeHi ?? '', toEn: to?.placeEn ?? '', toHi: to?.placeHi ?? '' };
}

export const travel = {
  'travel.list': ({ db }, question) => roadPage(db, question),

  'travel.summary': ({ db }): TravelSummary => {
    const book = roadBook(db);
    const start = roadFigures(db);
    const learning = book.learning(start);
    const { plain, improved, plainTime, improvedTime } = roadErrors(book.known, learning, start);
    return {
      pairs: book.rows.length,
      withMinutes: book.rows.filter((row) => row.travelMinutes !== null).length,
      imported: book.rows.filter((row) => row.origin === 'imported').length,
      start: { roadFactor: start.roadFactor, speedKmPerHour: start.speedKmPerHour, sideKmPerHour: start.speedKmPerHour * start.shares.side, villageKmPerHour: start.speedKmPerHour * start.shares.village },
      learned: { roadFactor: start.roadFactor * Math.exp(learning.state.distance), speedKmPerHour: start.speedKmPerHour / Math.exp(learning.state.time) },
      errors: { plain, improved, plainTime, improvedTime },
      ownErrors: improved.own,
      points: roadPoints(db, pointsShown).map(({ row, estimateKm, from, to }) => ({
        fromUnitId: row.fromUnitId, toUnitId: row.toUnitId, fromEn: from.placeEn, fromHi: from.placeHi, toEn: to.placeEn, toHi: to.placeHi, estimateKm, distanceKm: row.distanceKm,
      })),
    };
  },

  'travel.pair': ({ db }, { fromUnitId, toUnitId }): TravelPair => {
    checkEnds(db, [{ fromUnitId, toUnitId }]);
    const places = placesOf(db, [fromUnitId, toUnitId]);
    const ends = [places.get(fromUnitId)!, places.get(toUnitId)!];
    const row = (from: string, to: string) => db.get<StoredRoad>(`${storedRoad} WHERE fromUnitId = ? AND toUnitId = ?`, from, to);
    const back = row(toUnitId, fromUnitId);
    const own = row(fromUnitId, toUnitId) ?? (back?.bothWays === 1 ? back : undefined);
    const known = own ? { distanceKm: own.distanceEstimated === 1 ? null : own.distanceKm, travelMinutes: own.travelMinutes, bothWays: own.bothWays === 1 } : null;
    if (ends.some(({ lat, lon }) => lat === null || lon === null)) return { estimateKm: null, estimateMinutes: null, improved: false, own: known };
    const roads = roadsBetween(db, ends, { ownFigures: false });
    return { estimateKm: roads.distanceKm[1]!, estimateMinutes: roads.travelMinutes[1]!, improved: travelSources[roads.source[1]!] === 'improved', own: known };
  },

  'travel.set': (context, { lines }) => {
    const { db, summarise } = context;
    checkEnds(db, lines);
    lines.forEach(writer(context, 'typed'));
    const [first] = lines;
    if (lines.length === 1 && first!.distanceKm === null && first!.travelMinutes === null) summarise('travel.remove', { count: 1, ...namesOf(db, first!) });
    else summarise('travel.set', { count: lines.length, ...namesOf(db, first!) });
    return null;
  },

  'travel.change': (context, { change, ...pair }) => {
    const row = context.db.get<StoredRoad>(`${storedRoad} WHERE fromUnitId = ? AND toUnitId = ?`, pair.fromUnitId, pair.toUnitId);
    if (!row) throw new AppError('travel.gone');
    const { bothWays = row.bothWays === 1, ...figures } = change;
    const line = { ...pair, distanceKm: row.distanceEstimated === 1 ? null : row.distanceKm, travelMinutes: row.travelMinutes, ...figures, bothWays };
    // Turning a direction on or off does not make an imported figure a typed one.
    writer(context, Object.keys(figures).length === 0 ? row.origin : 'typed')(line);
    context.summarise(line.distanceKm === null && line.travelMinutes === null ? 'travel.remove' : 'travel.change', { count: 1, ...namesOf(context.db, pair) });
    return null;
  },

  'travel.remove': ({ db, summarise }, { pairs }) => {
    const names = namesOf(db, pairs[0]!);
    const removed = pairs.reduce((sum, { fromUnitId, toUnitId }) => sum + dropRoad(db, fromUnitId, toUnitId), 0);
    if (removed === 0) throw new AppError('travel.gone');
    summarise('travel.remove', { count: removed, ...names });
    return { removed };
  },

  'travel.clear': ({ db, summarise }) => {
    const removed = db.run('DELETE FROM travelCorrection');
    if (removed === 0) throw new AppError('travel.gone');
    summarise('travel.clear', { count: removed });
    return { removed };
  },

  'travel.preview': async (context, input) => {
    const { name, sheet, plan } = await planSheet(context, input);
    const shown = plan.lines.slice(0, linesShown);
    const places = placesOf(context.db, shown.flatMap(({ fromId, toId }) => [fromId, toId]));
    return {
      name, kind: sheet.kind, heads: sheet.heads.slice(0, 12), figure: sheet.figure,
      added: plan.added, changed: plan.changed, same: plan.same,
      bad: plan.bad.slice(0, badShown).map((row) => ({ ...row, taken: takenAllTheSame.includes(row.cause) })), badCount: plan.bad.length,
      first: shown.map(({ fromId, toId, distanceKm, travelMinutes, bothWays }) => {
        const [from, to] = [places.get(fromId)!, places.get(toId)!];
        return { from: from.placeEn, fromHi: from.placeHi, to: to.placeEn, toHi: to.placeHi, distanceKm, travelMinutes, bothWays };
      }),
    };
  },

  'travel.import': async (context, input) => {
    const { name, plan } = await planSheet(context, input);
    if (plan.lines.length === 0) throw new AppError('travel.nothingNew');
    const write = writer(context, 'imported');
    plan.lines.forEach(({ fromId, toId, distanceKm, travelMinutes, bothWays }, at) => {
      if (at % 500 === 0) context.progress('travel.write', at, plan.lines.length);
      write({ fromUnitId: fromId, toUnitId: toId, distanceKm, travelMinutes, bothWays });
    });
    context.summarise(name === null ? 'travel.paste' : 'travel.import', { count: plan.lines.length, fileName: name });
    return { lines: plan.lines.length };
  },

  'travel.setStart': ({ db, summarise }, { roadFactor, speedKmPerHour, sideKmPerHour, villageKmPerHour }) => {
    const { shares } = roadFigures(db);
    // Nobody drives faster off the main roads than on them.
    const share = (speed: number | undefined, now: number): number => (speed === undefined ? now : Math.min(1, speed / speedKmPerHour));
    putRoadFigures(db, { roadFactor, speedKmPerHour, shares: { main: 1, side: share(sideKmPerHour, shares.side), village: share(villageKmPerHour, shares.village) } });
    summarise('travel.setStart', { roadFactor, speedKmPerHour });
    return null;
  },
} satisfies Calls<'travel'>;
