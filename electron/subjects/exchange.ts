// Calls about flat sheets that come in: choose files, see what they are and what would be added, add it in one step.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/model/common.ts';
import { guessSheet, shapeOf } from '../../shared/rules/importing/guessSheet.ts';
import type { Calls } from '../calls.ts';
import { importLinesShown } from '../../shared/model/importing.ts';
import { applyChanges, wantedOf } from './import/applyChanges.ts';
import { importLevels, seatsByNumber } from './import/existing.ts';
import { insertSeats } from './import/insertSeats.ts';
import { insertUnits } from './import/insertUnits.ts';
import { letGo, readOnce } from './import/lastRead.ts';
import { planFile } from './import/planFile.ts';
import { putGroups } from './import/subdistricts.ts';
import { rowsPerFile } from './import/readSheets.ts';

const rowsShown = 30;
/** As many as a mapping may hold matches of. */
const mostBodies = 2000;
const chooseTitle: Record<Language, string> = { en: 'Choose a sheet', hi: 'शीट चुनें' };

/** The name alone, without what no system takes in one. */
const safeName = (name: string): string => (basename(name.replaceAll('\\', '/')).replaceAll(/[<>:"|?*\p{Cc}]/gu, '_').slice(-200) || 'sheet');

export const exchange = {
  'exchange.choose': async (context) => {
    const paths = await context.host.chooseSeveral(chooseTitle[context.desk.settings().language], [{ name: 'Excel, CSV, GeoJSON', extensions: ['xlsx', 'xls', 'xml', 'csv', 'txt', 'tsv', 'geojson', 'topojson', 'json'] }]);
    return paths.length === 0 ? null : paths.map((path) => ({ token: context.keepPath(path), name: basename(path) }));
  },

  'exchange.drop': async (context, { files }) => {
    const folder = join(context.host.userFolder, 'dropped');
    // Of what was dropped before, nothing is needed any more.
    rmSync(folder, { recursive: true, force: true });
    return files.map(({ name, base64 }, at) => {
      const path = join(folder, String(at), safeName(name));
      mkdirSync(join(folder, String(at)), { recursive: true });
      writeFileSync(path, Buffer.from(base64, 'base64'));
      return { token: context.keepPath(path), name: basename(path) };
    });
  },

  'exchange.inspect': async (context, files) => {
    const levels = importLevels(context.db);
    const { rows, rowNumbers, headerRow, name, hint, recognised } = await readOnce(context, files, levels);
    const { official, ...seen } = recognised;
    const { kind, mapping } = guessSheet(official, rows, headerRow, levels, hint);
    return {
      ...files, name, rows: Math.max(0, rows.length - headerRow - 1), headerRow, shape: shapeOf(rows[Math.max(0, headerRow)] ?? []),
      recognised: { kind, ...seen }, guess: mapping,
      sample: rows.slice(0, rowsShown), rowNumbers: rowNumbers.slice(0, rowsShown).map((rowNumber) => rowNumber % rowsPerFile),
    };
  },

  'exchange.preview': async (context, choice) => {
    const { adds: _, fileName: __, changes, groups, bodies, ...preview } = await planFile(context, choice);
    const shown = <Line>(lines: Line[]): Line[] => lines.slice(0, importLinesShown);
    return {
      ...preview,
      bodies: bodies.slice(0, mostBodies),
      groups: groups && { classes: groups.classes, split: shown(groups.split), splitCount: groups.split.length },
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
    const grouped = plan.groups === null ? 0 : putGroups(context, plan.groups);
    if (adds.length === 0 && !changed && grouped === 0) throw new AppError('exchange.nothingToAdd');
    const seatsUsed = new Set([...adds.map((add) => add.constituencyNumber), ...changes.details.map(({ field, to }) => (field === 'seat' ? Number(to) : null))]);
    insertSeats(context, plan.seats.filter(({ number }) => seatsUsed.has(number)));
    if (adds.length > 0) insertUnits(context, adds, wanted.opensNew ? day : null);
    const applied = changed ? applyChanges(context, changes, day, fileName, seatsByNumber(context.db)) : { renamed: 0, moved: 0, detailed: 0, closed: 0 };
    letGo();
    const counts = { added: adds.length, ...applied, grouped };
    if (grouped > 0) context.summarise('exchange.groups', { count: grouped, fileName });
    else context.summarise(changed ? 'exchange.update' : 'exchange.apply', { ...(changed ? counts : { count: adds.length }), fileName });
    return counts;
  },
} satisfies Calls<'exchange'>;
