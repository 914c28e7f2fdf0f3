// A newer list taken into a real file: names, places, details and closings from a day on, held-back lines left alone, one undo.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ImportWanted } from '../../shared/model/importing.ts';
import { guessColumns } from '../../shared/rules/importing/guessColumns.ts';
import { readTableBytes } from '../../electron/sheets/readTable.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let folder: string;
let workspace: TestWorkspace;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'sangathan-newer-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => workspace.close());

const everything: ImportWanted = { add: true, renames: true, moves: true, details: true, gone: true, day: '2022-04-10', opensNew: true, heldBack: [] };
const head = 'District Code,District Name,Block Code,Block Name,Block Name (In Hindi),Electors';
const march = ['1,Dhanbad,11,Baghmara,,100', '1,Dhanbad,12,Jharia,,200', '2,Bokaro,21,Chas,,300', '2,Bokaro,22,Petarwar,,400'];
/** Jharia is called otherwise, Chas has gone to Dhanbad, Baghmara got its Hindi name and more electors, Petarwar is no more, Chandankiyari is new. */
const june = ['1,Dhanbad,11,Baghmara,बाघमारा,150', '1,Dhanbad,12,Jharia Sadar,,200', '1,Dhanbad,21,Chas,,300', '2,Bokaro,23,Chandankiyari,,50'];

async function sheet(name: string, lines: string[]) {
  const path = join(folder, name);
  const text = [head, ...lines].join('\n');
  writeFileSync(path, text);
  const { rows } = await readTableBytes(name, new TextEncoder().encode(text));
  const mapping = guessColumns(rows, workspace.ask('units.levels', {}));
  if (!mapping) throw new Error('not understood');
  return { files: { chosen: path }, choice: { token: 'chosen', rootId: workspace.ask('workspace.get', {}).rootUnitId, mapping } };
}
const tree = () => workspace.rows<{ way: string }>(
  `SELECT parent.nameEn || '/' || unit.nameEn || CASE WHEN unit.closedDay IS NULL THEN '' ELSE ' closed ' || unit.closedDay END AS way
   FROM unit JOIN unit AS parent ON parent.id = unit.parentId WHERE unit.levelId = 'block' ORDER BY way`).map(({ way }) => way);
const idOf = (name: string) => workspace.rows<{ id: string }>('SELECT id FROM unit WHERE nameEn = ?', name)[0]!.id;

async function before() {
  workspace = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: '' });
  await workspace.act('workspace.set', { asOfDay: '2022-04-16' });
  const first = await sheet('march.csv', march);
  await workspace.act('exchange.apply', first.choice, first.files);
  return sheet('june.csv', june);
}

test('everything the newer list says is shown, done from its day in one step, and undone in one', async () => {
  const { choice, files } = await before();
  const record = workspace.record();
  const preview = await workspace.act('exchange.preview', choice, files);
  expect(preview.changeCounts).toEqual({ renames: 1, moves: 1, details: 2, gone: 1 });
  expect(preview.changes.gone).toMatchObject([{ nameEn: 'Petarwar', parentEn: 'Bokaro' }]);
  expect(workspace.record()).toBe(record);

  expect(await workspace.act('exchange.apply', { ...choice, wanted: everything }, files)).toEqual({ added: 1, renamed: 1, moved: 1, detailed: 2, closed: 1, grouped: 0 });
  expect(tree()).toEqual(['Bokaro/Chandankiyari', 'Bokaro/Petarwar closed 2022-04-10', 'Dhanbad/Baghmara', 'Dhanbad/Chas', 'Dhanbad/Jharia Sadar']);
  expect(workspace.ask('units.get', { id: idOf('Dhanbad') }).electors).toBe(650);
  expect(workspace.rows('SELECT nameHi, electors FROM unit WHERE code = ?', '11')).toEqual([{ nameHi: 'बाघमारा', electors: 150 }]);
  expect(workspace.rows('SELECT openedDay FROM unit WHERE code = ?', '23')).toEqual([{ openedDay: '2022-04-10' }]);
  // How they were until that day is kept, and the old name still finds the unit.
  expect(workspace.rows(`SELECT unit.nameEn AS now, version.nameEn AS was, parent.nameEn AS under, untilDay FROM unitVersion AS version JOIN unit ON unit.id = version.unitId JOIN unit AS parent ON parent.id = version.parentId ORDER BY now`))
    .toEqual([{ now: 'Chas', was: 'Chas', under: 'Bokaro', untilDay: '2022-04-10' }, { now: 'Jharia Sadar', was: 'Jharia', under: 'Dhanbad', untilDay: '2022-04-10' }]);
  expect(workspace.rows('SELECT name FROM unitAlias')).toEqual([{ name: 'Jharia' }]);
  expect(workspace.ask('history.list', {})[0]?.summary).toEqual({ key: 'exchange.update', detail: { added: 1, renamed: 1, moved: 1, detailed: 2, closed: 1, grouped: 0, fileName: 'june.csv' } });

  const again = await workspace.act('exchange.preview', choice, files);
  expect(again.changeCounts).toEqual({ renames: 0, moves: 0, details: 0, gone: 0 });
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(record);
});

test('only what is wanted is done: kinds left out, lines held back', async () => {
  const { choice, files } = await before();
  const wanted = { ...everything, add: false, gone: false, details: false, heldBack: [idOf('Jharia')] };
  expect(await workspace.act('exchange.apply', { ...choice, wanted }, files)).toEqual({ added: 0, renamed: 0, moved: 1, detailed: 0, closed: 0, grouped: 0 });
  expect(tree()).toEqual(['Bokaro/Petarwar', 'Dhanbad/Baghmara', 'Dhanbad/Chas', 'Dhanbad/Jharia']);
});

test('a block goes along to a district that is new in the list; without the new district it stays', async () => {
  const { choice } = await before();
  const { files } = await sheet('new-district.csv', [...march.slice(0, 3), '9,Tenughat,22,Petarwar,,400']);
  await workspace.act('exchange.apply', { ...choice, wanted: { ...everything, add: false, details: false, renames: false } }, files).catch((error: { code: string }) => expect(error.code).toBe('exchange.nothingToAdd'));
  expect(tree()).toContain('Bokaro/Petarwar');
  expect(await workspace.act('exchange.apply', { ...choice, wanted: everything }, files)).toMatchObject({ added: 1, moved: 1, closed: 0 });
  expect(tree()).toContain('Tenughat/Petarwar');
});

test('a day to come is refused, and so is one before the unit was last reorganised; nothing is changed', async () => {
  const { choice, files } = await before();
  const record = workspace.record();
  await expect(workspace.act('exchange.apply', { ...choice, wanted: { ...everything, day: '2022-05-01' } }, files)).rejects.toMatchObject({ code: 'reorganisation.futureDay' });
  expect(workspace.record()).toBe(record);
  await workspace.act('exchange.apply', { ...choice, wanted: everything }, files);
  const after = workspace.record();
  const back = await sheet('back.csv', march);
  await expect(workspace.act('exchange.apply', { ...choice, wanted: { ...everything, day: '2022-04-01' } }, back.files)).rejects.toMatchObject({ code: 'reorganisation.laterAct' });
  expect(workspace.record()).toBe(after);
});

test('what the party put under a district of its own has not moved for the office, and that district is not gone', async () => {
  const { choice } = await before();
  await workspace.act('reorganisation.apply', { kind: 'split', day: '2022-04-05', orderBy: '', reason: '', unitId: idOf('Dhanbad'), childIds: [idOf('Jharia')], percent: null, nameEn: 'Dhanbad Gramin', nameHi: null, code: null, partNumber: null, runOn: false });
  expect(tree()).toContain('Dhanbad Gramin/Jharia');
  const { files } = await sheet('same.csv', march);
  const preview = await workspace.act('exchange.preview', choice, files);
  expect(preview.badRows).toEqual([]);
  expect(preview.changeCounts).toEqual({ renames: 0, moves: 0, details: 0, gone: 0 });
});

test('in a file without seats the booths bring theirs, by number and name; later sheets must know them', async () => {
  workspace = await testWorkspace({ kind: 'new', nameEn: 'Uttar Pradesh', nameHi: '' });
  const path = join(folder, 'booths.csv');
  const write = (lines: string[]) => {
    writeFileSync(path, ['District,Block,Panchayat,AC No,AC Name,Part No,Booth,Electors', ...lines].join('\n'));
    return { chosen: path };
  };
  const files = write(['Agra,Etmadpur,Rahan,86,Etmadpur,1,Primary School,812', 'Agra,Etmadpur,Rahan,86,Etmadpur,2,Panchayat Bhawan,640', 'Agra,Khandauli,Usmanpur,87,आगरा कैंट,1,Junior High School,700']);
  const { rows } = await readTableBytes('booths.csv', new Uint8Array(readFileSync(path)));
  const mapping = guessColumns(rows, workspace.ask('units.levels', {}));
  const choice = { token: 'chosen', rootId: workspace.ask('workspace.get', {}).rootUnitId, mapping: mapping! };
  const preview = await workspace.act('exchange.preview', choice, files);
  expect(preview.badRows).toEqual([]);
  expect(preview.seats).toEqual([{ number: 86, nameEn: 'Etmadpur', nameHi: null }, { number: 87, nameEn: 'आगरा कैंट', nameHi: 'आगरा कैंट' }]);
  const record = workspace.record();
  await workspace.act('exchange.apply', choice, files);
  expect(workspace.ask('units.constituencies', {}).map(({ kind, number, nameEn }) => [kind, number, nameEn])).toEqual([['assembly', 86, 'Etmadpur'], ['assembly', 87, 'आगरा कैंट']]);
  expect(workspace.rows(`SELECT constituency.number, COUNT(*) AS booths FROM unit JOIN constituency ON constituency.id = constituencyId GROUP BY number`)).toEqual([{ number: 86, booths: 2 }, { number: 87, booths: 1 }]);
  const later = await workspace.act('exchange.preview', choice, write(['Agra,Etmadpur,Rahan,68,Etmadpur,3,Hall,100']));
  expect(later.badRows).toMatchObject([{ cause: 'unknownSeat' }]);
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(record);
});

test('a Hindi name from the list is nobody’s guess any more; one guessed from the old English name goes with it', async () => {
  const { choice } = await before();
  await workspace.act('names.propose', { unitId: null, levelId: null });
  expect(workspace.rows(`SELECT COUNT(*) AS n FROM unit WHERE nameHiProposed = 1`)).not.toEqual([{ n: 0 }]);
  const { files } = await sheet('hindi.csv', ['1,Dhanbad,11,Baghmara,बाघमारा,100', '1,Dhanbad,12,Jharia Sadar,,200', '2,Bokaro,21,Chas Nagar,चास नगर,300', '2,Bokaro,22,Petarwar,,400']);
  await workspace.act('exchange.apply', { ...choice, wanted: everything }, files);
  expect(workspace.rows(`SELECT code, nameHi, nameHiProposed FROM unit WHERE levelId = 'block' AND code <> '22' ORDER BY code`)).toEqual([
    { code: '11', nameHi: 'बाघमारा', nameHiProposed: 0 }, { code: '12', nameHi: null, nameHiProposed: 0 }, { code: '21', nameHi: 'चास नगर', nameHiProposed: 0 },
  ]);
  // Petarwar is called as before: its proposal still waits for somebody.
  expect(workspace.rows(`SELECT nameHi IS NOT NULL AS has, nameHiProposed FROM unit WHERE code = '22'`)).toEqual([{ has: 1, nameHiProposed: 1 }]);
});

test('a booth known by name alone gets its seat and part from a later list', async () => {
  workspace = await testWorkspace({ kind: 'new', nameEn: 'Uttar Pradesh', nameHi: '' });
  const path = join(folder, 'parts.csv');
  const take = async (lines: string[]) => {
    writeFileSync(path, lines.join('\n'));
    const { rows } = await readTableBytes('parts.csv', new Uint8Array(readFileSync(path)));
    const mapping = guessColumns(rows, workspace.ask('units.levels', {}))!;
    return workspace.act('exchange.apply', { token: 'chosen', rootId: workspace.ask('workspace.get', {}).rootUnitId, mapping, wanted: { ...everything, day: null } }, { chosen: path });
  };
  await take(['District,Block,Panchayat,Booth', 'Agra,Etmadpur,Rahan,Primary School', 'Agra,Etmadpur,Rahan,Panchayat Bhawan']);
  const record = workspace.record();
  expect(await take(['District,Block,Panchayat,AC No,AC Name,Part No,Booth', 'Agra,Etmadpur,Rahan,86,Etmadpur,1,Primary School', 'Agra,Etmadpur,Rahan,86,Etmadpur,2,Panchayat Bhawan']))
    .toMatchObject({ added: 0, detailed: 4 });
  expect(workspace.rows(`SELECT unit.nameEn, constituency.number, partNumber FROM unit JOIN constituency ON constituency.id = constituencyId ORDER BY partNumber`))
    .toEqual([{ nameEn: 'Primary School', number: 86, partNumber: '1' }, { nameEn: 'Panchayat Bhawan', number: 86, partNumber: '2' }]);
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(record);
});
