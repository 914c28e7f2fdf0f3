// Steps: every act is one, can be undone and redone to the identical record, and survives a restart.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine } from '../../electron/engine.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

describe('steps', () => {
  let workspace: TestWorkspace;
  let rootId: string;
  beforeEach(async () => {
    workspace = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: 'झारखंड' });
    rootId = workspace.ask('workspace.get', {}).rootUnitId as string;
  });
  afterEach(() => workspace.close());
  const addDistrict = async (nameEn: string) => (await workspace.act('units.add', { parentId: rootId, levelId: 'district', nameEn, electors: 10 })).id;

  it('a new file has nothing to undo', () => {
    expect(workspace.ask('history.state', {})).toEqual({ undo: null, redo: null });
    expect(workspace.rows('SELECT * FROM stepChunk')).toEqual([]);
  });

  it('undoes and redoes a chain of acts to identical records, and says what', async () => {
    const records = [workspace.record()];
    const dhanbad = await addDistrict('Dhanbad');
    records.push(workspace.record());
    await workspace.act('units.update', { id: dhanbad, fields: { nameHi: 'धनबाद', electors: 25 } });
    records.push(workspace.record());
    const block = await workspace.act('units.add', { parentId: dhanbad, levelId: 'block', nameEn: 'Baghmara' });
    records.push(workspace.record());
    await workspace.act('units.remove', { id: block.id });
    records.push(workspace.record());
    expect(records[4]).toBe(records[2]);
    for (let at = 3; at >= 0; at--) {
      const { undone } = await workspace.act('history.undo', {});
      expect(undone).not.toBeNull();
      expect(workspace.record()).toBe(records[at]);
    }
    expect((await workspace.act('history.undo', {})).undone).toBeNull();
    for (let at = 1; at <= 4; at++) {
      await workspace.act('history.redo', {});
      expect(workspace.record()).toBe(records[at]);
    }
    expect((await workspace.act('history.redo', {})).redone).toBeNull();
    expect(workspace.ask('history.list', {}).map((row) => row.kind)).toEqual(['redo', 'redo', 'redo', 'redo', 'undo', 'undo', 'undo', 'undo', 'do', 'do', 'do', 'do']);
    expect(workspace.ask('history.list', {}).at(-1)?.summary).toMatchObject({ key: 'units.add', detail: { nameEn: 'Dhanbad' } });
  });

  it('keeps what is derived in step with undo', async () => {
    const dhanbad = await addDistrict('Dhanbad');
    expect(workspace.ask('units.counts', { id: null })).toEqual([{ levelId: 'district', units: 1 }]);
    expect(workspace.ask('units.search', { text: 'धनबाद' })).toMatchObject([{ id: dhanbad }]);
    await workspace.act('history.undo', {});
    expect(workspace.ask('units.counts', { id: null })).toEqual([]);
    expect(workspace.ask('units.search', { text: 'dhanbad' })).toEqual([]);
  });

  it('a new act after an undo ends what could be redone', async () => {
    await addDistrict('Dhanbad');
    await workspace.act('history.undo', {});
    expect(workspace.ask('history.state', {}).redo).not.toBeNull();
    await addDistrict('Ranchi');
    expect(workspace.ask('history.state', {}).redo).toBeNull();
    await workspace.act('history.undo', {});
    expect(workspace.ask('history.state', {}).redo?.summary.detail).toMatchObject({ nameEn: 'Ranchi' });
  });

  it('an act that fails leaves the file and the history as they were', async () => {
    await addDistrict('Dhanbad');
    const before = workspace.record();
    const steps = workspace.rows('SELECT * FROM step');
    await expect(workspace.act('units.add', { parentId: rootId, levelId: 'panchayat', nameEn: 'Lost' })).rejects.toMatchObject({ code: 'units.wrongLevel' });
    await expect(workspace.act('units.close', { id: 'nobody', day: '2022-04-01' })).rejects.toMatchObject({ code: 'units.gone' });
    expect(workspace.record()).toBe(before);
    expect(workspace.rows('SELECT * FROM step')).toEqual(steps);
    expect(workspace.rows('SELECT DISTINCT stepSeq FROM stepChunk')).toHaveLength(1);
  });

  it('an act that changes nothing is no step', async () => {
    const id = await addDistrict('Dhanbad');
    await workspace.act('units.update', { id, fields: { nameEn: 'Dhanbad' } });
    expect(workspace.ask('history.list', {})).toHaveLength(1);
  });

  it('survives a restart', async () => {
    const empty = workspace.record();
    await addDistrict('Dhanbad');
    workspace.engine.close();
    workspace.engine = await openEngine(workspace.path);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(empty);
    await workspace.act('history.redo', {});
    expect(workspace.ask('units.children', { parentId: rootId }).rows.map((row) => row.nameEn)).toEqual(['Dhanbad']);
  });

  it('acts asked for at once run one after the other', async () => {
    await Promise.all(['Dhanbad', 'Ranchi', 'Bokaro', 'Giridih'].map(addDistrict));
    expect(workspace.rows<{ path: string }>('SELECT path FROM unit WHERE parentId IS NOT NULL ORDER BY path').map((row) => row.path)).toEqual(['00010001', '00010002', '00010003', '00010004']);
  });
});
