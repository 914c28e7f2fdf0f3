// Reads the chosen files and plans what would come of them.
import { AppError } from '../../../shared/errors.ts';
import type { ImportMapping, ImportPlan } from '../../../shared/model/importing.ts';
import { planImport } from '../../../shared/rules/importing/planImport.ts';
import type { JobContext } from '../../calls.ts';
import { existingFor } from './existing.ts';
import { readOnce } from './lastRead.ts';
import { rowsPerFile } from './readSheets.ts';
import { subdistrictsThere } from './subdistricts.ts';

export interface ImportChoice {
  token: string;
  more?: string[] | undefined;
  rootId: string | null;
  mapping: ImportMapping;
}

/**
 * Throws `exchange.rootGone` and what `readSheets` throws. A file changed between preview and apply is simply planned as it now is.
 */
export async function planFile(context: JobContext, { token, more, rootId, mapping }: ImportChoice): Promise<ImportPlan & { fileName: string }> {
  const existing = existingFor(context.db);
  if (mapping.form === 'subdistricts') existing.classes = subdistrictsThere(context.db);
  const { rows, rowNumbers, name, names } = await readOnce(context, { token, more }, existing.levels);
  if (rootId !== null && !existing.units.some((unit) => unit.id === rootId)) throw new AppError('exchange.rootGone');
  const plan = planImport(rows, rowNumbers, mapping, existing, rootId, context.newId, (done, total) => context.progress('exchange.plan', done, total));
  if (names.length === 1) return { ...plan, fileName: name };
  const badRows = plan.badRows.map((bad) => ({ ...bad, rowNumber: bad.rowNumber % rowsPerFile, file: names[Math.floor(bad.rowNumber / rowsPerFile)]! }));
  const inFile = <Line extends { rowNumber: number }>(lines: Line[]): Line[] => lines.map((line) => ({ ...line, rowNumber: line.rowNumber % rowsPerFile }));
  const { renames, moves, details, gone } = plan.changes;
  return { ...plan, badRows, changes: { renames: inFile(renames), moves: inFile(moves), details: inFile(details), gone }, fileName: `${name} +${names.length - 1}` };
}
