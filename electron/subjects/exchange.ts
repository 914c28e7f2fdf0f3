// Calls about flat sheets that come in: choose the file, see what would be added, add it in one step.
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/model/common.ts';
import { guessColumns } from '../../shared/rules/importing/guessColumns.ts';
import type { Calls } from '../calls.ts';
import { readTable } from '../sheets/readTable.ts';
import { importLinesShown } from '../../shared/model/importing.ts';
import { applyChanges, wantedOf } from './import/applyChanges.ts';
import { seatsByNumber } from './import/existing.ts';
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
    const { adds: _, fileName: __, changes, ...preview } = await planFile(context, choice);
    const shown = <Line>(lines: Line[]): Line[] => lines.slice(0, importLinesShown);
    return {
      ...preview,
      changes: { renames: shown(changes.renames), moves: shown(changes.moves), details: shown(changes.details), gone: shown(changes.gone) },
      changeCounts: { renames: changes.renames.length, moves: changes.moves.length, details: changes.details.length, gone: changes.gone.length },
    };
  },

  'exchange.apply': async (context, { wanted, ...choice }) => {
    const plan = await planFile(context, choice);
    const { fileName } = plan;
    const day = wanted.day ?? context.today;
    if (day > context.today) throw new AppError('reorganisation.futureDay', { day, today: context.today });
    const adds = wanted.add ? plan.adds : [];
    const changes = wantedOf(plan.changes, wanted);
    if (!wanted.add) {
      const coming = new Set(plan.adds.map(({ id }) => id));
      changes.moves = changes.moves.filter(({ toId }) => !coming.has(toId));
    }
    const changed = Object.values(changes).some((lines) => lines.length > 0);
    if (adds.length === 0 && !changed) throw new AppError('exchange.nothingToAdd');
    if (adds.length > 0) insertUnits(context, adds, wanted.opensNew ? day : null);
    const applied = changed ? applyChanges(context, changes, day, fileName, seatsByNumber(context.db)) : { renamed: 0, moved: 0, detailed: 0, closed: 0 };
    const counts = { added: adds.length, ...applied };
    context.summarise(changed ? 'exchange.update' : 'exchange.apply', { ...(changed ? counts : { count: adds.length }), fileName });
    return counts;
  },
} satisfies Calls<'exchange'>;
