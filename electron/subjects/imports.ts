// Earlier imports: the list of them, and taking one back while sparing what was built on it since.
import { AppError } from '../../shared/errors.ts';
import type { EarlierImport } from '../../shared/model/takeBack.ts';
import type { Calls, JobContext } from '../calls.ts';
import type { ReadDb } from '../store/sql.ts';
import { previewOf } from './import/takeBackPreview.ts';
import { takeBackOf } from './import/takeBack.ts';

interface Step {
  seq: number;
  at: string;
  actor: string;
  summary: string;
  firstId: string | null;
  lastId: string | null;
  there: number | null;
}

/** Steps that added units and stand. */
const standing = `FROM step LEFT JOIN stepImport ON stepImport.stepSeq = step.seq
  WHERE step.call = 'exchange.apply' AND step.kind = 'do' AND step.state = 'done'
  AND COALESCE(json_extract(step.summary, '$.detail.count'), json_extract(step.summary, '$.detail.added'), 0) > 0`;
const columns = 'step.seq, step.at, step.actor, step.summary, stepImport.firstId, stepImport.lastId, stepImport.there';

function asImport(db: ReadDb, { seq, at, actor, summary, firstId, lastId, there: kept }: Step): EarlierImport {
  const { detail } = JSON.parse(summary) as { detail: { count?: number; added?: number; fileName?: string } };
  const there = kept !== null || firstId === null || lastId === null ? kept : db.get<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE id BETWEEN ? AND ?', firstId, lastId)?.n ?? 0;
  return { seq, at, actor, fileName: detail.fileName ?? '', added: detail.count ?? detail.added ?? 0, there };
}

function importOf(db: ReadDb, seq: number): EarlierImport {
  const step = db.get<Step>(`SELECT ${columns} ${standing} AND step.seq = ?`, seq);
  if (!step) throw new AppError('imports.gone');
  return asImport(db, step);
}

export const imports = {
  'imports.list': ({ db }, { offset, limit }) => {
    const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n ${standing}`)?.n ?? 0;
    const steps = db.all<Step>(`SELECT ${columns} ${standing} ORDER BY step.seq DESC LIMIT ? OFFSET ?`, limit, offset);
    return { total, offset, rows: steps.map((step) => asImport(db, step)) };
  },
  'imports.takeBackPreview': (context, { seq }) => {
    const { fileName } = importOf(context.db, seq);
    return { seq, fileName, ...previewOf(context.db, takeBackOf(context, seq)) };
  },
  'imports.takeBack': (context: JobContext, { seq }) => {
    const { db, progress, summarise } = context;
    const { fileName } = importOf(db, seq);
    const { goes, stays, beside } = takeBackOf(context, seq);
    if (goes.length === 0) throw new AppError('imports.nothingToTake');
    goes.forEach((id, at) => {
      if (at % 500 === 0) progress('imports.remove', at, goes.length);
      for (const removal of beside) db.run(removal, id);
      db.run('DELETE FROM unit WHERE id = ?', id);
    });
    summarise('imports.takeBack', { count: goes.length, fileName, kept: stays.size });
    return { removed: goes.length, kept: stays.size };
  },
} satisfies Calls<'imports'>;
