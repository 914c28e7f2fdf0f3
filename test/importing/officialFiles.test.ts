// Files as offices hand them out, unchanged: recognised by what is in them, shown as what they are, and hung in the right places.
import { join } from 'node:path';
import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest';
import type { ChosenSheet } from '../../shared/contract/sheets.ts';
import type { ImportMapping } from '../../shared/model/importing.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let workspace: TestWorkspace;
const folder = join(import.meta.dirname, 'files');

const open = (...names: string[]) => {
  const files = Object.fromEntries(names.map((name, at) => [`file${at}`, join(folder, name)]));
  const [token = '', ...more] = Object.keys(files);
  return { files, chosen: { token, more } };
};
const inspect = (...names: string[]): Promise<ChosenSheet> => {
  const { files, chosen } = open(...names);
  return workspace.act('exchange.inspect', chosen, files);
};
const root = (): string => workspace.rows<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL')[0]!.id;
const unitId = (name: string, levelId: string): string => workspace.rows<{ id: string }>('SELECT id FROM unit WHERE nameEn = ? AND levelId = ?', name, levelId)[0]!.id;

async function preview(names: string[], rootId = root(), mapping?: ImportMapping) {
  const { files, chosen } = open(...names);
  const sheet = await workspace.act('exchange.inspect', chosen, files);
  const choice = { ...chosen, rootId, mapping: mapping ?? sheet.guess! };
  const seen = await workspace.act('exchange.preview', choice, files);
  return { seen, sheet, apply: () => workspace.act('exchange.apply', choice, files) };
}
/** Everything under the state, as ways with codes. */
const ways = (): string[] => {
  const units = new Map(workspace.rows<{ id: string; parentId: string | null; nameEn: string; nameHi: string | null; code: string | null }>('SELECT id, parentId, nameEn, nameHi, code FROM unit').map((unit) => [unit.id, unit]));
  const way = (id: string | null): string => {
    const unit = id === null ? undefined : units.get(id);
    return !unit || unit.parentId === null ? '' : `${way(unit.parentId)}/${unit.nameEn}${unit.nameHi ? `=${unit.nameHi}` : ''}${unit.code ? `#${unit.code}` : ''}`;
  };
  return [...units.keys()].map(way).filter(Boolean).sort();
};
const causes = (seen: { badRows: { rowNumber: number; column: string; cause: string; value: string }[] }) => seen.badRows.map(({ rowNumber, cause, value }) => `${rowNumber} ${cause} ${value}`.trim());

describe('into an empty state', () => {
  afterEach(() => workspace.close());
  const begin = async () => { workspace = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: 'झारखंड' }); };

  test('the directory: districts, then blocks, then local bodies end in a right tree', async () => {
    await begin();
    const districts = await preview(['lgd-districts.xls']);
    expect(districts.sheet.recognised).toMatchObject({ kind: 'lgdDistricts', state: { nameEn: 'Jharkhand' }, day: '2026-09-23' });
    expect(districts.sheet.rows).toBe(4);
    expect(districts.seen.badRows).toEqual([]);
    await districts.apply();
    // "In local" holds English for two of four: those stay without a Hindi name.
    expect(ways()).toEqual(['/Bokaro#322', '/Dhanbad#325', '/Khunti#606', '/Ranchi=राँची#339']);

    const blocks = await preview(['lgd-blocks.xls']);
    expect(blocks.sheet.recognised).toMatchObject({ kind: 'lgdBlocks', state: { nameEn: 'Jharkhand' }, day: '2026-09-23' });
    expect(blocks.seen).toMatchObject({ badRows: [], rowsRead: 5 });
    await blocks.apply();
    expect(ways().filter((way) => way.split('/').length === 3)).toEqual(['/Bokaro#322/Bermo#3064', '/Bokaro#322/Chas=चास#3066', '/Dhanbad#325/Baghmara#3090', '/Dhanbad#325/Tundi=टुंडी#3097', '/Ranchi=राँची#339/Bero#3213']);

    const bodies = await preview(['lgd-local-bodies.xls']);
    expect(bodies.sheet.recognised.kind).toBe('lgdLocalBodies');
    expect(bodies.seen).toMatchObject({ badRows: [], rowsRead: 10, matched: 5 });
    expect(bodies.seen.countsPerLevel.find(({ levelId }) => levelId === 'panchayat')).toEqual({ levelId: 'panchayat', add: 5, existing: 0 });
    await bodies.apply();
    expect(ways().filter((way) => way.split('/').length === 4)).toEqual([
      '/Bokaro#322/Bermo#3064/Armo#111122', '/Bokaro#322/Bermo#3064/Bagra#111124',
      '/Dhanbad#325/Baghmara#3090/Bagdaha#111722', '/Dhanbad#325/Baghmara#3090/Bagra=बगरा#111723', '/Dhanbad#325/Tundi=टुंडी#3097/Kolhar#111940',
    ]);
    // A body's code is never a unit's.
    expect(workspace.rows(`SELECT 1 FROM unit WHERE code IN ('421', '418', '5021', '5030', '5001')`)).toEqual([]);

    // The same once more, in another dress: nothing is doubled.
    const again = await preview(['local-bodies.csv']);
    expect(again.sheet.recognised).toMatchObject({ kind: 'lgdLocalBodies', state: { nameEn: 'Jharkhand' } });
    expect(again.seen).toMatchObject({ badRows: [], matched: 3 });
    expect(again.seen.countsPerLevel.map(({ add }) => add)).toEqual([0, 0, 0]);
  });

  test('blocks alone bring their districts, and undo takes all of it back', async () => {
    await begin();
    const before = workspace.record();
    const blocks = await preview(['lgd-blocks.xls']);
    await blocks.apply();
    expect(ways().filter((way) => way.split('/').length === 2)).toEqual(['/Bokaro#322', '/Dhanbad#325', '/Ranchi#339']);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('bodies that fit no unit are listed with all that hangs on them; nothing is guessed', async () => {
    await begin();
    await (await preview(['lgd-blocks.xls'])).apply();
    const { seen } = await preview(['lgd-local-bodies-broken.xls']);
    expect(causes(seen)).toEqual([
      '7 bodyUnmatched Atlantis', '9 bodyUnmatched Bermo', '10 unknownParent 777', '11 codeTwoNames 111722', '12 parentBad 5030', '13 parentBad 5031',
      '14 unknownParent 9999', '15 nameBlank', '16 unknownLevel 5', '17 codeTwoNames 111722',
    ]);
    expect(seen.countsPerLevel.find(({ levelId }) => levelId === 'panchayat')).toBeUndefined();
    // What a person can match, with what hangs on it; one no row is about too.
    expect(seen.bodies.map(({ code, nameEn, levelId, parentEn, panchayats, unitId }) => [code, nameEn, levelId, parentEn, panchayats, unitId])).toEqual([
      ['5030', 'Bermo', 'block', 'Dhanbad', 1, null], ['5031', 'Tundi', 'block', '', 1, null], ['9999', '', 'block', '', 1, null], ['499', 'Atlantis', 'district', '', 0, null],
    ]);
  });

  test('a body somebody has matched by hand takes its panchayats along', async () => {
    await begin();
    await (await preview(['lgd-blocks.xls'])).apply();
    const { sheet } = await preview(['lgd-local-bodies-broken.xls']);
    // A unit of another level, or one that is gone, matches nothing.
    const said = [{ code: '05030', unitId: unitId('Tundi', 'block') }, { code: '9999', unitId: unitId('Chas', 'block') }, { code: '5031', unitId: unitId('Bokaro', 'district') }, { code: '499', unitId: 'gone' }];
    const mapping = { ...sheet.guess!, said } as ImportMapping;
    const { seen, apply } = await preview(['lgd-local-bodies-broken.xls'], root(), mapping);
    expect(seen.countsPerLevel.find(({ levelId }) => levelId === 'panchayat')).toEqual({ levelId: 'panchayat', add: 2, existing: 0 });
    expect(causes(seen)).not.toContain('12 parentBad 5030');
    expect(causes(seen)).toContain('13 parentBad 5031');
    expect(seen.bodies.map(({ code, unitId: to }) => [code, to])).toEqual([['5030', unitId('Tundi', 'block')], ['5031', null], ['9999', unitId('Chas', 'block')], ['499', null]]);
    const before = workspace.record();
    await apply();
    expect(ways().filter((way) => way.split('/').length === 4)).toEqual(['/Bokaro#322/Chas=चास#3066/Lone#111942', '/Dhanbad#325/Tundi=टुंडी#3097/Kolhar#111940']);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('the CSV forms: long and padded heads, leading zeros, semicolons, tabs in UTF-16, spoilt codes', async () => {
    await begin();
    const long = await preview(['districts-long.csv']);
    expect(long.sheet.recognised).toMatchObject({ kind: 'lgdDistricts', state: { nameEn: 'Jharkhand' }, day: null });
    await long.apply();
    const padded = await preview(['districts-padded.csv']);
    expect(padded.sheet.recognised.kind).toBe('lgdDistricts');
    // 0322 of one list and 322 of the other are one district.
    expect(padded.seen).toMatchObject({ badRows: [], matched: 2 });
    expect(padded.seen.countsPerLevel).toEqual([{ levelId: 'district', add: 0, existing: 2 }]);
    const semicolons = await preview(['blocks-semicolons.csv']);
    expect(semicolons.sheet.recognised.kind).toBe('lgdBlocks');
    expect(semicolons.seen.badRows).toEqual([]);
    await semicolons.apply();
    const tabs = await preview(['blocks-tabs-utf16.txt']);
    expect(tabs.sheet.recognised.kind).toBe('lgdBlocks');
    expect(tabs.seen).toMatchObject({ badRows: [], matched: 4 });
    expect(tabs.seen.countsPerLevel.map(({ add }) => add)).toEqual([0, 0]);
    expect(ways()).toContain('/Dhanbad=धनबाद#0325/Tundi#03097');
    expect(tabs.seen.changes.details.map(({ field, to }) => [field, to])).toEqual([['nameHi', 'टुंडी']]);
  });

  test('a broken list of districts: another state, no name, one name with two codes', async () => {
    await begin();
    const { seen } = await preview(['districts-broken.csv']);
    expect(causes(seen)).toEqual(['3 outsideRoot BIHAR', '4 unknownCode 325', '5 nameTwoCodes 326', '6 codeTwoNames 322']);
  });

  test('lists about what this tree has no level for are named, and nothing is guessed from them', async () => {
    await begin();
    for (const [name, kind] of [['lgd-subdistricts.xls', 'lgdSubdistricts']] as const) {
      const sheet = await inspect(name);
      expect(sheet.recognised).toMatchObject({ kind, state: { nameEn: 'Jharkhand' } });
      expect(sheet.guess).toBeNull();
    }
  });

  test('without a level for villages their list says in which sub-district each panchayat stands; what is not sure is listed', async () => {
    await begin();
    await (await preview(['lgd-blocks.xls'])).apply();
    await (await preview(['lgd-local-bodies.xls'])).apply();
    const before = workspace.record();
    for (const name of ['lgd-villages.xls', 'villages.csv']) {
      const { seen, sheet } = await preview([name]);
      expect(sheet.recognised).toMatchObject({ kind: 'lgdVillages', state: { nameEn: 'Jharkhand' } });
      expect(seen).toMatchObject({ badRows: [], groups: { classes: [{ code: '2640', nameEn: 'Baghmara', isNew: true, there: 0 }], splitCount: 0 } });
    }

    const { seen, apply } = await preview(['villages-subdistricts.csv']);
    const sums = (groups: typeof seen.groups) => groups?.classes.map(({ code, nameEn, isNew, put, there }) => [code, nameEn, isNew, put, there]);
    // Two of one name are told apart by their district; one that gets no panchayat is not made.
    expect(sums(seen.groups)).toEqual([['2640', 'Baghmara (Dhanbad)', true, 1, 0], ['2630', 'Baghmara (BOKARO)', true, 2, 0], ['2642', 'Tundi', true, 1, 0]]);
    expect(seen.groups?.split.map(({ nameEn, parentEn, toCode, parts }) => [nameEn, parentEn, toCode, parts.map(({ code, villages }) => `${code}: ${villages}`)])).toEqual([
      ['Bagdaha', 'Baghmara', '2640', ['2640: 2', '2641: 1']], ['Bagra', 'Baghmara', null, ['2640: 1', '2641: 1']],
    ]);
    expect(causes(seen)).toEqual([
      '11 bodyUnmatched Nowhere', '12 bodyUnmatched Kolhar', '13 bodyBlank', '14 classBlank', '15 codeTwoNames 2642', '16 unknownParent', '17 parentBlank',
    ]);
    expect(seen).toMatchObject({ duplicates: 1, countsPerLevel: [{ levelId: 'panchayat', add: 0, existing: 5 }], changeCounts: { renames: 0, moves: 0, details: 0, gone: 0 } });

    expect(await apply()).toEqual({ added: 0, renamed: 0, moved: 0, detailed: 0, closed: 0, grouped: 4 });
    expect(workspace.rows(`SELECT unit.code AS unit, class.code AS class FROM unitClass JOIN unit ON unit.id = unitId JOIN class ON class.id = classId WHERE unitClass.classificationId = 'subdistrict' ORDER BY unit.code`)).toEqual([
      { unit: '111122', class: '2630' }, { unit: '111124', class: '2630' }, { unit: '111722', class: '2640' }, { unit: '111940', class: '2642' },
    ]);
    const [mine] = workspace.ask('groups.list', {}).filter(({ id }) => id === 'subdistrict');
    expect(mine).toMatchObject({ nameEn: 'Sub-district', nameHi: 'अनुमंडल/तहसील', classes: 3 });
    expect(workspace.ask('history.state', {}).undo?.summary).toEqual({ key: 'exchange.groups', detail: { count: 4, fileName: 'villages-subdistricts.csv' } });

    // Once more: all stand there, none is made again.
    const again = await preview(['villages-subdistricts.csv']);
    expect(sums(again.seen.groups)).toEqual([['2640', 'Baghmara (Dhanbad)', false, 0, 1], ['2630', 'Baghmara (BOKARO)', false, 0, 2], ['2642', 'Tundi', false, 0, 1]]);
    await expect(again.apply()).rejects.toMatchObject({ code: 'exchange.nothingToAdd' });
    // What somebody said otherwise by hand is shown as one to be put there, and goes there alone.
    await workspace.act('groups.put', { classificationId: 'subdistrict', classId: null, unitIds: [unitId('Kolhar', 'panchayat')] });
    const byHand = await preview(['villages-subdistricts.csv']);
    expect(sums(byHand.seen.groups)?.at(-1)).toEqual(['2642', 'Tundi', false, 1, 0]);
    expect((await byHand.apply()).grouped).toBe(1);
    for (let step = 0; step < 2; step++) await workspace.act('history.undo', {});
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('villages come under their panchayats by the body\'s code, where the tree has a level for them', async () => {
    await begin();
    await (await preview(['lgd-blocks.xls'])).apply();
    await (await preview(['lgd-local-bodies.xls'])).apply();
    const { default: Database } = await import('better-sqlite3');
    const file = new Database(workspace.path);
    file.exec(`INSERT INTO level (id, nameEn, nameHi, pluralEn, pluralHi, ordinal) VALUES ('village', 'Village', 'गाँव', 'Villages', 'गाँव', 95); INSERT INTO levelUnder VALUES ('village', 'panchayat')`);
    file.close();
    const { seen, sheet, apply } = await preview(['lgd-villages.xls']);
    expect(sheet.guess).toMatchObject({ form: 'parentCode', levelId: 'village' });
    expect(seen.badRows).toEqual([]);
    await apply();
    expect(ways().filter((way) => way.split('/').length === 5)).toEqual([
      '/Dhanbad#325/Baghmara#3090/Bagdaha#111722/Bagdaha#372101', '/Dhanbad#325/Baghmara#3090/Bagdaha#111722/Kharni#372102', '/Dhanbad#325/Baghmara#3090/Bagra=बगरा#111723/Bagra#372103',
    ]);
  });

  test('any flat sheet: merged cells, the head and totals in between; booths under panchayats with added-up electors', async () => {
    await begin();
    const own = await preview(['own-merged.csv']);
    expect(own.sheet.recognised.kind).toBe('levels');
    const filled = await preview(['own-merged.csv'], root(), { ...own.sheet.guess!, fillDown: true } as ImportMapping);
    expect(filled.seen).toMatchObject({ badRows: [], headsSkipped: 1, totalsSkipped: 1 });
    await filled.apply();
    expect(ways()).toEqual(['/Dhanbad', '/Dhanbad/Baghmara', '/Dhanbad/Baghmara/Bagra', '/Dhanbad/Tundi', '/Dhanbad/Tundi/Katania', '/Dhanbad/Tundi/Kolhar']);
  });
});

describe('into the sample', () => {
  beforeAll(async () => { workspace = await testWorkspace(); });
  afterAll(() => workspace.close());

  test('blocks and local bodies find what is there; new panchayats hang on the right blocks', async () => {
    const blocks = await preview(['lgd-blocks.xls']);
    expect(blocks.seen.badRows).toEqual([]);
    expect(blocks.seen.countsPerLevel.find(({ levelId }) => levelId === 'block')).toEqual({ levelId: 'block', add: 0, existing: 5 });
    const bodies = await preview(['lgd-local-bodies.xls']);
    expect(causes(bodies.seen)).toEqual([]);
    expect(bodies.seen.changes.moves).toEqual([]);
    const panchayats = bodies.seen.countsPerLevel.find(({ levelId }) => levelId === 'panchayat')!;
    expect(panchayats.add + panchayats.existing).toBe(5);
    const before = workspace.record();
    if (panchayats.add > 0) {
      await bodies.apply();
      const wrong = workspace.rows(`SELECT child.nameEn FROM unit AS child JOIN unit AS parent ON parent.id = child.parentId WHERE substr(child.path, 1, length(child.path) - 4) <> parent.path`);
      expect(wrong).toEqual([]);
      await workspace.act('history.undo', {});
    }
    expect(workspace.record()).toBe(before);
  });

  test('Form 20: booths are found by seat and part wherever they stand, the seat told by the file', async () => {
    const before = workspace.record();
    const { seen, sheet } = await preview(['AC 38.csv', 'AC039.csv']);
    expect(sheet.recognised).toMatchObject({ kind: 'form20', seats: [38, 39] });
    expect(sheet.guess).toMatchObject({ form: 'seatBooths', extras: { partNumber: 0, electors: 5 }, nameEn: 1 });
    expect(seen).toMatchObject({ totalsSkipped: 1, matched: 4 });
    // New booths need a place, which Form 20 does not name; a part twice with other figures, and one that is no number, are listed.
    expect(seen.badRows.map(({ file, rowNumber, cause }) => [file, rowNumber, cause])).toEqual([
      ['AC 38.csv', 5, 'levelNotAllowed'], ['AC039.csv', 4, 'otherData'], ['AC039.csv', 5, 'badNumber'],
    ]);
    expect(seen.changes.gone).toEqual([]);
    expect(seen.changes.details.filter(({ field }) => field === 'electors').map(({ to }) => to)).toEqual(['800', '792', '1000', '1002']);
    expect(workspace.record()).toBe(before);
  });

  test('Form 20 under a block takes new booths there; a title row says the seat; the numbers of the columns are no booth', async () => {
    const titled = await inspect('form20-titled.csv');
    expect(titled.recognised).toMatchObject({ kind: 'form20', seats: [40], titles: ['FORM 20', 'Final Result Sheet: 40-Dhanbad Assembly Constituency'] });
    expect(titled.rows).toBe(1);
    const { seen } = await preview(['AC 38.csv'], unitId('Baliapur', 'block'));
    expect(seen.countsPerLevel.find(({ levelId }) => levelId === 'booth')?.add).toBe(1);
  });

  test('several files must be of one shape', async () => {
    const { files, chosen } = open('AC 38.csv', 'lgd-blocks.xls');
    await expect(workspace.act('exchange.inspect', chosen, files)).rejects.toMatchObject({ code: 'exchange.filesDiffer', detail: { name: 'lgd-blocks.xls', first: 'AC 38.csv' } });
  });

  test('a polling-station list in Hindi, UTF-16, with Hindi heads and grouped numbers', async () => {
    const { seen, sheet } = await preview(['booths-hindi.csv'], unitId('Dhanbad', 'district'));
    expect(sheet.recognised.kind).toBe('pollingStations');
    expect(sheet.guess).toMatchObject({ extras: { seatNumber: 1, partNumber: 4, electors: 9 } });
    expect(seen.totalsSkipped).toBe(1);
    expect(seen.rowsRead).toBe(4);
    expect(seen.badRows.every(({ cause }) => cause === 'partTaken')).toBe(true);
  });

  test('electors as men and women only are added up, in a Windows code page with semicolons', async () => {
    const { seen, sheet, apply } = await preview(['booths-parts.csv'], unitId('Dhanbad', 'district'));
    expect(sheet.guess).toMatchObject({ extras: { electorParts: [5, 6, 7] } });
    expect(seen.badRows).toEqual([]);
    await apply();
    expect(workspace.rows(`SELECT nameEn, electors FROM unit WHERE partNumber IN ('801', '802') ORDER BY nameEn`)).toEqual([{ nameEn: 'School A', electors: 781 }, { nameEn: 'School B', electors: 500 }]);
    await workspace.act('history.undo', {});
  });

  test('a broken polling-station list: each cause with its row, the good row taken', async () => {
    const { seen } = await preview(['booths-broken.csv'], unitId('Dhanbad', 'district'));
    expect(causes(seen)).toEqual(['2 badNumber many', '3 seatBlank', '4 parentBlank', '5 partBlank', '6 unknownSeat 999']);
    expect(seen.countsPerLevel.find(({ levelId }) => levelId === 'booth')).toEqual({ levelId: 'booth', add: 1, existing: 0 });
  });
});
