// Blackout days on a real file: kept, asked for by place, and from a sheet with every bad row's cause; the same sheet twice adds nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let workspace: TestWorkspace;
let folder: string;
beforeAll(async () => {
  workspace = await testWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'sangathan-blackouts-'));
});
afterAll(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
const sheet = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return { sheet: join(folder, name) };
};
const unit = (nameEn: string, levelId: string) => workspace.rows<{ id: string }>('SELECT id FROM unit WHERE nameEn = ? AND levelId = ?', nameEn, levelId)[0]!.id;

const calendar = `2022 के वर्जित दिन
क्रमांक,अवसर,प्रकार,तिथि,तक,जिला
1,बुद्ध पूर्णिमा,त्योहार,16-05-2022,,
2,Intermediate exam,Exam,02-05-2022,10-05-2022,Dhanbad
3,आचार संहिता,आचार संहिता,०१-०६-२०२२ से ०५-०६-२०२२,,रांची
4,राम नवमी,त्योहार,10-04-2022,,
5,,त्योहार,10-05-2022,,
6,मेला,त्योहार,31-04-2022,,
7,मेला,त्योहार,10-05-2022,01-05-2022,
8,मेला,जलसा,10-05-2022,,
9,मेला,त्योहार,10-05-2022,,कहीं नहीं
10,बुद्ध पूर्णिमा,त्योहार,16/05/2022,,पूरा प्रदेश
11,मेला,त्योहार,,,
12,मेला,त्योहार,10-05-2022,10-05-2032,
`;

test('from a sheet: what is new, what is there already, and every bad row with row, column and cause; twice adds nothing; one undo', async () => {
  const before = workspace.record();
  const files = sheet('calendar.csv', calendar);
  const { guess, rows } = await workspace.act('blackouts.inspect', { token: 'sheet' }, files);
  expect([rows, guess]).toEqual([12, { headerRow: 1, name: 1, nameHi: null, kind: 2, fromDay: 3, toDay: 4, unit: 5 }]);
  const preview = await workspace.act('blackouts.preview', { token: 'sheet', mapping: guess! }, files);
  expect(preview.first.map(({ nameEn, nameHi, kind, fromDay, toDay, unitNameEn }) => [nameEn, nameHi, kind, fromDay, toDay, unitNameEn])).toEqual([
    [expect.any(String), 'बुद्ध पूर्णिमा', 'festival', '2022-05-16', '2022-05-16', null],
    ['Intermediate exam', null, 'exam', '2022-05-02', '2022-05-10', 'Dhanbad'],
    [expect.any(String), 'आचार संहिता', 'modelCode', '2022-06-01', '2022-06-05', 'Ranchi'],
  ]);
  expect(preview.there).toBe(1);
  expect(preview.bad.map(({ rowNumber, column, cause, value }) => [rowNumber, column, cause, value])).toEqual([
    [7, 'अवसर', 'nameMissing', ''], [8, 'तिथि', 'dayWrong', '31-04-2022'], [9, 'तक', 'endBeforeStart', '01-05-2022'], [10, 'प्रकार', 'kindUnknown', 'जलसा'],
    [11, 'जिला', 'unitUnknown', 'कहीं नहीं'], [12, 'अवसर', 'twice', 'बुद्ध पूर्णिमा'], [13, 'तिथि', 'dayMissing', ''], [14, 'तक', 'tooLong', '10-05-2032'],
  ]);
  expect(await workspace.act('blackouts.import', { token: 'sheet', mapping: guess! }, files)).toEqual({ added: 3 });
  await expect(workspace.act('blackouts.import', { token: 'sheet', mapping: guess! }, files)).rejects.toMatchObject({ code: 'blackouts.nothingNew' });
  expect((await workspace.act('blackouts.preview', { token: 'sheet', mapping: guess! }, files)).there).toBe(5);
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
});

test('those of a place are its own, those above and below it, and those of the whole state', async () => {
  const [dhanbad, baghmara, ranchi] = [unit('Dhanbad', 'district'), unit('Baghmara', 'block'), unit('Ranchi', 'district')];
  const fields = { nameHi: null, kind: 'exam' as const, fromDay: '2022-05-01', toDay: '2022-05-03' };
  await workspace.act('blackouts.save', { id: null, fields: { ...fields, nameEn: 'In Dhanbad', unitId: dhanbad } });
  await workspace.act('blackouts.save', { id: null, fields: { ...fields, nameEn: 'In Baghmara', unitId: baghmara } });
  const names = (unitId: string | null) => workspace.ask('blackouts.list', { fromDay: '2022-05-02', toDay: '2022-05-02', unitId }).map(({ nameEn }) => nameEn);
  expect([names(null), names(dhanbad), names(baghmara), names(ranchi)]).toEqual([['In Baghmara', 'In Dhanbad'], ['In Baghmara', 'In Dhanbad'], ['In Baghmara', 'In Dhanbad'], []]);
  const [first] = workspace.ask('blackouts.list', { fromDay: '2022-05-01' });
  await workspace.act('blackouts.save', { id: first!.id, fields: { ...fields, nameEn: 'Moved', fromDay: '2022-05-09', toDay: '2022-05-09', unitId: null } });
  expect(workspace.ask('blackouts.list', { fromDay: '2022-05-09', unitId: ranchi }).map(({ nameEn }) => nameEn)).toEqual(['Moved']);
  await workspace.act('blackouts.remove', { ids: workspace.ask('blackouts.list', { fromDay: '2022-05-01' }).map(({ id }) => id) });
  expect(workspace.ask('blackouts.list', { fromDay: '2022-05-01' })).toEqual([]);
  await expect(workspace.act('blackouts.save', { id: null, fields: { ...fields, nameEn: 'X', toDay: '2022-04-01', unitId: null } })).rejects.toMatchObject({ code: 'dates.endBeforeStart' });
  await expect(workspace.act('blackouts.remove', { ids: ['none'] })).rejects.toMatchObject({ code: 'blackouts.gone' });
});
