// Sheets that come back, on a real file: written by us, filled and sorted, booked once, undone whole; saved by LibreOffice; meant ill.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import type { Worksheet } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetXlsx } from '../../electron/sheets/sheetXlsx.ts';
import type { SheetLanguages } from '../../shared/model/common.ts';
import { fillAndSort, libreOffice } from '../help/libreOffice.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { readRowMark } from '../../shared/rules/returns/identity.ts';
import { targetCase } from './targetCase.ts';
import type { TargetCase } from './targetCase.ts';

let workspace: TestWorkspace;
let of: TargetCase;
let folder: string;
let dhanbad: string;
const day = '2022-04-16';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-returns-'));
  workspace = await testWorkspace();
  of = targetCase(workspace);
  dhanbad = of.unit('Dhanbad', 'district');
  await workspace.act('targets.apportion', { programmeId: of.drive, metricId: of.members, unitId: of.state, method: 'electors', total: 1_500_000, toLevelId: 'panchayat' });
});
afterAll(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const choice = (more: object = {}) => ({ kind: 'assignment' as const, unitId: dhanbad, programmeId: of.drive, metricId: of.members, detail: false, levelId: null, group: null, classificationId: null, ...more });
async function written(name: string, languages: SheetLanguages = 'hi', more: object = {}): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await sheetXlsx(workspace.ask('sheets.model', { sheet: choice(more) }), languages));
  return path;
}
/** Opens what was written, lets a person work in it, saves it again. */
async function filled(path: string, work: (sheet: Worksheet, columns: { name: number; value: number; note: number; mark: number }) => void): Promise<string> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0]!;
  const mark = sheet.columnCount;
  work(sheet, { name: 2, value: mark - 2, note: mark - 1, mark });
  await workbook.xlsx.writeFile(path);
  return path;
}
const rowsOf = (sheet: Worksheet, mark: number): number[] => Array.from({ length: sheet.rowCount }, (_, at) => at + 1).filter((row) => String(sheet.getCell(row, mark).value ?? '').startsWith('S1|r|'));
const inspect = (path: string, on = day) => workspace.act('returns.inspect', { token: 'sheet', day: on }, { sheet: path });
const book = (path: string, more: object = {}) => workspace.act('returns.book', { token: 'sheet', day, ...more }, { sheet: path });
const codeOf = async (act: Promise<unknown>) => act.then(() => 'done', (error: { code?: string }) => error.code);
const booked = () => workspace.rows<{ unitId: string; nameEn: string; value: number; source: string; note: string }>(`SELECT unitId, unit.nameEn, value, source, note FROM report JOIN unit ON unit.id = unitId WHERE sheetId IS NOT NULL ORDER BY unit.nameEn`);

describe('A sheet written by us', () => {
  test('comes back filled in and sorted by hand: every figure on its unit, once, and gone again by one undo', async () => {
    const before = workspace.record();
    const wanted: Record<string, number> = {};
    const path = await filled(await written('धनबाद.xlsx', 'both'), (sheet, column) => {
      const rows = rowsOf(sheet, column.mark);
      rows.forEach((row, at) => {
        if (at === 2) return;
        wanted[readRowMark(String(sheet.getCell(row, column.mark).value))!.unitId] = 500 + at;
        sheet.getCell(row, column.value).value = 500 + at;
        if (at === 0) sheet.getCell(row, column.note).value = 'फ़ोन पर बताया';
      });
      // Turned upside down, whole rows at a time.
      const whole = rows.map((row) => Array.from({ length: column.mark }, (_, at) => sheet.getCell(row, at + 1).value));
      rows.forEach((row, at) => whole[rows.length - 1 - at]!.forEach((value, index) => { sheet.getCell(row, index + 1).value = value; }));
    });
    const preview = await inspect(path);
    expect(preview).toMatchObject({ unitEn: 'Dhanbad', programmeEn: 'Membership drive', bookedDay: null, unread: [], counts: { toBook: Object.keys(wanted).length, empty: 1, missing: 0, doubtful: 0, refused: 0 } });
    expect(workspace.record()).toBe(before);
    expect(await book(path)).toEqual({ booked: Object.keys(wanted).length });
    expect(Object.fromEntries(booked().map(({ unitId, value }) => [unitId, value]))).toEqual(wanted);
    expect(booked().filter(({ note }) => note !== '')).toMatchObject([{ source: 'sheet', note: 'फ़ोन पर बताया' }]);
    expect(workspace.ask('returns.list', {})).toMatchObject([{ fileName: 'धनबाद.xlsx', figures: Object.keys(wanted).length, unitEn: 'Dhanbad' }]);

    // The same again, also under another name and for another day: nothing twice.
    expect(await codeOf(book(path))).toBe('returns.bookedBefore');
    expect(await inspect(path, '2022-04-15')).toMatchObject({ bookedDay: workspace.ask('returns.list', {})[0]!.receivedDay });
    // With one figure more it is another sheet: only that one is booked.
    await filled(path, (sheet, column) => { for (const row of rowsOf(sheet, column.mark)) sheet.getCell(row, column.value).value ??= 7; });
    expect(await inspect(path)).toMatchObject({ bookedDay: null, counts: { toBook: 1, same: Object.keys(wanted).length } });
    expect(await book(path)).toEqual({ booked: 1 });
    await workspace.act('history.undo', {});
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('with the next level in detail comes back from all its tables', async () => {
    const before = workspace.record();
    let filledIn = 0;
    const path = await filled(await written('detail.xlsx', 'hi', { detail: true }), (sheet, column) => {
      for (const row of rowsOf(sheet, column.mark)) { sheet.getCell(row, column.value).value = 3; filledIn += 1; }
    });
    const { counts } = await inspect(path);
    expect(counts.toBook).toBeGreaterThanOrEqual(filledIn);
    expect(counts.toBook + counts.empty).toBe(workspace.ask('sheets.model', { sheet: choice({ detail: true }) }).sections.reduce((sum, { rows }) => sum + rows.length, 0));
    expect(counts.missing).toBe(0);
    await book(path);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('says what is doubtful and what it refuses; a figure left out is not booked', async () => {
    const before = workspace.record();
    const [first, second] = workspace.ask('targets.board', { programmeId: of.drive, metricId: of.members, unitId: dhanbad }).rows;
    await workspace.act('progress.record', { programmeId: of.drive, metricId: of.members, unitId: first!.id, day: '2022-04-10', value: 900, source: 'phone' });
    const at = (sheet: Worksheet, column: { name: number; mark: number }, unitId: string) => rowsOf(sheet, column.mark).find((row) => String(sheet.getCell(row, column.mark).value).includes(unitId))!;
    const path = await filled(await written('doubt.xlsx', 'en'), (sheet, column) => {
      sheet.getCell(at(sheet, column, first!.id), column.value).value = 800;
      sheet.getCell(at(sheet, column, second!.id), column.value).value = 99_99_999;
      const third = rowsOf(sheet, column.mark)[4]!;
      sheet.getCell(third, column.name).value = 'Somewhere else';
      sheet.getCell(third, column.value).value = 5;
      sheet.getCell(rowsOf(sheet, column.mark)[5]!, column.value).value = { formula: '1+1', result: 2 };
      sheet.getCell(rowsOf(sheet, column.mark)[6]!, column.value).value = 'about fifty';
    });
    await workspace.act('targets.issue', { programmeId: of.drive, metricId: of.members, unitId: second!.id, wholeTree: false });
    const preview = await inspect(path);
    const line = (unitId: string) => preview.lines.find((one) => one.unitId === unitId)!;
    expect(line(first!.id)).toMatchObject({ before: 900, doubts: ['lower'], refused: null });
    expect(line(second!.id)).toMatchObject({ doubts: ['tooMuch', 'oldRevision'] });
    expect(preview.lines.filter(({ refused }) => refused !== null)).toMatchObject([{ name: 'Somewhere else', refused: 'otherName' }]);
    expect(preview.unread.map(({ cause }) => cause).sort()).toEqual(['formula', 'notANumber']);
    expect(await book(path, { leaveOut: [second!.id] })).toEqual({ booked: 1 });
    expect(booked()).toMatchObject([{ nameEn: first!.nameEn, value: 800 }]);
    // What was left out can still be booked; what was booked is not booked again, on no day.
    expect(await inspect(path, '2022-04-15')).toMatchObject({ bookedDay: null, counts: { toBook: 1, same: 1 } });
    expect(await book(path)).toEqual({ booked: 1 });
    expect(workspace.ask('returns.list', {})).toMatchObject([{ figures: 2 }]);
    expect(await codeOf(book(path))).toBe('returns.bookedBefore');
    for (let step = 0; step < 4; step++) await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test.skipIf(!libreOffice)(`filled, sorted by electors and saved by LibreOffice: every figure on its unit${libreOffice ? '' : ' (skipped: LibreOffice is not installed here)'}`, async () => {
    const before = workspace.record();
    const path = await written('office.xlsx', 'hi');
    const { columns, rows, returns } = workspace.ask('sheets.model', { sheet: choice() }).sections[0]!;
    const at = (key: string) => columns.findIndex((column) => column.key === key);
    const target = join(folder, 'gespeichert.xlsx');
    await fillAndSort(path, target, { value: at('achieved'), mark: columns.length, sortBy: at('electors') });
    const preview = await inspect(target);
    expect(preview).toMatchObject({ unread: [], counts: { toBook: rows.length, missing: 0, refused: 0 } });
    // Really sorted: the rows do not stand as they went out.
    const order = preview.lines.map(({ unitId }) => unitId);
    expect(order).not.toEqual(returns!.rows.map((row) => row!.unitId));
    await book(target);
    // Row 4 in Excel is the first: LibreOffice gave it 1003.
    const byUnit = new Map(workspace.rows<{ unitId: string; value: number }>('SELECT unitId, value FROM report WHERE sheetId IS NOT NULL').map(({ unitId, value }) => [unitId, value]));
    expect(returns!.rows.map((row) => byUnit.get(row!.unitId))).toEqual(rows.map((_, index) => 1003 + index));
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  }, 180_000);
});

describe('What is no filled sheet of ours', () => {
  test.each([
    ['a CSV', 'a,b\n1,2\n', 'returns.notWorkbook'], ['nothing', '', 'import.empty'], ['a page', '<html><table></table></html>', 'returns.notWorkbook'],
    ['a broken archive', 'PK\u0003\u0004 and no more', 'import.notReadable'],
  ])('%s is refused with a clear word', async (_, content, code) => {
    const before = workspace.record();
    const path = join(folder, 'hostile.xlsx');
    writeFileSync(path, content);
    expect(await codeOf(inspect(path))).toBe(code);
    expect(await codeOf(book(path))).toBe(code);
    expect(workspace.record()).toBe(before);
  });

  test('another workbook, another campaign\'s sheet, a file that is gone, a day to come', async () => {
    const before = workspace.record();
    const path = join(folder, 'other.xlsx');
    const workbook = new Workbook();
    workbook.addWorksheet('Sheet1').addRows([['Block', 'Achieved'], ['Tundi', 5]]);
    await workbook.xlsx.writeFile(path);
    expect(await codeOf(inspect(path))).toBe('returns.notOurs');
    const elsewhere = await testWorkspace({ kind: 'new', nameEn: 'Bihar', nameHi: 'बिहार' });
    const ours = await written('ours.xlsx');
    await filled(ours, (sheet, column) => { sheet.getCell(rowsOf(sheet, column.mark)[0]!, column.value).value = 1; });
    expect(await codeOf(elsewhere.act('returns.inspect', { token: 'sheet', day }, { sheet: ours }))).toBe('returns.otherCampaign');
    elsewhere.close();
    expect(await codeOf(inspect(ours, '2030-01-01'))).toBe('progress.inFuture');
    rmSync(ours);
    expect(await codeOf(inspect(ours))).toBe('exchange.fileGone');
    expect(existsSync(ours)).toBe(false);
    expect(workspace.record()).toBe(before);
  });

  test('an archive that unpacks without end and a sheet of very many rows are refused before they are read whole', async () => {
    const path = join(folder, 'many.xlsx');
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Sheet1');
    for (let row = 0; row < 25_000; row++) sheet.addRow([row, 'x']);
    await workbook.xlsx.writeFile(path);
    expect(await codeOf(inspect(path))).toBe('import.tooManyRows');
    expect(readFileSync(path).length).toBeLessThan(3_000_000);
  });
});
