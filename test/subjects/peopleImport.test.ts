// Leaders from sheets on a real file: both scripts, units by code and by name, every bad row with its cause, one step, undone whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
let folder: string;
beforeAll(async () => {
  file = await testWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'sangathan-people-'));
});
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});
const sheet = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return { sheet: join(folder, name) };
};
const undo = () => file.act('history.undo', {});

const hindi = `जिला समितियाँ 2022
क्रमांक,नाम,पद,जिला,प्रखंड,मोबाइल,पद कब से
1,सुनीता देवी,उपाध्यक्ष,धनबाद,बाघमारा,98765 43210,01-04-2022
2,Ram Kumar Mahto,General secretary,Dhanbad,Bagmara,९८७६५४३२११,
3,करमा उराँव,मुखिया,रांची,,,
4,पुराने साथी,पुराने नेता,,,9876500000,
5,,महासचिव,धनबाद,,,
6,गीता देवी,महासचिव,धनबाद,कहीं नहीं,,
7,सीता देवी,महासचिव,धनबाद,बाघमारा,abc,
8,मोहन,महासचिव,धनबाद,बाघमारा,,32-01-2022
9,सोहन,,धनबाद,बाघमारा,,
10,श्याम,महासचिव,धनबाद,बाघमारा,9876543210,
11,सुनीता देवी,उपाध्यक्ष,धनबाद,बाघमारा,9876543210,
12,कोई और,महासचिव,धनबाद,बाघमारा,0000000122,
13,जिला समन्वयक धनबाद,जिला समन्वयक,धनबाद,,,
`;

it('columns are guessed, every row is new, there or bad with its cause; one step adds, one undo takes it back', async () => {
  const files = sheet('leaders.csv', `\uFEFF${hindi}`);
  const seen = await file.act('peopleImport.inspect', { token: 'sheet' }, files);
  expect(seen).toMatchObject({ rows: 13, guess: { headerRow: 1, name: 1, nameHi: null, post: 2, phone: 5, fromDay: 6, units: [{ levelId: 'district', column: 3 }, { levelId: 'block', column: 4 }] } });
  const mapping = seen.guess!;
  const preview = await file.act('peopleImport.preview', { token: 'sheet', mapping }, files);
  expect(preview.bad.map(({ rowNumber, column, cause, value }) => [rowNumber, column, cause, value])).toEqual([
    [7, 'नाम', 'nameMissing', ''], [8, 'प्रखंड', 'unitUnknown', 'कहीं नहीं'], [9, 'मोबाइल', 'phoneWrong', 'abc'], [10, 'पद कब से', 'dayWrong', '32-01-2022'],
    [11, 'पद', 'postMissing', ''], [12, 'मोबाइल', 'phoneTwice', '9876543210'], [13, 'नाम', 'twice', 'सुनीता देवी'], [14, 'मोबाइल', 'phoneTaken', '0000000122'],
  ]);
  expect(preview).toMatchObject({ added: 4, there: 1 });
  const before = file.record();
  expect(await file.act('peopleImport.apply', { token: 'sheet', mapping }, files)).toEqual({ added: 4 });
  const [sunita] = file.ask('people.list', { text: 'sunita devi' }).rows;
  expect(sunita).toMatchObject({ nameHi: 'सुनीता देवी', titleHi: 'उपाध्यक्ष', unitNameEn: 'Baghmara', phone: '98765 43210' });
  expect(file.ask('people.get', { id: sunita!.id }).posts).toMatchObject([{ postKindId: 'vicePresident', fromDay: '2022-04-01' }]);
  expect(file.ask('people.list', { text: 'ram kumar mahto' }).rows[0]).toMatchObject({ titleEn: 'General secretary', unitNameEn: 'Baghmara', phone: '9876543211' });
  expect(file.ask('people.list', { text: 'करमा' }).rows[0]).toMatchObject({ titleHi: 'मुखिया', unitNameEn: 'Ranchi' });
  expect(file.ask('people.list', { text: 'पुराने साथी' }).rows[0]).toMatchObject({ veteran: true, titleEn: '', unitId: null });
  // The same sheet again: everybody is there already.
  expect(await file.act('peopleImport.preview', { token: 'sheet', mapping }, files)).toMatchObject({ added: 0 });
  await undo();
  expect(file.record()).toBe(before);
});

it('units by code, whatever the names say; equal names in two districts are unclear without the district', async () => {
  const code = file.rows<{ code: string }>(`SELECT code FROM unit WHERE levelId = 'block' AND nameEn = 'Baghmara'`)[0]!.code;
  const files = sheet('codes.csv', `Name,Designation,LGD code\nA Worker,Block president,${code}\nB Worker,Treasurer,999999999\n`);
  const { guess } = await file.act('peopleImport.inspect', { token: 'sheet' }, files);
  const preview = await file.act('peopleImport.preview', { token: 'sheet', mapping: guess! }, files);
  expect(preview.first).toMatchObject([{ nameEn: 'A Worker', unitEn: 'Baghmara' }]);
  expect(preview.bad).toMatchObject([{ rowNumber: 3, cause: 'unitUnknown', value: '999999999' }]);
  const [twice] = file.rows<{ nameEn: string }>(`SELECT nameEn FROM unit WHERE levelId = 'panchayat' GROUP BY nameEn HAVING COUNT(*) > 1 LIMIT 1`);
  const unclear = sheet('unclear.csv', `Name,Post,Panchayat\nC Worker,Panchayat president,${twice!.nameEn}\n`);
  const { guess: second } = await file.act('peopleImport.inspect', { token: 'sheet' }, unclear);
  expect(await file.act('peopleImport.preview', { token: 'sheet', mapping: second! }, unclear)).toMatchObject({ added: 0, bad: [{ cause: 'unitUnclear' }] });
  await expect(file.act('peopleImport.apply', { token: 'sheet', mapping: second! }, unclear)).rejects.toMatchObject({ code: 'peopleImport.nobodyNew' });
});
