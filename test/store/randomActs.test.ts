// Whatever an office does in whatever order, takes back and does again: the record returns to the letter, and what is derived stays what one pass gives.
import { expect, it } from 'vitest';
import { expectKept } from '../help/derivedKept.ts';
import { randomActs, smallState, tryAct } from '../help/randomActs.ts';

/** More by hand: `RANDOM_ACTS=4000 RANDOM_SEEDS=1,2,3 npm run unit -- test/store/randomActs`. */
const count = Number(process.env['RANDOM_ACTS'] ?? 260);
const seeds = (process.env['RANDOM_SEEDS'] ?? '11,12').split(',').map(Number);

it.each(seeds)('acts of every kind, undone and redone at random, undone to the beginning and done again to the end (seed %i)', async (seed) => {
  const file = await smallState();
  try {
    const acts = randomActs(file, seed);
    const beginning = file.record();
    const first = file.rows<{ seq: number }>('SELECT MAX(seq) AS seq FROM step')[0]!.seq;
    /** The record after each act that stands; after undoing, those behind it can still be redone. */
    const records = [beginning];
    const stand = { at: 0 };
    let done = 0;
    const undo = async () => {
      expect((await file.act('history.undo', {})).undone).not.toBeNull();
      stand.at -= 1;
      expect(file.record() === records[stand.at], `seed ${seed}: undone to ${stand.at}`).toBe(true);
    };
    const redo = async () => {
      expect((await file.act('history.redo', {})).redone).not.toBeNull();
      stand.at += 1;
      expect(file.record() === records[stand.at], `seed ${seed}: redone to ${stand.at}`).toBe(true);
    };
    for (let number = 0; number < count; number++) {
      const kind = acts.whole(1, 12);
      if (kind === 1) for (let times = acts.whole(1, 4); times > 0 && stand.at > 0; times--) await undo();
      else if (kind === 2) for (let times = acts.whole(1, 4); times > 0 && stand.at < records.length - 1; times--) await redo();
      else {
        const before = file.record();
        const code = await tryAct(file, acts.next());
        const after = file.record();
        if (code !== 'done') expect(after === before, `seed ${seed}: ${code} leaves all as it was`).toBe(true);
        if (after === before) continue;
        done += 1;
        stand.at += 1;
        records.length = stand.at;
        records.push(after);
      }
    }
    expect(done).toBeGreaterThan(count / 4);
    await expectKept(file, 'middle');
    while (stand.at > 0) await undo();
    expect(file.record()).toBe(beginning);
    expect(file.ask('history.state', {}).undo?.seq).toBe(first);
    await expectKept(file, 'beginning');
    while (stand.at < records.length - 1) await redo();
    expect(file.ask('history.state', {}).redo).toBeNull();
    await expectKept(file, 'end');
    // Nothing leans on what is gone.
    expect(file.rows('PRAGMA foreign_key_check')).toEqual([]);
  } finally {
    file.close();
  }
}, 120_000 + count * 2000);
