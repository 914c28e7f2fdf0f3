// Carries out what a newer sheet says otherwise: new names, new places, details, and units that are no longer.
import type { ImportChanges, ImportDetail, ImportDone, ImportWanted } from '../../../shared/model/importing.ts';
import type { JobContext } from '../../calls.ts';
import { recordAct, recordPart } from '../reorganise/record.ts';
import { changeUnitFrom, closeUnitFrom, moveUnitFrom, recordVersion } from '../reorganise/versions.ts';

const rowsPerReport = 500;

const columnOf: Record<Exclude<ImportDetail['field'], 'point'>, 'code' | 'nameHi' | 'electors' | 'constituencyId' | 'partNumber'> = {
  code: 'code', nameHi: 'nameHi', electors: 'electors', seat: 'constituencyId', part: 'partNumber',
};

/** The lines the person wants of a plan's changes. */
export function wantedOf(changes: ImportChanges, wanted: ImportWanted): ImportChanges {
  const held = new Set(wanted.heldBack);
  const of = <Line extends { id: string }>(lines: Line[], isWanted: boolean): Line[] => (isWanted ? lines.filter(({ id }) => !held.has(id)) : []);
  return {
    renames: of(changes.renames, wanted.renames), moves: of(changes.moves, wanted.moves),
    details: of(changes.details, wanted.details), gone: of(changes.gone, wanted.gone),
  };
}

/**
 * Applies them from `day` on; units that come with the import are there already. Throws `reorganisation.laterAct` {nameEn, nameHi, day} where a unit was reorganised later than that day.
 */
export function applyChanges(context: JobContext, changes: ImportChanges, day: string, fileName: string, seats: Map<number, string>): Omit<ImportDone, 'added' | 'grouped'> {
  const { db } = context;
  const total = changes.renames.length + changes.moves.length + changes.details.length + changes.gone.length;
  let done = 0;
  const report = () => { if (done++ % rowsPerReport === 0) context.progress('exchange.change', done, total); };
  const actId = context.newId();
  if (changes.renames.length + changes.moves.length + changes.gone.length > 0) recordAct(db, { id: actId, day, kind: 'import', orderBy: '', reason: '', detail: { fileName } });

  for (const { id, toId } of changes.moves) {
    report();
    moveUnitFrom(db, id, toId, day);
    recordPart(db, actId, id, 'moved');
  }
  for (const { id, nameEn, toEn, toHi } of changes.renames) {
    report();
    if (!changeUnitFrom(db, id, { nameEn: toEn, ...(toHi === null ? {} : { nameHi: toHi }) }, day)) continue;
    // People go on looking for the old name.
    db.run('INSERT INTO unitAlias (unitId, name) VALUES (?, ?) ON CONFLICT DO NOTHING', id, nameEn);
    recordPart(db, actId, id, 'renamed');
  }
  for (const { id, field, from, to } of changes.details) {
    report();
    if (field === 'point') {
      const [lat, lon] = to.split(',').map(Number);
      db.run('UPDATE unit SET lat = ?, lon = ? WHERE id = ?', lat ?? null, lon ?? null, id);
      continue;
    }
    // Another code than before is part of the unit's history; a detail that was missing is only filled in.
    if (field === 'code' && from !== '') recordVersion(db, id, day);
    const value = field === 'electors' ? Number(to) : field === 'seat' ? seats.get(Number(to)) ?? null : to;
    db.run(`UPDATE unit SET ${columnOf[field]} = ?${field === 'nameHi' ? ', nameHiProposed = 0' : ''} WHERE id = ?`, value, id);
  }
  for (const { id } of changes.gone) {
    report();
    closeUnitFrom(db, id, day);
    recordPart(db, actId, id, 'closed');
  }
  context.progress('exchange.change', total, total);
  return { renamed: changes.renames.length, moved: changes.moves.length, detailed: changes.details.length, closed: changes.gone.length };
}
