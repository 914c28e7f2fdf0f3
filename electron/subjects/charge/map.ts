// The board's map: the units of the level while they can be drawn and told apart, else those above with how many in them are covered.
import type { ChargeMap, ChargeShape, ChargeView, ProblemView } from '../../../shared/model/charge.ts';
import type { MapShape } from '../../../shared/model/unit.ts';
import { areaReader } from '../outline/areas.ts';
import type { ReadDb } from '../../store/sql.ts';
import { fullPlaces } from './vacantPosts.ts';
import { countUnits, onDay, placesIn, unitsIn, unitsIndex } from './view.ts';
import { problemPlaces } from './problems.ts';

/** As many shapes as a screen can show apart. */
const mostShapes = 1000;

type StoredShape = Omit<ChargeShape, 'rings' | 'personIds' | 'held'> & { rings: string | null; path: string };

/** A unit on the way down to the level: how many of the level are in it, how many units stand below it. */
interface Step {
  id: string;
  levelId: string;
  inside: number;
  children: number;
}

const stepColumns = 'unit.id, unit.levelId, COALESCE(inside.units, 0) AS inside, COALESCE(sums.children, 0) AS children';
const stepJoins = 'LEFT JOIN tally AS inside ON inside.unitId = unit.id AND inside.levelId = ? LEFT JOIN unitSum AS sums ON sums.unitId = unit.id';

/** Units that hold all of the level in the scope between them, as far down as can be drawn: rural and urban branches side by side. */
function unitsAbove(db: ReadDb, view: ChargeView): Step[] {
  let frontier = db.all<Step>(`SELECT ${stepColumns} FROM unit ${stepJoins} WHERE ${view.unitId === null ? 'unit.parentId IS NULL' : 'unit.id = ?'}`, view.levelId, ...(view.unitId === null ? [] : [view.unitId]));
  for (;;) {
    const open = frontier.filter((step) => step.levelId !== view.levelId && step.children > 0);
    if (open.length === 0 || open.reduce((sum, step) => sum + step.children, 0) + frontier.length - open.length > mostShapes) return frontier;
    const below = db.all<Step>(
      `SELECT ${stepColumns} FROM unit ${stepJoins} WHERE unit.parentId IN (SELECT value FROM json_each(?)) AND unit.closedDay IS NULL AND (unit.levelId = ? OR inside.units > 0)`,
      view.levelId, JSON.stringify(open.map((step) => step.id)), view.levelId);
    frontier = [...frontier.filter((step) => !open.includes(step)), ...below];
  }
}

const shapeColumns = `unit.id, unit.levelId, unit.nameEn, unit.nameHi, unit.lat, unit.lon, unit.path, outline.rings,
  COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) AS electors`;
const shapeJoins = 'LEFT JOIN outline ON outline.unitId = unit.id LEFT JOIN unitSum AS sums ON sums.unitId = unit.id';

/** The scope's own outline, or that of the top. */
function frameOf(db: ReadDb, unitId: string | null): MapShape | null {
  const row = db.get<StoredShape>(`SELECT ${shapeColumns} FROM unit ${shapeJoins} WHERE ${unitId === null ? 'unit.parentId IS NULL ORDER BY unit.path LIMIT 1' : 'unit.id = ?'}`, ...(unitId === null ? [] : [unitId]));
  if (!row) return null;
  const { id, levelId, nameEn, nameHi, lat, lon } = row;
  return { id, levelId, nameEn, nameHi, lat, lon, rings: areaReader(db).areaOf(id).rings, basis: row.rings === null ? 'cell' : 'outline' };
}

/** Of shapes that stand for others only what is in the class counts. */
function countInClass(db: ReadDb, view: ChargeView, rows: StoredShape[]): void {
  const units = unitsIn(db, view);
  const find = finder(rows);
  for (const row of rows) row.units = 0;
  for (const [path, count] of db.raw<[string, number]>(`SELECT substr(unit.path, 1, ?) AS at, COUNT(*) FROM unit WHERE ${units.sql} GROUP BY at`, longest(rows), ...units.values)) {
    const row = find(path);
    if (row) row.units += count;
  }
}

interface Drawn {
  isLevel: boolean;
  shapes: (ChargeShape & { path: string })[];
  unplaced: number;
}

function drawn(db: ReadDb, view: ChargeView): Drawn {
  const isLevel = countUnits(db, view) <= mostShapes;
  const units = unitsIn(db, view);
  const rows = isLevel
    ? db.all<StoredShape>(`SELECT ${shapeColumns}, 1 AS units FROM unit ${unitsIndex(view)} ${shapeJoins} WHERE ${units.sql} ORDER BY unit.path`, ...units.values)
    : db.all<StoredShape>(
      `SELECT ${shapeColumns}, CASE WHEN unit.levelId = ? THEN 1 ELSE COALESCE(inside.units, 0) END AS units FROM json_each(?) AS chosen JOIN unit ON unit.id = chosen.value ${shapeJoins}
       LEFT JOIN tally AS inside ON inside.unitId = unit.id AND inside.levelId = ? ORDER BY unit.path`,
      view.levelId, JSON.stringify(unitsAbove(db, view).map((step) => step.id)), view.levelId);
  if (view.group && !isLevel) countInClass(db, view, rows);
  const reader = areaReader(db);
  const placed = rows.filter((row) => row.units > 0).flatMap((row) => {
    const { rings, basis } = reader.areaOf(row.id);
    return basis === null ? [] : [{ ...row, rings, basis }];
  });
  const shapes = placed.map((row) => ({ ...row, held: 0, personIds: [] as string[] }));
  return { isLevel, shapes, unplaced: rows.reduce((sum, row) => sum + row.units, 0) - placed.reduce((sum, row) => sum + row.units, 0) };
}

/** Finds the drawn shape a path lies in. */
function finder<Shape extends { path: string }>(shapes: readonly Shape[]): (path: string) => Shape | undefined {
  const byPath = new Map(shapes.map((shape) => [shape.path, shape]));
  const lengths = [...new Set(shapes.map((shape) => shape.path.length))];
  return (path) => {
    for (const length of lengths) {
      const shape = byPath.get(path.slice(0, length));
      if (shape) return shape;
    }
    return undefined;
  };
}

/** Of the shapes' paths: cut to it, every path still says in which shape it lies. */
const longest = (shapes: readonly { path: string }[]): number => Math.max(0, ...shapes.map(({ path }) => path.length));

const bare = (shapes: readonly (ChargeShape & { path: string })[]): ChargeShape[] =>
  shapes.map(({ id, levelId, nameEn, nameHi, lat, lon, rings, basis, units, held, electors, personIds }) => ({ id, levelId, nameEn, nameHi, lat, lon, rings, basis, units, held, electors, personIds }));

export function chargeMap(db: ReadDb, view: ChargeView): ChargeMap {
  const { isLevel, shapes, unplaced } = drawn(db, view);
  const find = finder(shapes);
  const places = placesIn(db, view);
  const counts = new Map<string, number>();
  if (isLevel) {
    const rows = db.raw<[path: string, personId: string]>(
      `SELECT DISTINCT place.path, place.personId FROM chargePlace AS place JOIN person ON person.id = place.personId WHERE ${places.sql} ORDER BY place.path, place.kind DESC, place.fromDay, person.nameEn`, ...places.values);
    for (const [path, personId] of rows) {
      const shape = find(path);
      if (!shape || shape.personIds.includes(personId)) continue;
      shape.held = 1;
      shape.personIds.push(personId);
      counts.set(personId, (counts.get(personId) ?? 0) + 1);
    }
  } else {
    const rows = db.raw<[path: string, held: number]>(
      `SELECT substr(path, 1, ?) AS at, COUNT(*) FROM (SELECT DISTINCT place.path FROM chargePlace AS place INDEXED BY chargePlaceByPath WHERE ${places.sql}) GROUP BY at`, longest(shapes), ...places.values);
    for (const [path, held] of rows) {
      const shape = find(path);
      if (shape) shape.held += held;
    }
  }
  const people = db.all<{ id: string; nameEn: string; nameHi: string | null }>('SELECT id, nameEn, nameHi FROM person WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify([...counts.keys()]));
  return {
    self: frameOf(db, view.unitId), isLevel, unplaced, shapes: bare(shapes),
    people: people.map((person) => ({ ...person, units: counts.get(person.id) ?? 0 })).sort((a, b) => b.units - a.units || (a.nameEn < b.nameEn ? -1 : 1)),
  };
}

/** `held` counts the units of a shape the problem lies in. */
export function problemMap(db: ReadDb, view: ProblemView): ChargeMap {
  if (view.kind === 'nobody') {
    const map = chargeMap(db, onDay(view));
    return { ...map, people: [], shapes: map.shapes.map((shape) => ({ ...shape, personIds: [], held: shape.units - shape.held })) };
  }
  const { isLevel, shapes, unplaced } = drawn(db, onDay(view));
  const find = finder(shapes);
  if (view.kind === 'vacant') {
    const full = fullPlaces(db, view, longest(shapes));
    if (full !== null) for (const shape of shapes) shape.held = shape.units;
    for (const [path, units] of full ?? []) {
      const shape = find(path);
      if (shape) shape.held -= units;
    }
  }
  for (const [path, units] of problemPlaces(db, view, longest(shapes))) {
    const shape = find(path);
    if (shape) shape.held += units;
  }
  return { self: frameOf(db, view.unitId), isLevel, unplaced, shapes: bare(shapes), people: [] };
}
