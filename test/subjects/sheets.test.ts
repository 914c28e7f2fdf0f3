// The sheets of a real file: right counts and sums, who is responsible, when the leader comes, and the same in HTML and workbook.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EffectContext } from '../../electron/calls.ts';
import type { Host } from '../../electron/host.ts';
import { readTable } from '../../electron/sheets/readTable.ts';
import { fileName } from '../../electron/subjects/sheet/fileName.ts';
import { withExtension, writeWhole } from '../../electron/subjects/sheet/writeWhole.ts';
import { sheets } from '../../electron/subjects/sheets.ts';
import type { SheetModel, Text } from '../../shared/model/sheet.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let workspace: TestWorkspace;
let folder: string;
const id = { dhanbad: '', root: '', drive: '', members: '', share: '' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-sheets-'));
  workspace = await testWorkspace();
  const one = (sql: string): string => workspace.rows<{ id: string }>(sql)[0]!.id;
  id.dhanbad = one(`SELECT id FROM unit WHERE levelId = 'district' AND nameEn = 'Dhanbad'`);
  id.root = one('SELECT id FROM unit WHERE parentId IS NULL');
  id.drive = one(`SELECT id FROM programme WHERE nameEn = 'Membership drive'`);
  id.members = one(`SELECT id FROM metric WHERE nameEn = 'Members enrolled'`);
  id.share = one(`SELECT id FROM metric WHERE kind = 'share'`);
});
afterAll(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const assignment = (unitId = id.dhanbad, detail = false) => ({ kind: 'assignment' as const, unitId, programmeId: id.drive, metricId: id.members, detail, levelId: null, group: null, classificationId: null });
const modelOf = (unitId?: string, detail?: boolean): SheetModel => workspace.ask('sheets.model', { sheet: assignment(unitId, detail) });
const column = (model: SheetModel, key: string, section = 0) => {
  const { columns, rows } = model.sections[section]!;
  const at = columns.findIndex((each) => each.key === key);
  return rows.map((row) => row[at]);
};
const total = (model: SheetModel, key: string): unknown => model.sections[0]!.totals?.[model.sections[0]!.columns.findIndex((each) => each.key === key)];
const fact = (model: SheetModel, en: string): Text | undefined => model.facts.find(({ label }) => label.en === en)?.value;
const units = (sql: string, ...values: string[]): number => workspace.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE ${sql}`, ...values)[0]!.n;

test('Dhanbad: its blocks and its town with the counts the tree itself gives', () => {
  const model = modelOf();
  expect(model.title).toEqual({ hi: 'दायित्व पत्रक: धनबाद जिला', en: 'Assignment sheet: Dhanbad district' });
  const names = column(model, 'name').map((cell) => (cell as Text).en);
  expect(names).toHaveLength(units('parentId = ?', id.dhanbad));
  expect(names).toContain('Baghmara');
  expect(new Set(column(model, 'level').map((cell) => (cell as Text).hi))).toEqual(new Set(['प्रखंड', 'नगर']));

  const path = workspace.rows<{ path: string }>('SELECT path FROM unit WHERE id = ?', id.dhanbad)[0]!.path;
  const below = (levels: string) => units(`path > ? AND path < ? AND levelId IN (${levels})`, path, `${path}{`);
  expect(total(model, 'booths')).toBe(below(`'booth'`));
  expect(total(model, 'count0')).toBe(below(`'panchayat', 'ward'`));
  expect(total(model, 'electors')).toBe(workspace.rows<{ n: number }>(`SELECT SUM(electors) AS n FROM unit WHERE path > ? AND path < ? AND levelId = 'booth'`, path, `${path}{`)[0]!.n);
  const baghmara = names.indexOf('Baghmara');
  expect(column(model, 'booths')[baghmara]).toBe(units(`levelId = 'booth' AND path LIKE (SELECT path FROM unit WHERE nameEn = 'Baghmara' AND levelId = 'block' AND parentId = ?) || '%'`, id.dhanbad));
  expect(model.sections[0]!.note?.hi).toContain('प्रदर्शन');
});

test('without targets it says so and leaves the column empty', () => {
  const model = modelOf();
  expect(fact(model, 'Target')?.en).toBe('Members enrolled: Not set yet');
  expect(total(model, 'target')).toBeNull();
  expect(fact(model, 'Achieved so far')?.en).toBe('Nothing reported yet');
});

test('who answers on the day, with phone; nobody yet where nobody does; else who stands at the target', async () => {
  const model = modelOf();
  const said = model.facts.map(({ value }) => value.en);
  expect(said).toContain('District coordinator, Dhanbad');
  const phone = workspace.rows<{ phone: string }>(`SELECT number AS phone FROM personPhone JOIN person ON person.id = personId WHERE nameEn = 'District coordinator, Dhanbad'`)[0]!.phone;
  expect(fact(model, 'Phone')?.en).toBe(phone);

  const simdega = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' AND nameEn = 'Simdega'`)[0]!.id;
  expect(fact(modelOf(simdega), 'Responsible')?.hi).toBe('अभी कोई नहीं');
  const veteran = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'Veteran leader 2'`)[0]!.id;
  await workspace.act('targets.set', { programmeId: id.drive, metricId: id.members, unitId: simdega, personId: veteran });
  expect(fact(modelOf(simdega), 'Responsible')?.en).toBe('Veteran leader 2');
  await workspace.act('history.undo', {});
});

test('apportioned: the lines add up to the district, and a difference is said', async () => {
  await workspace.act('targets.apportion', { programmeId: id.drive, metricId: id.members, unitId: id.dhanbad, method: 'electors', total: 131_907, toLevelId: 'booth' });
  expect(total(modelOf(), 'target')).toBe(131_907);
  expect(column(modelOf(), 'target').every((cell) => typeof cell === 'number' && cell > 0)).toBe(true);

  await workspace.act('targets.set', { programmeId: id.drive, metricId: id.members, unitId: id.dhanbad, value: 131_000, dueDay: '2022-04-14' });
  await workspace.act('progress.record', { programmeId: id.drive, metricId: id.members, unitId: id.dhanbad, day: '2022-04-12', value: 65_500, source: 'phone' });
  const model = modelOf();
  expect(fact(model, 'Target')?.en).toBe('Members enrolled: 1,31,000 (sum below 1,31,907)');
  expect(fact(model, 'Due date')?.en).toBe('14-04-2022');
  expect(fact(model, 'Achieved so far')?.en).toBe('65,500 (50%) as of 12-04-2022');
});

test('one level further down: every block with its panchayats, nothing lost', () => {
  const model = modelOf(id.dhanbad, true);
  const details = model.sections.filter((section) => section.columns.some(({ key }) => key === 'target')).slice(1);
  expect(details.map(({ heading }) => heading.hi)).toContain('बाघमारा प्रखंड');
  const sums = (key: string) => details.reduce((sum, section) => sum + (section.totals![section.columns.findIndex((each) => each.key === key)] as number), 0);
  expect(sums('booths')).toBe(total(model, 'booths'));
  expect(sums('target')).toBe(131_907);
});

test('a programme with its own days per level says them', () => {
  const dialogue = workspace.rows<{ id: string }>(`SELECT id FROM programme WHERE nameEn = 'Dialogue programme'`)[0]!.id;
  const model = workspace.ask('sheets.model', { sheet: { ...assignment(), programmeId: dialogue } });
  expect(fact(model, 'Dates by level')).toEqual({
    hi: 'जिला: 18 से 19 अप्रैल · प्रखंड: 20 से 22 अप्रैल · पंचायत: 23 से 24 अप्रैल · बूथ: 25 से 26 अप्रैल',
    en: 'District: 18 to 19 April · Block: 20 to 22 April · Panchayat: 23 to 24 April · Booth: 25 to 26 April',
  });
  expect(fact(model, 'Due date')?.en).toBe('19-04-2022');
  expect(fact(modelOf(), 'Dates by level')).toBeUndefined();
});

test('the state sheet counts by generation; sorted by the alphabet asked for', () => {
  const model = modelOf(id.root);
  expect(model.sections[0]!.columns.map(({ label }) => label.en)).toEqual(['No.', 'District', 'Blocks / Town units', 'Panchayats / Wards', 'Booths', 'Electors', 'Target', 'Achieved', 'Remarks']);
  expect(model.sections[0]!.rows).toHaveLength(24);
  const english = workspace.ask('sheets.model', { sheet: assignment(id.root), language: 'en' });
  const first = (each: SheetModel) => (column(each, 'name')[0] as Text).en;
  expect(first(english)).toBe('Bokaro');
  expect(first(model)).not.toBe('Bokaro');
});

test('a share is not added up', () => {
  const model = workspace.ask('sheets.model', { sheet: { ...assignment(), metricId: id.share } });
  expect(total(model, 'target')).toBeNull();
  expect(model.sections[0]!.columns.find(({ key }) => key === 'target')!.label.en).toBe('Target (%)');
});

test('the leader\'s visit stands on the district\'s sheet, and the tour has its own', async () => {
  const at = (en: string) => workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' AND nameEn = ?`, en)[0]!.id;
  const personId = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'State in-charge'`)[0]!.id;
  const unitIds = ['East Singhbhum', 'Dhanbad', 'Ranchi'].map(at);
  expect(fact(modelOf(), 'Visit')?.en).toBe('Not planned yet');
  const { id: tourId } = await workspace.act('tours.save', { id: null, fields: {
    nameEn: 'Tour of three', nameHi: 'तीन जिलों का दौरा', personId, fromDay: '2022-04-18', toDay: '2022-04-20', firstUnitId: unitIds[0]!, lastUnitId: unitIds[2]!, unitIds,
    meetingMinutes: 90, dutyFrom: 9 * 60, dutyTo: 20 * 60, roadFactor: 1.3, speedKmPerHour: 40,
  } });
  await workspace.act('tours.plan', { id: tourId });
  const [stop] = workspace.rows<{ day: string; beginMinute: number }>('SELECT day, beginMinute FROM tourStop WHERE unitId = ?', id.dhanbad);
  expect(stop?.day).toMatch(/^2022-04-(18|19|20)$/);

  const district = modelOf();
  const visit = fact(district, 'Visit')!;
  expect(visit.hi).toContain(`${Number(stop!.day.slice(8))} अप्रैल`);
  expect(visit.hi).toContain('धनबाद · प्रदेश प्रभारी · 0');
  const ofState = modelOf(id.root);
  expect(fact(ofState, 'Visit')).toBeUndefined();
  expect(ofState.sections.find(({ heading }) => heading.en === 'Visit')!.rows.map((row) => (row[2] as Text).en)).toEqual(['Jamshedpur, East Singhbhum', 'Dhanbad', 'Ranchi']);

  const tour = workspace.ask('sheets.model', { sheet: { kind: 'tour', tourId } });
  expect(tour.title.hi).toBe('दौरा कार्यक्रम: प्रदेश प्रभारी');
  expect(tour.sections).toHaveLength(1);
  const { columns, rows } = tour.sections[0]!;
  const cell = (row: number, key: string) => rows[row]![columns.findIndex((column) => column.key === key)] as Text | null;
  const stops = rows.map((_, row) => row).filter((row) => cell(row, 'arrival') !== null);
  expect(stops).toHaveLength(3);
  expect(cell(stops[0]!, 'arrival')!.en).toBe('Jamshedpur, East Singhbhum');
  expect(cell(stops[0]!, 'departure')).toBeNull();
  expect(cell(stops[1]!, 'departure')!.en).toMatch(/^\d\d:\d\d Jamshedpur$/);
  expect(cell(stops.at(-1)!, 'arrival')!.en).toContain('Ranchi');
  expect(stops.map((row) => cell(row, 'receiver')!.en).some((text) => text.startsWith('District coordinator, Dhanbad · 0'))).toBe(true);
  // Every day stands there once, and one on which nothing is planned is reserved.
  expect(rows.map((_, row) => cell(row, 'day')?.hi).filter((day) => day !== undefined)).toEqual(['18 अप्रैल, सोमवार', '19 अप्रैल, मंगलवार', '20 अप्रैल, बुधवार']);
  expect(rows.filter((_, row) => cell(row, 'programme')?.hi === 'आरक्षित').length).toBe(3 - new Set(workspace.rows<{ day: string }>('SELECT day FROM tourStop WHERE tourId = ?', tourId).map((one) => one.day)).size);

  const brief = workspace.ask('sheets.model', { sheet: { kind: 'brief', stopId: workspace.rows<{ id: string }>('SELECT id FROM tourStop WHERE unitId = ? AND tourId = ?', id.dhanbad, tourId)[0]!.id } });
  const said = (label: string) => brief.facts.find((one) => one.label.en === label)!.value;
  expect(said('Received by').en).toMatch(/^District coordinator, Dhanbad · 0/);
  expect(said('Last visit').hi).toBe('12 मार्च, शनिवार · 35 दिन पहले · प्रदेश प्रभारी · उपस्थिति 420');
  const table = (heading: string) => brief.sections.find((section) => section.heading.en === heading)!;
  expect(table('What was promised').rows.map((row) => (row.at(-1) as Text).en)).toEqual(['16 days overdue', 'Done 18-03-2022']);
  expect(table('What was promised').rows[0]![0]).toEqual({ hi: 'जिला कार्यालय के लिए प्रोजेक्टर', en: 'A projector for the district office' });
  expect(table('Open follow-ups').rows.map((row) => (row.at(-1) as Text).hi)).toEqual(['6 दिन विलंब']);
  const seats = workspace.ask('committees.of', { unitId: id.dhanbad }).seats;
  expect(table('Committee gaps').note!.en).toContain(`of ${seats.reduce((sum, seat) => sum + seat.seats, 0)} seats`);

  const day = workspace.ask('sheets.model', { sheet: { kind: 'day', tourId, personId, day: stop!.day } });
  expect(day.title.en).toMatch(/^Day sheet: \d+ April/);
  expect(day.sections[0]!.rows.some((row) => (row[5] as Text).en === 'Dhanbad' && row[8] === 2)).toBe(true);
});

/** The effect with its real sheet, and a host that answers like a person who saves into the folder. */
function effectContext(answers: { save: string | null; pdf?: string[] }): EffectContext & { suggested: string[] } {
  const suggested: string[] = [];
  const host: Pick<Host, 'chooseToSave' | 'pdfOf'> = {
    chooseToSave: async (_, name) => {
      suggested.push(name);
      return answers.save === null ? null : join(folder, answers.save);
    },
    pdfOf: async (html) => {
      answers.pdf?.push(html);
      return new TextEncoder().encode('%PDF-1.7');
    },
  };
  return {
    suggested, host: host as Host, desk: { settings: () => ({ language: 'hi' }) } as EffectContext['desk'], progress: () => undefined,
    query: (name, input) => workspace.ask(name, input as never), keepPath: () => '',
  };
}

test('saved under a readable name; a workbook with the numbers as numbers; nothing when the person changes his mind', async () => {
  const context = effectContext({ save: 'sheet' });
  expect(await sheets['sheets.export'](context, { sheet: assignment(), languages: 'hi', format: 'xlsx' })).toEqual({ saved: 'sheet.xlsx' });
  expect(context.suggested).toEqual(['धनबाद - सदस्यता अभियान - दायित्व पत्रक.xlsx']);
  const { rows } = await readTable(join(folder, 'sheet.xlsx'));
  expect(rows.some((row) => row.includes('बाघमारा'))).toBe(true);
  expect(rows.find((row) => row.includes('कुल'))).toContain('131907');

  expect(await sheets['sheets.export'](effectContext({ save: null }), { sheet: assignment(), languages: 'en', format: 'csv' })).toEqual({ saved: null });
  expect(readdirSync(folder)).toEqual(['sheet.xlsx']);
});

test('the PDF is printed from the page the screen shows, with the bundled fonts', async () => {
  const pdf: string[] = [];
  await sheets['sheets.export'](effectContext({ save: 'sheet.pdf', pdf }), { sheet: assignment(), languages: 'both', format: 'pdf' });
  expect(readFileSync(join(folder, 'sheet.pdf'), 'latin1')).toBe('%PDF-1.7');
  expect(pdf[0]).toBe(workspace.ask('sheets.html', { sheet: assignment(), languages: 'both' }).html);
  expect(pdf[0]).toContain('url("/fonts/noto-sans-devanagari-devanagari-400-normal.woff2")');
  expect(pdf[0]).toContain('बाघमारा');
  expect(pdf[0]).toContain('1,31,907');
});

test('a file that cannot be written is refused with its reason, and the old one stays', async () => {
  await expect(writeWhole(join(folder, 'no such folder', 'sheet.csv'), new Uint8Array([1]))).rejects.toMatchObject({ code: 'sheets.notWritten', detail: { name: 'sheet.csv', reason: 'ENOENT' } });
  expect(withExtension(join(folder, 'new'), 'csv')).toBe(join(folder, 'new.csv'));
  expect(withExtension(join(folder, 'sheet'), 'pdf')).toBe(join(folder, 'sheet (2).pdf'));
  expect(withExtension(join(folder, 'Sheet.PDF'), 'pdf')).toBe(join(folder, 'Sheet.PDF'));
});

test('file names hold nothing a pen drive refuses and are never cut inside a letter', () => {
  expect(fileName('a/b:c*"<>|\\?d\u202Ee.', 'pdf', 'en')).toBe('a b c d e.pdf');
  expect(fileName('...', 'csv', 'en')).toBe('Sangathan.csv');
  const long = fileName('क्षि'.repeat(200), 'xlsx', 'hi');
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(185);
  expect(long).toMatch(/^(क्षि)+\.xlsx$/);
});

test('what is gone is said to be gone', () => {
  expect(() => modelOf('nobody')).toThrow('units.gone');
  expect(() => workspace.ask('sheets.model', { sheet: { ...assignment(), programmeId: 'none' } })).toThrow('programmes.gone');
});
