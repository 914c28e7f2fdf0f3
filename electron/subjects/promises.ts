// What was promised at a stop or meeting: written down, kept for the next visit, ticked off.
import { AppError } from '../../shared/errors.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb } from '../store/sql.ts';
import { promisesWhere } from './road/promiseRows.ts';
import { unitOf } from './unitPlace.ts';

function namesOf(db: ReadDb, id: string): { nameEn: string; nameHi: string | null; text: string } {
  const found = db.get<{ nameEn: string; nameHi: string | null; text: string }>(
    'SELECT unit.nameEn, unit.nameHi, promise.text FROM promise JOIN unit ON unit.id = promise.unitId WHERE promise.id = ?', id,
  );
  if (!found) throw new AppError('promises.gone');
  return found;
}

export const promises = {
  'promises.list': ({ db, today }, { unitId, personId, only, offset, limit }) => {
    const [pathFrom, pathTo] = unitId === null ? ['', '{'] : subtreeRange(unitOf(db, unitId).path);
    const state = { all: '1', open: 'promise.doneDay IS NULL', overdue: 'promise.doneDay IS NULL AND promise.dueDay < ?' }[only];
    return promisesWhere(
      db, today, { offset, limit }, `unit.path >= ? AND unit.path < ? AND (? IS NULL OR promise.personId = ?) AND ${state}`,
      pathFrom, pathTo, personId, personId, ...(only === 'overdue' ? [today] : []),
    );
  },

  'promises.save': ({ db, newId, summarise }, { id: known, fields: { stopId, ...fields } }) => {
    const { kind, unitId, personId, madeDay, meetingId, text, who, dueDay } = fields;
    if (known) namesOf(db, known);
    const unit = unitOf(db, unitId);
    if (!db.get('SELECT 1 FROM person WHERE id = ? AND mergedIntoId IS NULL', personId)) throw new AppError('tours.noPerson');
    if (meetingId !== null && !db.get('SELECT 1 FROM meeting WHERE id = ?', meetingId)) throw new AppError('calendar.gone');
    if (dueDay !== null && dueDay < madeDay) throw new AppError('promises.dueTooEarly', { madeDay, dueDay });
    const visitId = stopId === null ? null : db.get<{ id: string }>('SELECT id FROM visit WHERE stopId = ?', stopId)?.id ?? null;
    const id = known ?? newId();
    if (known) {
      db.run(
        'UPDATE promise SET kind = ?, unitId = ?, personId = ?, madeDay = ?, visitId = COALESCE(?, visitId), meetingId = ?, text = ?, who = ?, dueDay = ? WHERE id = ?',
        kind, unitId, personId, madeDay, visitId, meetingId, text, who, dueDay, known,
      );
    } else insertRow(db, 'promise', { id, ...fields, visitId });
    summarise(`promises.${kind}`, { nameEn: unit.nameEn, nameHi: unit.nameHi, text });
    return { id };
  },

  'promises.settle': ({ db, summarise }, { id, day, note }) => {
    const names = namesOf(db, id);
    db.run('UPDATE promise SET doneDay = ?, doneNote = ? WHERE id = ?', day, day === null ? '' : note, id);
    summarise(day === null ? 'promises.reopen' : 'promises.settle', names);
    return null;
  },

  'promises.remove': ({ db, summarise }, { id }) => {
    const names = namesOf(db, id);
    db.run('DELETE FROM promise WHERE id = ?', id);
    summarise('promises.remove', names);
    return null;
  },
} satisfies Calls<'promises'>;
