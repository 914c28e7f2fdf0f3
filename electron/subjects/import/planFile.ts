// Reads the chosen file and plans what would come of it.
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ImportMapping, ImportPlan } from '../../../shared/model/importing.ts';
import { planImport } from '../../../shared/rules/importing/planImport.ts';
import type { JobContext } from '../../calls.ts';
import { readTable } from '../../sheets/readTable.ts';
import { existingFor } from './existing.ts';

export interface ImportChoice {
  token: string;
  rootId: string | null;
  mapping: ImportMapping;
}

/**
 * Throws `exchange.chooseAgain`, `exchange.fileGone` {name}, `exchange.rootGone`, and what `readTable` throws.
 * A file changed between preview and apply is simply planned as it now is.
 */
export async function planFile(context: JobContext, { token, rootId, mapping }: ImportChoice): Promise<ImportPlan & { fileName: string }> {
  const path = context.pathOf(token);
  context.progress('exchange.read', 0, 1);
  const table = await readTable(path).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name: basename(path) });
  });
  context.progress('exchange.plan', 0, 1);
  const existing = existingFor(context.db);
  if (rootId !== null && !existing.units.some((unit) => unit.id === rootId)) throw new AppError('exchange.rootGone');
  return { ...planImport(table.rows, table.rowNumbers, mapping, existing, rootId, context.newId), fileName: basename(path) };
}
