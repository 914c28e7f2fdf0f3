// Puts planned units into the tree, each behind its parent's last child.
import type { ImportAdd } from '../../../shared/model/importing.ts';
import { childPath, pathKeyLength } from '../../../shared/rules/hierarchy.ts';
import type { JobContext } from '../../calls.ts';
import { nextChildPath } from '../unitPlace.ts';
import { seatsByNumber } from './existing.ts';

const rowsPerReport = 500;

const insertUnit = `INSERT INTO unit (id, parentId, levelId, path, nameEn, nameHi, code, lat, lon, electors, constituencyId, partNumber, openedDay)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Gives out paths under one parent after the other; the file is asked once for each that was there before: a new one has no children yet. */
function pathGiver(db: JobContext['db']): (add: ImportAdd) => string {
  const paths = new Map<string, string>();
  const next = new Map<string | null, { parentPath: string; number: number }>();
  const pathOf = (id: string): string => db.get<{ path: string }>('SELECT path FROM unit WHERE id = ?', id)!.path;
  return ({ id, parentId }) => {
    let place = next.get(parentId);
    if (!place) {
      const known = parentId === null ? '' : paths.get(parentId);
      const parentPath = known ?? pathOf(parentId as string);
      const isNew = parentId !== null && known !== undefined;
      next.set(parentId, (place = { parentPath, number: isNew ? 1 : parseInt(nextChildPath(db, parentId, parentPath).slice(-pathKeyLength), 36) }));
    }
    const path = childPath(place.parentPath, place.number++);
    paths.set(id, path);
    return path;
  };
}

/** So that the list of earlier imports can say how much of one is still there. The step under way is the next in number. */
function noteImport({ db }: JobContext, adds: readonly ImportAdd[]): void {
  let [firstId, lastId] = [adds[0]?.id ?? '', ''];
  for (const { id } of adds) {
    if (id < firstId) firstId = id;
    if (id > lastId) lastId = id;
  }
  if (lastId !== '') db.run('INSERT INTO stepImport (stepSeq, firstId, lastId) SELECT COALESCE(MAX(seq), 0) + 1, ?, ? FROM step', firstId, lastId);
}

/** `adds`: parents first, as planned; `openedDay`: the first day they exist, null for since ever. Stops with the error of `progress` when the user cancels. */
export function insertUnits(context: JobContext, adds: readonly ImportAdd[], openedDay: string | null = null): void {
  const { db } = context;
  const seats = seatsByNumber(db);
  const pathFor = pathGiver(db);
  for (const [index, add] of adds.entries()) {
    if (index % rowsPerReport === 0) context.progress('exchange.write', index, adds.length);
    db.run(
      insertUnit, add.id, add.parentId, add.levelId, pathFor(add), add.nameEn, add.nameHi, add.code, add.lat, add.lon, add.electors,
      add.constituencyNumber === null ? null : seats.get(add.constituencyNumber) ?? null, add.partNumber, openedDay,
    );
  }
  context.progress('exchange.write', adds.length, adds.length);
  noteImport(context, adds);
}
