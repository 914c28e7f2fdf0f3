// Every act on the tree, on a real file: what it changes, that the sums follow, that undo gives the identical record, and what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { expectTalliesRight } from './countByHand.ts';

let file: TestWorkspace;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());

const idOf = (levelId: string, nameEn: string): string => {
  const found = file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn);
  if (found.length === 0) throw new Error(`no ${levelId} ${nameEn}`);
  return found[0]!.id;
};
const childrenOf = (parentId: string | null, input: { offset?: number; limit?: number; language?: 'en' | 'hi'; closed?: boolean } = {}) => file.ask('units.children', { parentId, ...input });
const codeOf = (act: Promise<unknown>) => act.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));

/** Every path is its parent's and one key more, and no two are the same. */
function expectPathsRight(): void {
  const wrong = file.rows('SELECT unit.id FROM unit JOIN unit AS parent ON parent.id = unit.parentId WHERE substr(unit.path, 1, length(unit.path) - 4) <> parent.path');
  expect(wrong).toEqual([]);
}

/** Runs an act, checks what follows, takes it back and expects the very same record; then does it again and takes it back again. */
async function actAndUndo(act: () => Promise<unknown>, check: () => void): Promise<void> {
  const before = file.record();
  await act();
  check();
  expectTalliesRight(file);
  expectPathsRight();
  const after = file.record();
  expect(after).not.toBe(before);
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
  expectTalliesRight(file);
  await file.act('history.redo', {});
  expect(file.record()).toBe(after);
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
}

async function expectRefused(code: string, act: () => Promise<unknown>): Promise<void> {
  const before = file.record();
  const steps = file.rows<{ n: number }>('SELECT COUNT(*) AS n FROM step');
  expect(await codeOf(act())).toBe(code);
  expect(file.record()).toBe(before);
  expect(file.rows('SELECT COUNT(*) AS n FROM step')).toEqual(steps);
}

describe('acts, each taken back to the identical record', () => {
  it('add a panchayat', async () => {
    const block = idOf('block', 'Baghmara');
    const before = file.ask('units.get', { id: block });
    let id = '';
    await actAndUndo(
      async () => { id = (await file.act('units.add', { parentId: block, levelId: 'panchayat', nameEn: 'Naya Tola', nameHi: 'नया टोला', lat: 23.789123456789, lon: 86.2 })).id; },
      () => {
        expect(file.ask('units.get', { id })).toMatchObject({ nameHi: 'नया टोला', parentId: block, levelId: 'panchayat', lat: 23.789123456789, demonstration: false });
        expect(file.ask('units.get', { id: block }).children).toBe(before.children + 1);
      },
    );
  });

  it('add a booth: electors and booths rise up to the state', async () => {
    const panchayat = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'panchayat' ORDER BY path LIMIT 1`)[0]!.id;
    const state = idOf('state', 'Jharkhand');
    const before = file.ask('units.get', { id: state });
    await actAndUndo(
      () => file.act('units.add', { parentId: panchayat, levelId: 'booth', nameEn: 'Booth 999', nameHi: 'बूथ 999', electors: 777, partNumber: '999' }),
      () => {
        expect(file.ask('units.get', { id: state })).toMatchObject({ electors: before.electors + 777, booths: 29501 });
        expect(childrenOf(panchayat).rows.at(-1)).toMatchObject({ nameEn: 'Booth 999', electors: 777 });
      },
    );
  });

  it('rename and correct', async () => {
    const block = idOf('block', 'Baghmara');
    await actAndUndo(
      () => file.act('units.update', { id: block, fields: { nameHi: 'बाघमारा प्रखंड', code: '9999', placeHi: 'कतरास', lat: 1 / 3, lon: -0.1 } }),
      () => expect(file.ask('units.get', { id: block })).toMatchObject({ nameEn: 'Baghmara', nameHi: 'बाघमारा प्रखंड', code: '9999', placeHi: 'कतरास', lat: 1 / 3, lon: -0.1 }),
    );
  });

  it('move a block with all below it', async () => {
    const block = idOf('block', 'Baghmara');
    const [from, to] = [idOf('district', 'Dhanbad'), idOf('district', 'Bokaro')];
    const [fromBefore, toBefore, own] = [from, to, block].map((id) => file.ask('units.get', { id }));
    await actAndUndo(
      () => file.act('units.move', { id: block, parentId: to }),
      () => {
        const [fromAfter, toAfter, moved] = [from, to, block].map((id) => file.ask('units.get', { id }));
        expect(moved!.ancestors.map((crumb) => crumb.nameEn)).toEqual(['Jharkhand', 'Bokaro']);
        expect(moved!.counts).toEqual(own!.counts);
        expect(fromAfter!.electors).toBe(fromBefore!.electors - own!.electors);
        expect(toAfter!.electors).toBe(toBefore!.electors + own!.electors);
        const deep = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'booth' AND path >= ? AND path < ? LIMIT 1`, moved!.path, `${moved!.path}{`)[0]!.id;
        expect(file.ask('units.get', { id: deep }).ancestors.map((crumb) => crumb.nameEn)).toContain('Bokaro');
      },
    );
  });

  it('move a single booth (few rows: worked out from the place itself, not from the whole)', async () => {
    const booth = file.rows<{ id: string; parentId: string }>(`SELECT id, parentId FROM unit WHERE levelId = 'booth' AND parentId IN (SELECT id FROM unit WHERE levelId = 'panchayat') LIMIT 1`)[0]!;
    const to = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'panchayat' AND id <> ? ORDER BY path DESC LIMIT 1`, booth.parentId)[0]!.id;
    await actAndUndo(() => file.act('units.move', { id: booth.id, parentId: to }), () => expect(file.ask('units.get', { id: booth.id }).parentId).toBe(to));
  });

  it('close a block from a day, and open it again', async () => {
    const block = idOf('block', 'Baghmara');
    const district = idOf('district', 'Dhanbad');
    const shown = () => childrenOf(district).rows.map((row) => row.id);
    const record = file.record();
    await actAndUndo(
      () => file.act('units.close', { id: block, day: '2022-04-30' }),
      () => {
        expect(shown()).not.toContain(block);
        expect(childrenOf(district, { closed: true }).rows.find((row) => row.id === block)?.closedDay).toBe('2022-04-30');
        expect(file.rows('SELECT 1 FROM unit WHERE parentId = ? AND closedDay IS NULL', block)).toEqual([]);
      },
    );
    await file.act('units.close', { id: block, day: '2022-04-30' });
    await actAndUndo(() => file.act('units.reopen', { id: block }), () => {
      expect(shown()).toContain(block);
      expect(file.record()).toBe(record);
    });
    await file.act('history.undo', {});
  });

  it('opening again leaves closed what was closed before', async () => {
    const block = idOf('block', 'Baghmara');
    const panchayat = childrenOf(block).rows[0]!.id;
    await file.act('units.close', { id: panchayat, day: '2021-01-01' });
    await file.act('units.close', { id: block, day: '2022-04-30' });
    await expectRefused('units.parentClosed', () => file.act('units.reopen', { id: panchayat }));
    await expectRefused('units.parentClosed', () => file.act('units.add', { parentId: block, levelId: 'panchayat', nameEn: 'X' }));
    await file.act('units.reopen', { id: block });
    expect(file.rows('SELECT closedDay FROM unit WHERE id IN (?, ?) ORDER BY closedDay', block, panchayat)).toEqual([{ closedDay: null }, { closedDay: '2021-01-01' }]);
    expectTalliesRight(file);
    for (let step = 0; step < 3; step++) await file.act('history.undo', {});
    expectTalliesRight(file);
  });

  it('remove a unit with nothing below it', async () => {
    const booth = file.rows<{ id: string; parentId: string }>(`SELECT id, parentId FROM unit WHERE levelId = 'booth' ORDER BY path DESC LIMIT 1`)[0]!;
    await actAndUndo(() => file.act('units.remove', { id: booth.id }), () => {
      expect(codeOfAsk(() => file.ask('units.get', { id: booth.id }))).toBe('units.gone');
      expect(file.ask('units.search', { text: booth.id })).toEqual([]);
    });
  });

  it('remove the last child: its parent has no sums any more', async () => {
    const block = idOf('block', 'Baghmara');
    const { id } = await file.act('units.add', { parentId: block, levelId: 'panchayat', nameEn: 'Alone' });
    const booth = await file.act('units.add', { parentId: id, levelId: 'booth', nameEn: 'Booth 1', electors: 10 });
    await actAndUndo(() => file.act('units.remove', { id: booth.id }), () => {
      expect(file.ask('units.get', { id })).toMatchObject({ children: 0, electors: 0, counts: [] });
    });
    for (let step = 0; step < 2; step++) await file.act('history.undo', {});
  });
});

function codeOfAsk(ask: () => unknown): string {
  try {
    ask();
    return 'answered';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('what must not be is refused, and nothing changes', () => {
  it('a level under one it may not stand under', async () => {
    await expectRefused('units.wrongLevel', () => file.act('units.add', { parentId: idOf('state', 'Jharkhand'), levelId: 'booth', nameEn: 'Booth' }));
    await expectRefused('units.wrongLevel', () => file.act('units.add', { parentId: null, levelId: 'district', nameEn: 'Nowhere' }));
    await expectRefused('units.wrongLevel', () => file.act('units.move', { id: idOf('block', 'Baghmara'), parentId: idOf('block', 'Topchanchi') }));
    await expectRefused('units.wrongLevel', () => file.act('units.move', { id: idOf('block', 'Baghmara'), parentId: idOf('state', 'Jharkhand') }));
  });

  it('a unit under itself or under what stands below it', async () => {
    const block = idOf('block', 'Baghmara');
    await expectRefused('units.underItself', () => file.act('units.move', { id: block, parentId: block }));
    await expectRefused('units.underItself', () => file.act('units.move', { id: block, parentId: childrenOf(block).rows[0]!.id }));
  });

  it('removing what others lean on', async () => {
    await expectRefused('units.inUse', () => file.act('units.remove', { id: idOf('district', 'Dhanbad') }));
    const block = idOf('block', 'Baghmara');
    const { id: panchayat } = await file.act('units.add', { parentId: block, levelId: 'panchayat', nameEn: 'Leaned on' });
    await file.act('people.save', { id: null, fields: { nameEn: 'A worker', nameHi: null, phones: [], veteran: false }, post: { postKindId: 'worker', titleEn: '', titleHi: null, unitId: panchayat, fromDay: null, toDay: null, orderBy: '', orderDay: null } });
    await expectRefused('units.inUse', () => file.act('units.remove', { id: panchayat }));
    for (let step = 0; step < 2; step++) await file.act('history.undo', {});
  });

  it('a unit that is not there, and moving where it already stands', async () => {
    await expectRefused('units.gone', () => file.act('units.update', { id: 'nobody', fields: { nameEn: 'X' } }));
    await expectRefused('units.gone', () => file.act('units.move', { id: idOf('block', 'Baghmara'), parentId: 'nobody' }));
    const before = file.record();
    await file.act('units.move', { id: idOf('block', 'Baghmara'), parentId: idOf('district', 'Dhanbad') });
    expect(file.record()).toBe(before);
  });
});
