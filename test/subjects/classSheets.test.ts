// Sheets narrowed to a class and in groups: lines, sums of heads and totals, counted again from the booths; the same in HTML, workbook and CSV.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTableBytes } from '../../electron/sheets/readTable.ts';
import { sheetCsv } from '../../electron/sheets/sheetCsv.ts';
import { sheetHtml } from '../../electron/sheets/sheetHtml.tsx';
import { sheetXlsx } from '../../electron/sheets/sheetXlsx.ts';
import { fileName } from '../../electron/subjects/sheet/fileName.ts';
import type { InputOf } from '../../shared/contract.ts';
import type { GroupFilter } from '../../shared/model/group.ts';
import type { SheetCell, SheetModel, Text } from '../../shared/model/sheet.ts';
import { bigWorkspace } from '../help/bigWorkspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

type Unit = { id: string; path: string; levelId: string; nameEn: string; electors: number | null; own: number | null; seatId: string | null; lokSabhaId: string | null };
let file: TestWorkspace;
let units: Unit[] = [];
let rootId = '';
let districtId = '';
let zoneId = '';
let zone: { classId: string; paths: string[] }[] = [];
let about = { programmeId: '', metricId: '' };

beforeAll(async () => {
  file = await bigWorkspace({ state: 'small', leaders: true, programme: true });
  units = file.rows<Unit>(`SELECT unit.id, path, levelId, unit.nameEn, unit.electors, target.value AS own, constituencyId AS seatId, seat.parentId AS lokSabhaId
    FROM unit LEFT JOIN target ON target.unitId = unit.id LEFT JOIN constituency AS seat ON seat.id = constituencyId WHERE closedDay IS NULL ORDER BY path`);
  rootId = units[0]!.id;
  districtId = units.find(({ levelId }) => levelId === 'district')!.id;
  const [row] = file.rows<{ programmeId: string; metricId: string }>('SELECT programmeId, metricId FROM target LIMIT 1');
  about = row!;
  zoneId = (await file.act('groups.save', { id: null, fields: { nameEn: 'Zone', nameHi: 'अंचल' } })).id;
  const east = await file.act('groups.saveClass', { id: null, fields: { classificationId: zoneId, nameEn: 'East', nameHi: 'पूर्व', code: null, number: null } });
  const west = await file.act('groups.saveClass', { id: null, fields: { classificationId: zoneId, nameEn: 'West', nameHi: null, code: null, number: null } });
  const blocks = units.filter(({ levelId }) => levelId === 'block');
  const inEast = blocks.filter((_, at) => at % 3 === 0);
  const inWest = blocks.filter((_, at) => at % 3 === 1);
  await file.act('groups.put', { classificationId: zoneId, classId: east.id, unitIds: inEast.map(({ id }) => id) });
  await file.act('groups.put', { classificationId: zoneId, classId: west.id, unitIds: inWest.map(({ id }) => id) });
  zone = [{ classId: east.id, paths: inEast.map(({ path }) => path) }, { classId: west.id, paths: inWest.map(({ path }) => path) }];
}, 60_000);
afterAll(() => file.close());

type Choice = Partial<Extract<InputOf<'sheets.model'>['sheet'], { kind: 'assignment' }>>;
const modelOf = (choice: Choice = {}): SheetModel => file.ask('sheets.model', { sheet: { kind: 'assignment', unitId: rootId, ...about, ...choice }, language: 'en' });

const none = (classificationId: string) => `none:${classificationId}`;
/** The class each booth stands in. */
function classOf(booth: Unit, classificationId: string): string {
  const found = classificationId === 'assembly' ? booth.seatId : classificationId === 'lokSabha' ? booth.lokSabhaId : zone.find(({ paths }) => paths.some((path) => booth.path.startsWith(path)))?.classId;
  return found ?? none(classificationId);
}
const booths = () => units.filter(({ levelId }) => levelId === 'booth');
/** By unit listed: electors, booths and target of its booths in all the classes. */
function byHand(scope: string, levelId: string | null, groups: GroupFilter[]): Map<string, { electors: number; booths: number; target: number }> {
  const { path } = units.find(({ id }) => id === scope)!;
  const listed = units.filter((unit) => (levelId === null ? unit.path.length === path.length + 4 && unit.path.startsWith(path) : unit.levelId === levelId && unit.path.startsWith(path)));
  const inside = booths().filter((booth) => groups.every(({ classificationId, classId }) => classOf(booth, classificationId) === classId));
  return new Map(listed.flatMap((unit) => {
    const own = inside.filter((booth) => booth.path.startsWith(unit.path));
    const sum = (of: (booth: Unit) => number) => own.reduce((all, booth) => all + of(booth), 0);
    return own.length === 0 ? [] : [[`${unit.nameEn} ${unit.path}`, { electors: sum((booth) => booth.electors ?? 0), booths: unit.levelId === 'booth' ? 0 : own.length, target: sum((booth) => booth.own ?? 0) }] as const];
  }));
}

const at = (model: SheetModel, key: string): number => model.sections[0]!.columns.findIndex((column) => column.key === key);
const said = (model: SheetModel, cells: SheetCell[], key: string): SheetCell => (at(model, key) === -1 ? 0 : cells[at(model, key)] ?? null);
const figures = (model: SheetModel, cells: SheetCell[]) => ({ electors: said(model, cells, 'electors'), booths: said(model, cells, 'booths'), target: said(model, cells, 'target') });
const nameIn = (model: SheetModel, cells: SheetCell[]): string => (said(model, cells, 'name') as Text).en.replace(' (part)', '');
const inOrder = (rows: [string, unknown][]) => rows.map((row) => JSON.stringify(row)).sort();
const plain = (found: Map<string, unknown>): [string, unknown][] => [...found].map(([name, value]) => [name.slice(0, name.lastIndexOf(' ')), value]);
const classIds = (classificationId: string): string[] => file.ask('groups.classes', { classificationId }).map(({ id }) => id);

describe('a sheet of a class', () => {
  it('lists what stands in it with the part’s figures, at every level and in every scope, and says the class’s own sums', () => {
    for (const classificationId of ['assembly', 'lokSabha', zoneId]) {
      for (const classId of classIds(classificationId)) {
        for (const unitId of [rootId, districtId]) {
          for (const levelId of [null, 'block', 'booth']) {
            const group = { classificationId, classId };
            const model = modelOf({ unitId, levelId, group });
            const expected = byHand(unitId, levelId, [group]);
            expect(inOrder(model.sections[0]!.rows.map((cells) => [nameIn(model, cells), figures(model, cells)]))).toEqual(inOrder(plain(expected)));
            const board = file.ask('groups.board', { ...about, classificationId, unitId }).rows.find((row) => row.id === classId);
            if (levelId === null && expected.size > 0) expect(said(model, model.sections[0]!.totals!, 'target')).toBe(board!.target);
          }
        }
      }
    }
  });

  it('is named by the class in title, foot and file name, in both languages', () => {
    const [seat] = file.ask('units.constituencies', {}).filter(({ kind }) => kind === 'assembly');
    const group = { classificationId: 'assembly', classId: seat!.id };
    const model = modelOf({ group, levelId: 'booth' });
    expect(model.title).toEqual({ en: `Assignment sheet: Assembly constituency ${seat!.number} ${seat!.nameEn}`, hi: `दायित्व पत्रक: विधानसभा क्षेत्र ${seat!.number} ${seat!.nameHi ?? seat!.nameEn}` });
    expect(fileName(model.footer.hi.replaceAll(' · ', ' - '), 'pdf', 'hi')).toMatch(new RegExp(`^विधानसभा क्षेत्र ${seat!.number} .+ - बूथ - सदस्यता अभियान - दायित्व पत्रक\\.pdf$`));
    expect(model.facts.some(({ label }) => label.en === 'Responsible')).toBe(false);
    const numbers = model.sections[0]!.rows.map((cells) => Number((said(model, cells, 'seat') as Text).en.split(' · ')[1]));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(modelOf({ group: { classificationId: zoneId, classId: zone[0]!.classId } }).title).toEqual({ en: 'Assignment sheet: East zone', hi: 'दायित्व पत्रक: पूर्व अंचल' });
    expect(modelOf({ group: { classificationId: zoneId, classId: none(zoneId) } }).title).toEqual({ en: 'Assignment sheet: In no zone', hi: 'दायित्व पत्रक: किसी अंचल में नहीं' });
  });

  it('of a unit that stands wholly in it is the unit’s own, with the class among the facts', () => {
    const block = units.find(({ path }) => path === zone[0]!.paths[0])!;
    const own = modelOf({ unitId: block.id });
    const model = modelOf({ unitId: block.id, group: { classificationId: zoneId, classId: zone[0]!.classId } });
    expect(model.title).toEqual(own.title);
    expect(model.sections).toEqual(own.sections);
    expect(model.facts.filter((fact) => !own.facts.some((one) => JSON.stringify(one) === JSON.stringify(fact)))).toEqual([{ label: { en: 'Zone', hi: 'अंचल' }, value: { en: 'East zone', hi: 'पूर्व अंचल' } }]);
  });

  it('refuses what is gone', () => {
    expect(() => modelOf({ group: { classificationId: 'assembly', classId: 'gone' } })).toThrow(expect.objectContaining({ code: 'groups.classGone' }));
    expect(() => modelOf({ classificationId: 'gone' })).toThrow(expect.objectContaining({ code: 'groups.gone' }));
  });
});

describe('a sheet in groups', () => {
  it('has every unit under each of its classes with that part’s figures, heads that add up, and the totals of the list without groups', () => {
    for (const classificationId of ['assembly', 'lokSabha', zoneId]) {
      for (const group of [null, { classificationId: zoneId, classId: zone[0]!.classId }, { classificationId: 'assembly', classId: classIds('assembly')[0]! }]) {
        for (const [unitId, levelId] of [[rootId, null], [rootId, 'block'], [districtId, null], [districtId, 'panchayat']] as const) {
          const model = modelOf({ unitId, levelId, group, classificationId });
          const [section] = model.sections;
          const heads = section!.heads!;
          const found = new Map(heads.map(({ before, cells }, n) => [JSON.stringify(said(model, cells, 'name')), { cells, rows: section!.rows.slice(before, heads[n + 1]?.before) }]));
          expect(heads.length === 0 ? 0 : heads[0]!.before).toBe(0);
          let classes = 0;
          for (const one of file.ask('groups.classes', { classificationId })) {
            if (group?.classificationId === classificationId && group.classId !== one.id) continue;
            const expected = byHand(unitId, levelId, [...(group ? [group] : []), { classificationId, classId: one.id }]);
            if (expected.size === 0) continue;
            classes += 1;
            const name = one.nameEn === '' ? { en: 'In no class', hi: 'किसी वर्ग में नहीं' } : { en: one.number === null ? one.nameEn : `${one.number} ${one.nameEn}`, hi: one.number === null ? one.nameHi ?? one.nameEn : `${one.number} ${one.nameHi ?? one.nameEn}` };
            const head = found.get(JSON.stringify({ hi: name.hi, en: name.en })) ?? found.get(JSON.stringify(name));
            expect([name, inOrder((head?.rows ?? []).map((cells) => [nameIn(model, cells), figures(model, cells)]))]).toEqual([name, inOrder(plain(expected))]);
            const sum = [...expected.values()].reduce((all, row) => ({ electors: all.electors + row.electors, booths: all.booths + row.booths, target: all.target + row.target }), { electors: 0, booths: 0, target: 0 });
            expect(figures(model, head!.cells)).toEqual(sum);
            if (group === null && levelId === null) expect(sum.target).toBe(file.ask('groups.board', { ...about, classificationId, unitId }).rows.find(({ id }) => id === one.id)!.target);
          }
          expect(heads).toHaveLength(classes);
          const listed = [...byHand(unitId, levelId, group ? [group] : []).values()];
          if (listed.length > 0) expect(said(model, section!.totals!, 'target')).toBe(listed.reduce((all, row) => all + row.target, 0));
        }
      }
    }
  });

  it('counts the figures of shared units that no class’s sum has, and says so', () => {
    const model = modelOf({ classificationId: zoneId });
    expect(model.sections[0]!.note?.en ?? '').not.toContain('cannot be divided');
    const cut = units.find(({ levelId }) => levelId === 'district')!;
    return file.act('progress.record', { ...about, unitId: cut.id, day: '2022-04-13', value: 7, source: 'phone' }).then(async () => {
      expect(modelOf({ classificationId: zoneId }).sections[0]!.note?.en).toContain('One figure of a whole unit that classes share cannot be divided');
      expect(modelOf({ group: { classificationId: zoneId, classId: zone[0]!.classId } }).sections[0]!.note?.hi).toContain('बाँटे नहीं जा सकते');
      await file.act('history.undo', {});
    });
  });

  it('is the same in HTML, workbook and CSV: heads between the rows, in their order', async () => {
    const model = modelOf({ classificationId: zoneId, unitId: districtId });
    const order = (text: string) => ['पूर्व', 'West', 'किसी वर्ग में नहीं', 'कुल'].map((name) => text.indexOf(name)).filter((place) => place >= 0);
    const heads = model.sections[0]!.heads!;
    const html = sheetHtml(model, 'hi', { fontsBase: '/fonts' });
    expect(html.match(/<tr class="head">/g)).toHaveLength(heads.length);
    const csv = new TextDecoder().decode(sheetCsv(model, 'hi'));
    const body = csv.slice(csv.indexOf('अंचल के अनुसार'));
    expect(order(body)).toEqual(order(body).toSorted((a, b) => a - b));
    const { rows } = await readTableBytes('x.xlsx', await sheetXlsx(model, 'hi'));
    for (const { cells } of heads) {
      const name = (said(model, cells, 'name') as Text).hi;
      expect(rows.find((row) => row[at(model, 'name')] === name)?.[at(model, 'target')]).toBe(String(said(model, cells, 'target')));
      expect(body).toContain(`"${name}"`);
    }
    expect(rows.filter((row) => row.length > 5)).toHaveLength(model.sections[0]!.rows.length + heads.length + 2);
  });
});
