// 5,000 programmes that hang on each other, on Uttar Pradesh with a target for every unit: what the preview of an order costs, the order, its undo.
import Database from 'better-sqlite3';
import { addDays, dayNumber } from '../../shared/dates.ts';
import { reschedule } from '../../shared/rules/reschedule/reschedule.ts';
import type { ItemIn, LinkIn } from '../../shared/rules/reschedule/types.ts';
import { bigWorkspace } from '../help/bigWorkspace.ts';
import { seeded } from '../rules/seeded.ts';
import { percentile, processorTime } from './clicks.ts';
import { below, ms } from './table.ts';
import type { BenchLine } from './table.ts';
import { median, runs } from './timing.ts';

const programmes = 5000;
const limit = 100;
const times = 30;

/** Each hangs on an earlier one (startsAfter, every fifth keepsGap) with no day to spare, so that an order moves them all; four phases each. */
export function fill(path: string): string[] {
  const random = seeded(11);
  const file = new Database(path);
  const ids = Array.from({ length: programmes }, (_, at) => `bench-${String(at).padStart(5, '0')}`);
  const from: string[] = [];
  file.transaction(() => {
    const programme = file.prepare('INSERT INTO programme (id, nameEn, nameHi, fromDay, toDay) VALUES (?, ?, ?, ?, ?)');
    const phase = file.prepare('INSERT INTO phase (programmeId, levelId, fromDay, toDay) VALUES (?, ?, ?, ?)');
    const link = file.prepare('INSERT INTO programmeLink (id, fromKind, fromId, toKind, toId, kind, days) VALUES (?, ?, ?, ?, ?, ?, ?)');
    ids.forEach((id, at) => {
      const before = at === 0 ? -1 : Math.max(0, at - 1 - Math.floor(random.next() * 40));
      from.push(before < 0 ? '2022-05-01' : addDays(from[before]!, 9));
      programme.run(id, `Programme ${at}`, `कार्यक्रम ${at}`, from[at], addDays(from[at]!, 7));
      ['district', 'block', 'panchayat', 'booth'].forEach((levelId, step) => phase.run(id, levelId, addDays(from[at]!, step * 2), addDays(from[at]!, step * 2 + 1)));
      if (before >= 0) link.run(`link-${id}`, 'programme', ids[before], 'programme', id, at % 5 === 0 ? 'keepsGap' : 'startsAfter', at % 5 === 0 ? 0 : 2);
    });
    const blackout = file.prepare('INSERT INTO blackout (id, nameEn, kind, fromDay, toDay) VALUES (?, ?, ?, ?, ?)');
    for (let at = 0; at < 60; at++) blackout.run(`blackout-${at}`, `Festival ${at}`, 'festival', addDays('2022-05-03', at * 17), addDays('2022-05-03', at * 17));
  })();
  file.close();
  return ids;
}

/** The plain way: over all links again and again until nothing moves any more. */
function untilNothingMoves(items: readonly ItemIn[], links: readonly LinkIn[], root: string, by: number): number {
  const begin = new Map(items.map((item) => [item.key, item.from]));
  const length = new Map(items.map((item) => [item.key, item.to - item.from]));
  length.set(root, length.get(root)! + by);
  let passes = 0;
  for (let moved = true; moved;) {
    moved = false;
    passes++;
    for (const { from, to, days } of links) {
      const least = begin.get(from)! + length.get(from)! + days;
      if (begin.get(to)! < least) {
        begin.set(to, least);
        moved = true;
      }
    }
  }
  return passes;
}

interface Timed {
  /** The asking thread's own processor time, sorted: what other work on the machine doesn't lengthen. */
  processor: number[];
  clock: number[];
}

function timed(work: () => unknown): Timed {
  const found: Timed = { processor: [], clock: [] };
  for (let time = 0; time < times; time++) {
    const [begun, begunOn] = [performance.now(), processorTime()];
    work();
    found.processor.push(processorTime() - begunOn);
    found.clock.push(performance.now() - begun);
  }
  return { processor: found.processor.sort((a, b) => a - b), clock: found.clock.sort((a, b) => a - b) };
}

export async function programmeLines(): Promise<BenchLine[]> {
  const workspace = await bigWorkspace({ programme: true });
  try {
    const ids = fill(workspace.path);
    const order = { programmeId: ids[0]!, kind: 'extension' as const, orderDay: '2022-04-20', toDay: '2022-05-23' };
    const asked = (name: 'programmes.previewOrder' | 'programmes.list' | 'programmes.timeline' | 'programmes.get', input: never) => timed(() => JSON.stringify(workspace.ask(name, input)));
    const p95 = (what: string, { processor, clock }: Timed, beside = ''): BenchLine =>
      ({ ...below(`${what}, p95`, percentile(processor, 0.95), limit), beside: `p50 ${ms(median(processor))}; by the clock p95 ${ms(percentile(clock, 0.95))}${beside}` });
    const preview = workspace.ask('programmes.previewOrder', order);

    const items = ids.map((key): ItemIn => {
      const { fromDay, toDay } = workspace.rows<{ fromDay: string; toDay: string }>('SELECT fromDay, toDay FROM programme WHERE id = ?', key)[0]!;
      return { key, from: dayNumber(fromDay), to: dayNumber(toDay), phases: [], said: null };
    });
    const links = workspace.rows<LinkIn>('SELECT fromId AS "from", toId AS "to", kind, days FROM programmeLink WHERE id LIKE \'link-bench%\'');
    const root = { key: ids[0]!, from: items[0]!.from, to: items[0]!.to + 15, phases: new Map(), off: false };
    const rule = timed(() => reschedule({ items, links, root, orderDay: dayNumber('2022-04-20'), heldBack: new Set() }));
    const shuffled = links.toReversed();
    const plain = await runs(3, () => untilNothingMoves(items, shuffled, ids[0]!, 15));

    const lines = [
      p95('preview of an order', asked('programmes.previewOrder', order as never), `; ${preview.movesTotal} lines move (${preview.moved.programmes} programmes), ${preview.conflictsTotal} conflicts`),
      p95('the rule alone', rule, `; all links again and again until nothing moves: ${ms(median(plain))}`),
      p95('preview with 500 held back', asked('programmes.previewOrder', { ...order, heldBack: ids.slice(2000, 2500).map((id) => ({ kind: 'programme', id })) } as never)),
      p95('all programmes', asked('programmes.list', {} as never)),
      p95('one programme with its links and orders', asked('programmes.get', { id: ids[7] } as never)),
      p95('timeline of three months', asked('programmes.timeline', { fromDay: '2022-05-01', toDay: '2022-07-31' } as never)),
    ];
    const begun = performance.now();
    await workspace.act('programmes.order', { ...order, orderBy: 'Bench', mark: preview.mark });
    const given = performance.now();
    await workspace.act('history.undo', {});
    return [...lines, { what: 'the order itself, every line kept', figure: ms(given - begun) }, { what: 'its undo', figure: ms(performance.now() - given) }];
  } finally {
    workspace.close();
  }
}
