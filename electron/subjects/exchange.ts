// Calls about flat sheets that come in: choose the file, see what would be added, add it in one step.
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/model/common.ts';
import { guessColumns } from '../../shared/rules/importing/guessColumns.ts';
import type { Calls } from '../calls.ts';
import { readTable } from '../sheets/readTable.ts';
import { insertUnits } from './import/insertUnits.ts';
import { planFile } from './import/planFile.ts';

const rowsShown = 30;
const chooseTitle: Record<Language, string> = { en: 'Choose a sheet', hi: 'शीट चुनें' };

export const exchange = {
  'exchange.choose': async (context) => {
    const path = await context.host.chooseToOpen(chooseTitle[context.desk.settings().language], [{ name: 'Excel, CSV', extensions: ['xlsx', 'csv'] }]);
    if (path === null) return null;
    const name = basename(path);
    const table = await readTable(path).catch((error: unknown) => {
      throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name });
    });
    // "Sheet1" says nothing about what is in it, the file's name may.
    const hint = /^sheet\s*\d*$/i.test(table.sheetName) ? name : table.sheetName;
    const guess = guessColumns(table.rows, context.query('units.levels', {}), hint);
    return { token: context.keepPath(path), name, rows: table.rows.length, sample: table.rows.slice(0, rowsShown), rowNumbers: table.rowNumbers.slice(0, rowsShown), guess };
  },

  'exchange.preview': async (context, choice) => {
    const { adds: _, fileName: __, ...preview } = await planFile(context, choice);
    return preview;
  },

  'exchange.apply': async (context, choice) => {
    const { adds, fileName } = await planFile(context, choice);
    if (adds.length === 0) throw new AppError('exchange.nothingToAdd');
    insertUnits(context, adds);
    context.summarise('exchange.apply', { count: adds.length, fileName });
    return { added: adds.length };
  },
} satisfies Calls<'exchange'>;
