// What is kept beside the record stays what one pass over everything gives, whatever is done, taken back and done again.
import { it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { expectKept } from '../help/derivedKept.ts';
import { testWorkspace } from '../help/workspace.ts';
import { seeded } from '../rules/seeded.ts';

it('moves, splits, closings and imports of figures leave the sums, places and classes right, also undone (seed 5)', async () => {
  const file = await testWorkspace();
  const { whole } = seeded(5);
  const pick = <Row,>(rows: readonly Row[]): Row => rows[whole(0, rows.length - 1)]!;
  const openOf = (levelId: string) => file.rows<{ id: string; parentId: string }>('SELECT id, parentId FROM unit WHERE levelId = ? AND closedDay IS NULL ORDER BY path', levelId);
  const belowOf = (id: string) => file.rows<{ id: string }>('SELECT id FROM unit WHERE parentId = ? AND closedDay IS NULL ORDER BY path', id).map((unit) => unit.id);
  const order = { orderBy: '', reason: '', day: '2022-04-10' };
  const acts: Record<string, () => Promise<unknown>> = {
    // The largest districts have thousands of booths: above every number from which all is worked out anew.
    splitDistrict: () => {
      const { id } = pick(openOf('district'));
      const children = belowOf(id);
      return file.act('reorganisation.apply', { kind: 'split', ...order, unitId: id, childIds: children.slice(0, Math.ceil(children.length / 2)), nameEn: 'New', nameHi: null, code: null, partNumber: null, percent: null, runOn: true, keepClasses: true });
    },
    moveBlock: () => file.act('units.move', { id: pick(openOf('block')).id, parentId: pick(openOf('district')).id }),
    movePanchayat: () => file.act('units.move', { id: pick(openOf('panchayat')).id, parentId: pick(openOf('block')).id }),
    closeBlock: () => file.act('units.close', { id: pick(openOf('block')).id, day: '2022-04-14' }),
    electors: () => file.act('units.update', { id: pick(openOf('booth')).id, fields: { electors: whole(0, 2000) } }),
    undo: () => file.act('history.undo', {}),
    redo: () => file.act('history.redo', {}),
  };
  // After a star everything is compared.
  const names = ['splitDistrict', 'moveBlock', 'movePanchayat *', 'undo', 'redo', 'splitDistrict', 'closeBlock *', 'electors', 'undo', 'undo', 'undo *', 'redo', 'moveBlock'];
  for (const [at, name] of names.entries()) {
    await acts[name.split(' ')[0]!]!().catch((error: unknown) => { if (!(error instanceof AppError)) throw error; });
    if (name.endsWith('*')) await expectKept(file, `${at}`);
  }
  await expectKept(file, 'end');
  file.close();
}, 180_000);
