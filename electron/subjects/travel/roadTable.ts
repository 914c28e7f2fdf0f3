// The user's roads as the table shows them: with names, beside what all the other roads would have estimated.
import type { Language, Page } from '../../../shared/model/common.ts';
import type { TravelEnd, TravelRow } from '../../../shared/model/travel.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import { estimateRoad } from '../../../shared/rules/roads/estimateRoad.ts';
import type { ReadDb } from '../../store/sql.ts';
import { roadBook } from '../tour/roadBook.ts';
import type { RoadBook, RoadRow } from '../tour/roadBook.ts';
import { roadFigures } from './roadFigures.ts';
import type { RoadFigures } from './roadFigures.ts';

export interface Estimated {
  estimateKm: number | null;
  estimateMinutes: number | null;
  deviation: number | null;
}

/** As if the road were not known. */
function estimated(book: RoadBook, index: number, figures: RoadFigures): Estimated {
  const knownIndex = book.knownIndex[index]!;
  if (knownIndex < 0) return { estimateKm: null, estimateMinutes: null, deviation: null };
  const { from, to, distanceKm, travelMinutes } = book.known[knownIndex]!;
  const without = book.learning(figures).without(knownIndex);
  const road = estimateRoad(from, to, without, figures);
  const minutes = Math.round(road.travelMinutes);
  const deviation = distanceKm !== null && road.distanceKm >= 1 ? distanceKm / road.distanceKm - 1 : travelMinutes !== null && minutes > 0 ? travelMinutes / minutes - 1 : null;
  return { estimateKm: road.distanceKm, estimateMinutes: minutes, deviation };
}

interface Place {
  path: string;
  placeEn: string;
  placeHi: string;
  keys: string;
}

interface View {
  figures: string;
  estimates: Estimated[] | null;
  places: Map<string, Place>;
}

const views = new WeakMap<RoadBook, View>();

/** Kept as long as the book is. */
function viewOf(db: ReadDb, book: RoadBook, figures: RoadFigures): View {
  const key = JSON.stringify(figures);
  const kept = views.get(book);
  if (kept?.figures === key) return kept;
  const ids = [...new Set(book.rows.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]))];
  const rows = db.raw<[string, string, string, string | null, string | null, string | null]>(
    'SELECT id, path, nameEn, nameHi, placeEn, placeHi FROM unit WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
  const places = new Map(rows.map(([id, path, nameEn, nameHi, placeEn, placeHi]): [string, Place] => {
    const names = [nameEn, nameHi, placeEn, placeHi].filter((name) => name !== null);
    return [id, { path, placeEn: placeEn ?? nameEn, placeHi: placeHi ?? nameHi ?? placeEn ?? nameEn, keys: [...new Set(names.flatMap((name) => [name.toLowerCase(), foldKey(name)]))].join('\n') }];
  }));
  const view = { figures: key, estimates: kept?.figures === key ? kept.estimates : null, places };
  views.set(book, view);
  return view;
}

function estimatesOf(view: View, book: RoadBook, figures: RoadFigures): Estimated[] {
  view.estimates ??= book.rows.map((_, index) => estimated(book, index, figures));
  return view.estimates;
}

export interface RoadQuestion {
  text: string;
  unitId: string | null;
  order: 'from' | 'to' | 'km' | 'minutes' | 'deviation';
  language: Language;
  offset: number;
  limit: number;
}

export function roadPage(db: ReadDb, { text, unitId, order, language, offset, limit }: RoadQuestion): Page<TravelRow> {
  const book = roadBook(db);
  const figures = roadFigures(db);
  const view = viewOf(db, book, figures);
  const inside = unitId === null ? '' : db.get<{ path: string }>('SELECT path FROM unit WHERE id = ?', unitId)?.path ?? '';
  const words = text.toLowerCase().split(/[\s,–-]+/).filter(Boolean).map((word) => [word, foldKey(word)] as const);
  const place = (id: string): Place => view.places.get(id)!;
  const wanted = [...book.rows.keys()].filter((at) => {
    const [from, to] = [place(book.rows[at]!.fromUnitId), place(book.rows[at]!.toUnitId)];
    if (!from.path.startsWith(inside) && !to.path.startsWith(inside)) return false;
    return words.every(([word, key]) => [from.keys, to.keys].some((keys) => keys.includes(word) || (key !== '' && keys.includes(key))));
  });
  const rows = book.rows;
  const compare = new Intl.Collator(language === 'hi' ? 'hi' : 'en').compare;
  const nameOf = (id: string): string => (language === 'hi' ? place(id).placeHi : place(id).placeEn);
  const byNames = (a: number, b: number, first: 'fromUnitId' | 'toUnitId', second: 'fromUnitId' | 'toUnitId'): number =>
    compare(nameOf(rows[a]![first]), nameOf(rows[b]![first])) || compare(nameOf(rows[a]![second]), nameOf(rows[b]![second])) || a - b;
  const figure = (at: number): number => {
    if (order === 'km') return rows[at]!.distanceEstimated === 1 ? -1 : rows[at]!.distanceKm;
    if (order === 'minutes') return rows[at]!.travelMinutes ?? -1;
    return Math.abs(estimatesOf(view, book, figures)[at]!.deviation ?? -0.0001);
  };
  if (order === 'from') wanted.sort((a, b) => byNames(a, b, 'fromUnitId', 'toUnitId'));
  else if (order === 'to') wanted.sort((a, b) => byNames(a, b, 'toUnitId', 'fromUnitId'));
  else wanted.sort((a, b) => figure(b) - figure(a) || byNames(a, b, 'fromUnitId', 'toUnitId'));
  const page = wanted.slice(offset, offset + limit);
  const ends = endsOf(db, page.flatMap((at) => [rows[at]!.fromUnitId, rows[at]!.toUnitId]));
  return { total: wanted.length, offset, rows: page.map((at) => rowOf(rows[at]!, view.estimates?.[at] ?? estimated(book, at, figures), ends)) };
}

function rowOf(row: RoadRow, estimate: Estimated, ends: Map<string, TravelEnd>): TravelRow {
  return {
    from: ends.get(row.fromUnitId)!, to: ends.get(row.toUnitId)!,
    distanceKm: row.distanceEstimated === 1 ? null : row.distanceKm,
    travelMinutes: row.travelMinutes, origin: row.origin, bothWays: row.bothWays === 1, ...estimate,
  };
}

function endsOf(db: ReadDb, unitIds: readonly string[]): Map<string, TravelEnd> {
  const rows = db.all<TravelEnd>(
    `SELECT unit.id AS unitId, unit.levelId, COALESCE(unit.placeEn, unit.nameEn) AS placeEn, COALESCE(unit.placeHi, unit.nameHi, unit.placeEn, unit.nameEn) AS placeHi,
       parent.nameEn AS withinEn, COALESCE(parent.nameHi, parent.nameEn) AS withinHi
     FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parentId WHERE unit.id IN (SELECT value FROM json_each(?))`, JSON.stringify(unitIds));
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** For the drawing: at most `most` roads with known kilometres, every n-th. */
export function roadPoints(db: ReadDb, most: number): { row: RoadRow; estimateKm: number; from: Place; to: Place }[] {
  const book = roadBook(db);
  const figures = roadFigures(db);
  const view = viewOf(db, book, figures);
  const fit = [...book.rows.keys()].filter((at) => book.knownIndex[at]! >= 0 && book.rows[at]!.distanceEstimated === 0);
  const step = Math.max(1, Math.ceil(fit.length / most));
  return fit.filter((_, at) => at % step === 0).map((at) => {
    const row = book.rows[at]!;
    return { row, estimateKm: estimated(book, at, figures).estimateKm!, from: view.places.get(row.fromUnitId)!, to: view.places.get(row.toUnitId)! };
  });
}
