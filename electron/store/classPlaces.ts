// Which units stand in which class, kept as parts: the largest whole units of every class and those it cuts, region by region.
import { classParts } from '../../shared/rules/classParts.ts';
import type { ClassTree, PlacedUnit } from '../../shared/rules/classParts.ts';
import { pathKeyLength } from '../../shared/rules/hierarchy.ts';
import type { ReadDb, WriteDb } from './sql.ts';

/** Regions are what stands directly below the top: each is worked out by itself. */
export const regionLength = 2 * pathKeyLength;
/** The class of those that stand in none. */
export const noneOf = (classificationId: string): string => `none:${classificationId}`;

/** Classifications that are worked out together: the seats, or one of the user's own. */
export interface Family {
  classificationIds: readonly string[];
  tree: ClassTree;
  kindOf: (classId: string) => string;
}

/** The seats (Assembly within Lok Sabha), where there are any. */
function seatFamily(db: ReadDb): Family[] {
  const seats = db.all<{ id: string; kind: string; parentId: string | null }>('SELECT id, kind, parentId FROM constituency');
  if (seats.length === 0) return [];
  const kinds = new Map(seats.map(({ id, kind }) => [id, kind]));
  const [noSeat, noLokSabha] = [noneOf('assembly'), noneOf('lokSabha')];
  kinds.set(noSeat, 'assembly').set(noLokSabha, 'lokSabha');
  const chains = new Map(seats.map(({ id, kind, parentId }) => [id, kind === 'lokSabha' ? [id] : [id, parentId ?? noLokSabha]]));
  chains.set(noSeat, [noSeat, noLokSabha]).set(noLokSabha, [noLokSabha]);
  return [{ classificationIds: ['assembly', 'lokSabha'], kindOf: (id) => kinds.get(id) ?? 'assembly', tree: { none: noSeat, chainOf: (id) => chains.get(id) ?? [id] } }];
}

/** One of the user's own classifications, as soon as it has a class. */
function ownFamily(classificationId: string, classes: { id: string; parentId: string | null }[]): Family {
  const parents = new Map(classes.map(({ id, parentId }) => [id, parentId]));
  const none = noneOf(classificationId);
  const chainOf = (id: string): string[] => {
    const chain = [id];
    for (let above = parents.get(id); above && !chain.includes(above); above = parents.get(above)) chain.push(above);
    return chain;
  };
  return { classificationIds: [classificationId], kindOf: () => classificationId, tree: { none, chainOf } };
}

/** Every classification in use. */
export function familiesOf(db: ReadDb): Family[] {
  const own = new Map<string, { id: string; parentId: string | null }[]>();
  for (const { classificationId, ...one } of db.all<{ id: string; classificationId: string; parentId: string | null }>('SELECT id, classificationId, parentId FROM class')) {
    const classes = own.get(classificationId);
    if (classes) classes.push(one);
    else own.set(classificationId, [one]);
  }
  return [...seatFamily(db), ...[...own].map(([classificationId, classes]) => ownFamily(classificationId, classes))];
}

export const isSeats = (family: Family): boolean => family.classificationIds.includes('assembly');

/** The regions there are, by path. */
export const regionsOf = (db: ReadDb): string[] =>
  db.raw<[string]>('SELECT path FROM unit WHERE length(path) = ? AND parentId IN (SELECT id FROM unit WHERE parentId IS NULL) ORDER BY path', regionLength).map(([path]) => path);

type UnitOfRegion = [id: string, path: string, levelId: string, constituencyId: string | null];

/** Works the parts of one region out anew. Sums are not touched. */
export function placeRegion(db: WriteDb, region: string, families: readonly Family[]): void {
  const [from, to] = [region, `${region}{`];
  for (const family of families) {
    for (const id of family.classificationIds) db.run('DELETE FROM classPart WHERE classificationId = ? AND path >= ? AND path < ?', id, from, to);
  }
  const units = db.raw<UnitOfRegion>('SELECT id, path, levelId, constituencyId FROM unit WHERE path >= ? AND path < ? AND closedDay IS NULL ORDER BY path', from, to);
  if (units.length === 0) return;
  const own = families.filter((family) => !isSeats(family));
  const saidOwn = new Map(own.map((family) => [family.classificationIds[0]!, new Map<string, string | null>()]));
  if (own.length > 0) {
    const rows = db.raw<[string, string, string | null]>(
      'SELECT unitClass.unitId, unitClass.classificationId, unitClass.classId FROM unit JOIN unitClass ON unitClass.unitId = unit.id WHERE unit.path >= ? AND unit.path < ?', from, to);
    for (const [unitId, classificationId, classId] of rows) saidOwn.get(classificationId)?.set(unitId, classId);
  }
  for (const family of families) {
    const said = saidOwn.get(family.classificationIds[0]!);
    const placed: PlacedUnit[] = said
      ? units.map(([id, path]) => ({ id, path, said: said.get(id) }))
      : units.map(([id, path, levelId, seatId]) => ({ id, path, said: seatId ?? undefined, idle: levelId !== 'booth' }));
    const above = said ? db.get<{ classId: string | null }>(
      'SELECT classId FROM unitClass JOIN unit ON unit.id = unitClass.unitId WHERE unit.path = ? AND classificationId = ?', region.slice(0, pathKeyLength), family.classificationIds[0]!) : undefined;
    for (const part of classParts(placed, family.tree, above?.classId)) {
      db.run('INSERT INTO classPart (classId, path, unitId, whole, classificationId) VALUES (?, ?, ?, ?, ?)', part.classId, part.path, part.unitId, part.whole ? 1 : 0, family.kindOf(part.classId));
    }
  }
}
