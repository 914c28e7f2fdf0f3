// The notice of an order: what it says in both languages, who must be told with phones, and the same as page, workbook and CSV.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTableBytes } from '../../electron/sheets/readTable.ts';
import { sheetCsv } from '../../electron/sheets/sheetCsv.ts';
import { sheetXlsx } from '../../electron/sheets/sheetXlsx.ts';
import { SheetModel } from '../../shared/model/sheet.ts';
import type { Text } from '../../shared/model/sheet.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let workspace: TestWorkspace;
let model: SheetModel;
let orderId: string;
beforeAll(async () => {
  workspace = await testWorkspace();
  orderId = workspace.ask('programmes.orders', {}).rows[0]!.id;
  model = workspace.ask('sheets.model', { sheet: { kind: 'extensionNotice', orderId } });
});
afterAll(() => workspace.close());

const said = (of: SheetModel, heading: string, language: 'en' | 'hi') =>
  (of.sections.find((section) => section.heading[language] === heading)?.rows ?? []).map((row) => row.slice(1).map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : (cell as Text)[language])).join(' | '));

test('old and new days, by whose order and why', () => {
  expect(SheetModel.parse(model)).toEqual(model);
  expect(model.title).toEqual({ hi: 'तिथि विस्तार की सूचना: सदस्यता अभियान', en: 'Notice of extension: Membership drive' });
  expect(model.facts.map(({ label, value }) => `${label.hi}: ${value.hi}`).slice(1, 4)).toEqual(['आदेश तिथि: 31-03-2022', 'पहले की अवधि: 01-03-2022 से 31-03-2022', 'नई अवधि: 01-03-2022 से 15-04-2022']);
});

test('what moves, by which link, and what is in the way, in Hindi and in English', () => {
  expect(said(model, 'तिथियाँ जो बदलती हैं', 'hi').slice(0, 3)).toEqual([
    'सदस्यता अभियान | 01-03-2022 से 31-03-2022 | 01-03-2022 से 15-04-2022 | यह आदेश',
    'संवाद कार्यक्रम | 12-04-2022 से 20-04-2022 | 18-04-2022 से 26-04-2022 | “सदस्यता अभियान” की समाप्ति के कम से कम 3 दिन बाद',
    'संवाद कार्यक्रम: जिला | 12-04-2022 से 13-04-2022 | 18-04-2022 से 19-04-2022 | कार्यक्रम के साथ',
  ]);
  expect(said(model, 'Dates that change', 'en').at(-1)).toBe('State review meeting | 21-04-2022 | 27-04-2022 | at least 1 day after the end of “Dialogue programme”');
  expect(said(model, 'To be settled', 'en')[1]).toBe('Membership drive | 10-04-2022 | blackout day: Ram Navami');
});

test('who must be told: leaders of programmes, people of meetings, who answers for the districts; each once, with a phone', () => {
  const told = said(model, 'Who must be told', 'en');
  for (const line of ['Membership in-charge | Leads: Membership drive | 0000000106 | ', 'State in-charge | Leads: Dialogue programme | 0000000101 | ']) expect(told).toContain(line);
  const { tell } = workspace.ask('programmes.getOrder', { id: orderId });
  expect(new Set(tell.map(({ personId }) => personId)).size).toBe(tell.length);
  expect(tell.every(({ phone }) => phone !== null && /^\d{10}$/.test(phone))).toBe(true);
  const coordinators = workspace.rows<{ id: string }>(`SELECT DISTINCT personId AS id FROM responsibility JOIN person ON person.id = personId`).map(({ id }) => id);
  expect(coordinators.filter((id) => !tell.some(({ personId }) => personId === id))).toEqual([]);
});

test('who must be told is sorted by the name as it is shown, Hindi or English', () => {
  for (const language of ['hi', 'en'] as const) {
    const { sections } = workspace.ask('sheets.model', { sheet: { kind: 'extensionNotice', orderId }, language });
    const names = sections.at(-1)!.rows.map((row) => (row[1] as Text)[language]);
    expect(names.length).toBeGreaterThan(10);
    expect(names).toEqual(names.toSorted(new Intl.Collator(language, { numeric: true }).compare));
  }
});

test('the workbook and the CSV say the same, and hostile words of an order stay words', async () => {
  const drive = workspace.ask('programmes.list', {})[0]!.id;
  const { id } = await workspace.act('programmes.order', { programmeId: drive, kind: 'extension', orderDay: '2022-04-14', toDay: '2022-04-20', orderBy: '=HYPERLINK("http://x")', reason: '<script>alert(1)</script>' });
  const hostile = workspace.ask('sheets.model', { sheet: { kind: 'extensionNotice', orderId: id } });
  expect(workspace.ask('sheets.html', { sheet: { kind: 'extensionNotice', orderId: id }, languages: 'both' }).html).not.toContain('<script>alert');
  const csv = (await readTableBytes('x.csv', sheetCsv(hostile, 'hi'))).rows.flat();
  expect(csv.every((cell) => !cell.startsWith('='))).toBe(true);
  const rows = (await readTableBytes('x.xlsx', await sheetXlsx(model, 'hi'))).rows;
  expect(rows.find((row) => row[1] === 'संवाद कार्यक्रम')?.slice(2, 4)).toEqual(['12-04-2022 से 20-04-2022', '18-04-2022 से 26-04-2022']);
});

test('without days in force the notice says so, and lists what waits', async () => {
  const dialogue = workspace.ask('programmes.list', {})[1]!.id;
  const { id } = await workspace.act('programmes.order', { programmeId: dialogue, kind: 'untilFurtherNotice', orderDay: '2022-04-19', orderBy: 'State president' });
  const notice = workspace.ask('sheets.model', { sheet: { kind: 'extensionNotice', orderId: id } });
  expect(notice.title.hi).toBe('अगले आदेश तक स्थगन की सूचना: संवाद कार्यक्रम');
  expect(notice.facts.find(({ label }) => label.en === 'New dates')?.value.hi).toBe('अगले आदेश तक स्थगित');
  expect(said(notice, 'बिना तिथि के', 'hi')).toEqual(['संवाद कार्यक्रम: जिला | 23-04-2022 से 24-04-2022', 'संवाद कार्यक्रम: प्रखंड | 25-04-2022 से 27-04-2022', 'संवाद कार्यक्रम: पंचायत | 28-04-2022 से 29-04-2022', 'संवाद कार्यक्रम: बूथ | 30-04-2022 से 01-05-2022']);
  expect(said(notice, 'What stays as it is', 'en')).toEqual(['State review meeting | 02-05-2022 | what it hangs on has no date any more']);
});
