// Acts by a clumsy or stale window: on people who were merged, programmes, files and levels that are gone, numbers that are taken.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { openWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
let district = '';
let booth = '';
const day = '2024-02-29';
beforeAll(async () => {
  file = await openWorkspace(() => undefined, { kind: 'new', nameEn: 'State', nameHi: 'राज्य' });
  const under = async (parentId: string, levelId: string, nameEn: string) => (await file.act('units.add', { parentId, levelId, nameEn, nameHi: null })).id;
  district = await under(file.rows<{ id: string }>('SELECT id FROM unit')[0]!.id, 'district', 'District');
  const block = await under(district, 'block', 'Block');
  const panchayat = await under(block, 'panchayat', 'Panchayat');
  booth = await under(panchayat, 'booth', 'Booth 12');
  const { id: seat } = await file.act('seats.save', { id: null, fields: { kind: 'assembly', number: 1, nameEn: 'Seat', nameHi: null, reservation: '', parentId: null, electors: null } });
  await file.act('groups.put', { classificationId: 'assembly', classId: seat, unitIds: [booth] });
});
afterAll(() => file.close());

/** The code of a refusal; anything else that goes wrong is a fault of ours and is thrown on. */
const codeOf = (act: Promise<unknown>) => act.then(() => 'done', (error: unknown) => { if (error instanceof AppError) return error.code; throw error; });
const fields = (nameEn: string) => ({ nameEn, nameHi: null, phones: [], veteran: false });
const add = async (nameEn: string) => (await file.act('people.save', { id: null, fields: fields(nameEn) })).id;
const post = { postKindId: null, titleEn: 'Worker', titleHi: null, unitId: null, fromDay: null, toDay: null, orderBy: '', orderDay: null };

it('gives nothing to a record that was merged into another, and lets the person kept be removed', async () => {
  const [kept, gone] = [await add('Kept'), await add('Gone')];
  await file.act('charges.handOut', { lines: [{ personId: gone, unitIds: [district] }], fromDay: day, toDay: day });
  await file.act('duplicates.merge', { keptId: kept, goneId: gone, fields: fields('Kept') });
  const before = file.record();
  for (const act of [
    file.act('charges.handOut', { lines: [{ personId: gone, unitIds: [district] }], fromDay: day, toDay: day }),
    file.act('charges.handOver', { fromPersonId: kept, toPersonId: gone, day }),
    file.act('posts.save', { id: null, personId: gone, fields: post }),
    file.act('people.save', { id: gone, fields: fields('Changed') }),
    file.act('people.addAway', { personId: gone, fromDay: day, toDay: day, reason: '' }),
    file.act('people.remove', { id: gone }),
    file.act('duplicates.notSame', { aId: kept, bId: gone }),
    file.act('duplicates.merge', { keptId: gone, goneId: kept, fields: fields('Kept') }),
  ]) expect(await codeOf(act)).toBe('people.gone');
  expect(await codeOf(file.act('calendar.saveMeeting', { id: null, fields: { titleEn: 'M', titleHi: null, day, begin: 600, minutes: 60, unitId: null, placeEn: null, placeHi: null, personIds: [gone] } }))).toBe('calendar.noPerson');
  expect(file.record()).toBe(before);
  await file.act('people.remove', { id: kept });
  expect(file.rows('SELECT 1 FROM person WHERE id IN (?, ?)', kept, gone)).toEqual([]);
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
});

it('refuses a programme that is no longer there when handing out, and a leader who is gone on a target', async () => {
  const personId = await add('Leader');
  expect(await codeOf(file.act('charges.handOut', { lines: [{ personId, unitIds: [district] }], fromDay: day, toDay: day, programmeId: 'gone' }))).toBe('programmes.gone');
  const { id: metricId } = await file.act('programmes.saveMetric', { id: null, fields: { nameEn: 'M', nameHi: null, kind: 'sum', countLevelId: null, ofMetricId: null } });
  const { id: programmeId } = await file.act('programmes.save', { id: null, fields: { nameEn: 'P', nameHi: null, fromDay: day, toDay: day, phases: [], metricIds: [metricId] } });
  expect(await codeOf(file.act('targets.set', { programmeId, metricId, unitId: district, personId: 'gone' }))).toBe('people.gone');
});

it('says so when a chosen file is gone, whoever reads it', async () => {
  const files = { t: join(dirname(file.path), 'gone.csv') };
  expect(await codeOf(file.act('seats.read', { token: 't' }, files))).toBe('exchange.fileGone');
  expect(await codeOf(file.act('peopleImport.inspect', { token: 't' }, files))).toBe('exchange.fileGone');
  expect(await codeOf(file.act('exchange.inspect', { token: 't' }, files))).toBe('exchange.fileGone');
  expect(await codeOf(file.act('outlines.inspect', { token: 't', unitId: null }, files))).toBe('exchange.fileGone');
  expect(await codeOf(file.act('reorganisation.previewRenumber', { token: 't', day, orderBy: '', reason: '' }, files))).toBe('exchange.fileGone');
  expect(await codeOf(file.act('seats.read', { token: 't' }))).toBe('exchange.chooseAgain');
});

it('makes no classification of a level that is not there', async () => {
  expect(await codeOf(file.act('groups.fromLevel', { levelId: 'nowhere' }))).toBe('groups.nothingBelow');
});

it('gives no new booth a part number that another one of the seat has, in whatever digits', async () => {
  const sheet = join(dirname(file.path), 'parts.csv');
  writeFileSync(sheet, 'Seat,Old,New\n1,12,१४\n');
  const split = (partNumber: string) => ({ kind: 'split' as const, day, orderBy: '', reason: '', unitId: booth, childIds: [], percent: 1, nameEn: 'New', nameHi: null, code: null, partNumber, runOn: true });
  const { newUnitId } = await file.act('reorganisation.apply', split('12'));
  expect(await codeOf(file.act('reorganisation.apply', split('०१२')))).toBe('reorganisation.partTaken');
  expect(await codeOf(file.act('reorganisation.preview', split('12')))).toBe('reorganisation.partTaken');
  await file.act('reorganisation.renumber', { token: 't', day, orderBy: '', reason: '' }, { t: sheet });
  expect(file.rows('SELECT partNumber FROM unit WHERE id = ?', newUnitId)).toEqual([{ partNumber: '14' }]);
});
