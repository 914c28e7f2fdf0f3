// Units changed from a day on keep how they were, once for each day, and never behind an act that came later.
import { afterAll, beforeAll, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import { sqlOf } from '../../../electron/store/sql.ts';
import type { WriteDb } from '../../../electron/store/sql.ts';
import { changeUnitFrom, closeUnitFrom, moveUnitFrom, recordTargetVersion, recordVersion } from '../../../electron/subjects/reorganise/versions.ts';
import { testWorkspace } from '../../help/workspace.ts';
import type { TestWorkspace } from '../../help/workspace.ts';

let file: TestWorkspace;
let connection: Database.Database;
let db: WriteDb;
beforeAll(async () => {
  file = await testWorkspace();
  connection = new Database(file.path);
  connection.pragma('foreign_keys = ON');
  db = sqlOf(connection);
});
afterAll(() => {
  connection.close();
  file.close();
});

const idOf = (levelId: string, nameEn: string) => file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn)[0]!.id;
const versions = (unitId: string) => file.rows<{ untilDay: string; nameEn: string; parentId: string }>('SELECT untilDay, nameEn, parentId FROM unitVersion WHERE unitId = ? ORDER BY untilDay', unitId);

test('a renamed unit keeps its earlier name once a day, and an act behind it is refused', () => {
  const block = idOf('block', 'Baghmara');
  const dhanbad = idOf('district', 'Dhanbad');
  expect(changeUnitFrom(db, block, { nameEn: 'Baghmara', nameHi: 'बाघमारा' }, '2022-03-01')).toBe(false);
  expect(changeUnitFrom(db, block, { nameEn: 'Katras' }, '2022-03-01')).toBe(true);
  changeUnitFrom(db, block, { nameEn: 'Katrasgarh' }, '2022-03-01');
  moveUnitFrom(db, block, idOf('district', 'Bokaro'), '2022-04-01');
  expect(versions(block)).toEqual([
    { untilDay: '2022-03-01', nameEn: 'Baghmara', parentId: dhanbad },
    { untilDay: '2022-04-01', nameEn: 'Katrasgarh', parentId: dhanbad },
  ]);
  expect(() => recordVersion(db, block, '2022-03-15')).toThrow(expect.objectContaining({ code: 'reorganisation.laterAct' }));
  expect(() => closeUnitFrom(db, idOf('district', 'Bokaro'), '2022-03-15')).toThrow(expect.objectContaining({ code: 'reorganisation.laterAct' }));
  closeUnitFrom(db, block, '2022-04-18');
  expect(file.rows('SELECT COUNT(*) AS n FROM unit WHERE closedDay = ?', '2022-04-18')[0]).toMatchObject({ n: expect.any(Number) });
  expect(file.rows<{ path: string }>('SELECT unit.path FROM unit JOIN unit AS parent ON parent.id = unit.parentId WHERE substr(unit.path, 1, length(unit.path) - 4) <> parent.path')).toEqual([]);
});

test('a unit is not moved under itself, and one that opens on a day was nothing before', () => {
  const dhanbad = idOf('district', 'Dhanbad');
  expect(() => moveUnitFrom(db, dhanbad, idOf('block', 'Topchanchi'), '2022-04-01')).toThrow(expect.objectContaining({ code: 'units.underItself' }));
  const nirsa = idOf('block', 'Nirsa');
  connection.prepare('UPDATE unit SET openedDay = ? WHERE id = ?').run('2022-04-01', nirsa);
  recordVersion(db, nirsa, '2022-04-01');
  expect(versions(nirsa)).toEqual([]);
  expect(() => recordVersion(db, nirsa, '2022-03-31')).toThrow(expect.objectContaining({ code: 'reorganisation.laterAct' }));
});

test('a target keeps what it was, also that there was none', () => {
  const programme = file.rows<{ programmeId: string; metricId: string }>('SELECT programmeId, metricId FROM programmeMetric LIMIT 1')[0]!;
  const unitId = idOf('block', 'Topchanchi');
  recordTargetVersion(db, { ...programme, unitId }, '2022-04-01');
  expect(file.rows('SELECT untilDay, value FROM targetVersion WHERE unitId = ?', unitId)).toEqual([{ untilDay: '2022-04-01', value: null }]);
});
