// The timeline by the window, on a real file: rows in their order, found in either script, whole bars with their links, and the same timeline on paper.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayNumber } from '../../shared/dates.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => { workspace = await testWorkspace(); });
afterAll(() => workspace.close());

test('every row takes its place by its first day, with its days and how many phases it has', () => {
  const { kinds, ids, from, to, phases, programmes, today } = workspace.ask('programmes.outline', {});
  const list = workspace.ask('programmes.list', {});
  expect(today).toBe('2022-04-16');
  expect(programmes).toBe(list.length);
  expect(kinds.length).toBe(ids.length);
  expect(from).toEqual([...from].sort((a, b) => a - b));
  for (const one of list) {
    const at = ids.indexOf(one.id);
    expect([kinds[at], from[at], to[at], phases[at]]).toEqual(['p', dayNumber(one.fromDay), dayNumber(one.toDay), one.phases.length]);
  }
  expect(kinds).toContain('m');
  expect(workspace.ask('programmes.outline', { onlyProgrammes: true }).kinds).toBe('p'.repeat(list.length));
});

test('is found in either script and stands in the order asked for', () => {
  const named = (text: string) => workspace.ask('programmes.outline', { text, onlyProgrammes: true }).ids.length;
  expect([named('सदस्यता'), named('membership'), named('संवाद'), named('nothing like it')]).toEqual([1, 1, 1, 0]);
  const [drive, dialogue] = workspace.ask('programmes.list', {}).map(({ id }) => id);
  expect(workspace.ask('programmes.outline', { by: 'name', language: 'en', onlyProgrammes: true }).ids).toEqual([dialogue, drive]);
  expect(workspace.ask('programmes.outline', { by: 'to', onlyProgrammes: true }).ids).toEqual([drive, dialogue]);
});

test('bars come whole with the links at either of their ends; those that are gone are left out', () => {
  const [drive, dialogue] = workspace.ask('programmes.list', {});
  const { bars, links } = workspace.ask('programmes.bars', { items: [{ kind: 'programme', id: dialogue!.id }, { kind: 'programme', id: 'gone' }] });
  expect(bars.map(({ id }) => id)).toEqual([dialogue!.id]);
  expect(bars[0]).toMatchObject({ linked: true, phases: dialogue!.phases, metrics: dialogue!.metrics });
  expect(links.map(({ fromId, kind, days }) => [fromId, kind, days])).toContainEqual([drive!.id, 'startsAfter', 3]);
  const all = workspace.ask('programmes.timeline', { fromDay: '2022-01-01', toDay: '2022-12-31' });
  const items = all.bars.map(({ kind, id }) => ({ kind, id }));
  expect(workspace.ask('programmes.bars', { items }).bars.map(({ metrics: _metrics, ...bar }) => bar).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...all.bars].sort((a, b) => (a.id < b.id ? -1 : 1)));
});

test('on paper stand the same rows, with their links and blackout days in both languages', () => {
  const model = workspace.ask('sheets.model', { sheet: { kind: 'timeline' } });
  expect(model.chart!.bars.map(({ label, kind }) => `${kind} ${label.en}`)).toEqual(expect.arrayContaining(['programme Membership drive', 'programme Dialogue programme', 'phase Block', 'meeting State review meeting']));
  expect([model.chart!.fromDay, model.chart!.toDay]).toEqual(['2022-03-01', '2022-04-30']);
  expect(model.chart!.notes[0]!.hi).toContain('सरहुल');
  expect(model.sections[0]!.rows.flat().map((cell) => (cell && typeof cell === 'object' ? cell.hi : ''))).toContain('सदस्यता अभियान के कम से कम 3 दिन बाद');
  const { html } = workspace.ask('sheets.html', { sheet: { kind: 'timeline' }, languages: 'both' });
  expect(html).toContain('Timeline of programmes');
  expect(html).toContain('कार्यक्रमों की समयरेखा');
});
