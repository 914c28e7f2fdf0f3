// Seats in a real file: by hand and from a list; numbers are unique, what booths belong to stays, and every step is undone whole.
import { afterEach, expect, test } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
afterEach(() => file.close());
const fields = { kind: 'assembly' as const, number: 38, nameEn: 'Sindri', nameHi: 'सिंदरी', reservation: 'GEN' as const, parentId: null, electors: null };
const list = { rows: [['AC No', 'AC Name', 'AC Name (Hindi)', 'Reservation', 'PC No', 'PC Name'], ['38', 'Sindri', 'सिंदरी', 'GEN', '7', 'Dhanbad'], ['39', 'Nirsa', '', 'GEN', '7', 'Dhanbad'], ['40', 'Dhanbad', 'धनबाद', 'SC', '7', 'Dhanbad'], ['', 'nobody', '', '', '', '']] };

test('a seat is added, changed and taken away; a number stands once', async () => {
  file = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: '' });
  const before = file.record();
  const { id } = await file.act('seats.save', { id: null, fields });
  await expect(file.act('seats.save', { id: null, fields })).rejects.toMatchObject({ code: 'seats.numberTaken', detail: { number: 38 } });
  await expect(file.act('seats.save', { id, fields: { ...fields, parentId: id } })).rejects.toMatchObject({ code: 'seats.gone' });
  await file.act('seats.save', { id, fields: { ...fields, nameEn: 'Sindari' } });
  expect(file.ask('seats.list', {})).toMatchObject([{ id, number: 38, nameEn: 'Sindari', booths: 0 }]);
  expect(file.ask('units.search', { text: 'sindari' })[0]).toMatchObject({ kind: 'constituency', id });
  await file.act('seats.remove', { id });
  expect(file.record()).toBe(before);
  for (let step = 0; step < 3; step++) await file.act('history.undo', {});
  expect(file.record()).toBe(before);
});

test('a list makes seats with their Lok Sabha seat, and once more changes nothing', async () => {
  file = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: '' });
  const before = file.record();
  expect(file.ask('seats.preview', list)).toMatchObject({ added: 3, changed: 0, same: 0, lokSabhaAdded: 1, bad: [{ row: 5, cause: 'noNumber' }] });
  expect(file.record()).toBe(before);
  expect(await file.act('seats.apply', list)).toEqual({ seats: 3 });
  const [above, ...seats] = file.ask('seats.list', {});
  expect(above).toMatchObject({ kind: 'lokSabha', number: 7, nameEn: 'Dhanbad' });
  expect(seats.map(({ number, parentId, reservation, nameHi }) => [number, parentId === above!.id, reservation, nameHi])).toEqual([[38, true, 'GEN', 'सिंदरी'], [39, true, 'GEN', null], [40, true, 'SC', 'धनबाद']]);
  expect(file.ask('seats.preview', list)).toMatchObject({ added: 0, changed: 0, same: 3, lokSabhaAdded: 0 });
  await expect(file.act('seats.apply', list)).rejects.toMatchObject({ code: 'seats.nothingNew' });
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
});

test('seats with booths cannot be taken away; a list changes their names and nothing else', async () => {
  file = await testWorkspace();
  const sindri = file.ask('seats.list', {}).find(({ kind, number }) => kind === 'assembly' && number === 38)!;
  expect(sindri.booths).toBeGreaterThan(100);
  await expect(file.act('seats.remove', { id: sindri.id })).rejects.toMatchObject({ code: 'seats.inUse' });
  await expect(file.act('seats.remove', { id: sindri.parentId! })).rejects.toMatchObject({ code: 'seats.inUse' });
  const rows = [list.rows[0]!, ['38', 'Sindri Nagar', '', '', '', '']];
  expect(file.ask('seats.preview', { rows })).toMatchObject({ added: 0, changed: 1 });
  await file.act('seats.apply', { rows });
  expect(file.ask('seats.list', {}).find(({ id }) => id === sindri.id)).toEqual({ ...sindri, nameEn: 'Sindri Nagar' });
});
