// Earlier imports: the list of them, and taking one back while sparing what was built on it since.
import { AppError } from '../../shared/errors.ts';
import type { EarlierImport } from '../../shared/model/takeBack.ts';
import type { Calls, JobContext } from '../calls.ts';
import { marks } from '../store/sql.ts';
import type { ReadDb } from '../store/sql.ts';
import { previewOf } from './import/takeBackPreview.ts';
import { takeBackOf } from './import/takeBack.ts';

/** Calls whose steps add units from a file. */
const importCalls = ['exchange.apply'];

interface Detail {
  count?: number;
  fileName?: string;
  /** The lowest and the highest id it gave: a laptop's ids rise, so its units lie between them. */
  firstId?: string;
  lastId?: string;
}

interface Step {
  seq: number;
  at: string;
  actor: string;
  summary: string;
}

const standing = `FROM step WHERE call IN (${marks(importCalls.length)}) AND kind = 'do' AND state = 'done'`;

function asImport(db: ReadDb, { seq, at, actor, summary }: Step): EarlierImport {
  const { count, fileName, firstId, lastId } = (JSON.parse(summary) as { detail: Detail }).detail;
  const there = firstId === undefined || lastId === undefined ? null : db.get<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE id BETWEEN ? AND ?', firstId, lastId)?.n ?? 0;
  return { seq, at, actor, fileName: fileName ?? '', added: count ?? 0, there };
}

function importOf(db: ReadDb, seq: number): EarlierImport {
  const step = db.get<Step>(`SELECT seq, at, actor, summary ${standing} AND seq = ?`, ...importCalls, seq);
  if (!step) throw new AppError('imports.gone');
  return asImport(db, step);
}

export const imports = {
  'imports.list': ({ db }, { offset, limit }) => {
    const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n ${standing}`, ...importCalls)?.n ?? 0;
    const steps = db.all<Step>(`SELECT seq, at, actor, summary ${standing} ORDER BY seq DESC LIMIT ? OFFSET ?`, ...importCalls, limit, offset);
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
