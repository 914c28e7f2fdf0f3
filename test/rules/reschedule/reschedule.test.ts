// What moves when days move: the story's own numbers, every kind of link, and what must hold for any web of links.
import { describe, expect, test } from 'vitest';
import { dayFromNumber, dayNumber } from '../../../shared/dates.ts';
import type { LinkKind } from '../../../shared/model/schedule.ts';
import { cycleOf } from '../../../shared/rules/reschedule/cycleOf.ts';
import { linkHolds } from '../../../shared/rules/reschedule/linkHolds.ts';
import { newDays } from '../../../shared/rules/reschedule/newDays.ts';
import { reschedule } from '../../../shared/rules/reschedule/reschedule.ts';
import type { ItemIn, LinkIn, Rescheduled } from '../../../shared/rules/reschedule/types.ts';
import { seeded } from '../seeded.ts';

const n = dayNumber;
const item = (key: string, from: string, to: string, more: Partial<ItemIn> = {}): ItemIn => ({ key, from: n(from), to: n(to), phases: [], said: null, ...more });
const phase = (key: string, from: string, to: string) => ({ key, from: n(from), to: n(to), held: false, off: false });
const link = (from: string, to: string, kind: LinkKind, days = 0): LinkIn => ({ from, to, kind, days });
const drive = item('drive', '2022-03-01', '2022-03-31');

/** The drive extended, as the order of the story says. */
function extend(items: ItemIn[], links: LinkIn[], to = '2022-04-15', { orderDay = '2022-03-31', heldBack = [] as string[] } = {}): Rescheduled {
  const root = newDays(items[0]!, { kind: 'extension', from: null, to: n(to), phases: 'last', orderDay: n(orderDay) });
  return reschedule({ items, links, root, orderDay: n(orderDay), heldBack: new Set(heldBack) });
}
const moved = ({ moves }: Rescheduled, key: string) => {
  const move = moves.find((one) => one.key === key && one.phase === null);
  return move && [dayFromNumber(move.newFrom), dayFromNumber(move.newTo)];
};

describe('the story', () => {
  const dialogue = item('dialogue', '2022-04-12', '2022-04-20', { phases: [phase('district', '2022-04-12', '2022-04-13'), phase('booth', '2022-04-19', '2022-04-20')] });
  const camp = item('camp', '2022-04-22', '2022-04-23');
  const rally = item('rally', '2022-05-20', '2022-05-20');
  const tour = item('tour', '2022-04-12', '2022-04-20', { said: 'pinned' });
  const items = [drive, dialogue, camp, rally, tour];
  const links = [link('drive', 'dialogue', 'startsAfter', 3), link('drive', 'camp', 'keepsGap'), link('dialogue', 'rally', 'startsAfter', 10), link('dialogue', 'tour', 'keepsGap')];
  const result = extend(items, links);

  test('31 March to 15 April takes the dialogue from 12 to 18 April, and no further', () => {
    expect(moved(result, 'drive')).toEqual(['2022-03-01', '2022-04-15']);
    expect(moved(result, 'dialogue')).toEqual(['2022-04-18', '2022-04-26']);
    expect(result.moves.find(({ phase: level }) => level === 'booth')).toMatchObject({ newFrom: n('2022-04-25'), newTo: n('2022-04-26'), link: 0 });
  });
  test('a link that keeps its gap moves by 15 days; one with days to spare stays', () => {
    expect(moved(result, 'camp')).toEqual(['2022-05-07', '2022-05-08']);
    expect(moved(result, 'rally')).toBeUndefined();
    expect(result.stays).toContainEqual({ key: 'rally', reason: 'slack', wantedFrom: null, link: 2 });
  });
  test('the pinned tour is reported with where it would have gone, not moved', () => {
    expect(moved(result, 'tour')).toBeUndefined();
    expect(result.stays).toContainEqual({ key: 'tour', reason: 'pinned', wantedFrom: n('2022-04-18'), link: 3 });
    expect(result.broken).toEqual([{ link: 3, reason: 'pinned', before: false }]);
  });
  test('what is held back stays, and what hangs on it is reckoned anew', () => {
    const far = extend([drive, dialogue, { ...rally, from: n('2022-04-28'), to: n('2022-04-28') }], [links[0]!, link('dialogue', 'rally', 'startsAfter', 5)]);
    expect(moved(far, 'rally')).toEqual(['2022-05-01', '2022-05-01']);
    const held = extend([drive, dialogue, { ...rally, from: n('2022-04-28'), to: n('2022-04-28') }], [links[0]!, link('dialogue', 'rally', 'startsAfter', 5)], '2022-04-15', { heldBack: ['dialogue'] });
    expect(held.moves.map(({ key }) => key)).toEqual(['drive']);
    expect(held.stays).toEqual([{ key: 'dialogue', reason: 'heldBack', wantedFrom: n('2022-04-18'), link: 0 }]);
    expect(held.broken).toEqual([{ link: 0, reason: 'heldBack', before: false }]);
  });
});

describe('what was held never moves', () => {
  test('of a running programme the phases not begun move, and its first day stays', () => {
    const running = item('x', '2022-03-20', '2022-04-12', { phases: [phase('district', '2022-03-20', '2022-03-25'), phase('booth', '2022-04-10', '2022-04-12')] });
    const result = extend([drive, running], [link('drive', 'x', 'startsAfter', 3)]);
    expect(result.moves.filter(({ key }) => key === 'x').map((one) => [one.phase, dayFromNumber(one.newFrom), dayFromNumber(one.newTo), one.begun])).toEqual([
      [null, '2022-03-20', '2022-04-20', true], ['booth', '2022-04-18', '2022-04-20', true],
    ]);
    expect(result.broken).toEqual([]);
  });
  test('what is over, has begun as a whole or is said to be done or off stays, and says so', () => {
    const reasons = (one: Partial<ItemIn> & { from: number; to: number }) => extend([drive, { ...item('x', '2022-04-12', '2022-04-12'), ...one }], [link('drive', 'x', 'startsAfter', 3)]).stays[0]?.reason;
    expect(reasons({ from: n('2022-03-10'), to: n('2022-03-12') })).toBe('finished');
    expect(reasons({ from: n('2022-03-28'), to: n('2022-04-12') })).toBe('begun');
    expect(reasons({ from: n('2022-04-12'), to: n('2022-04-12'), said: 'done' })).toBe('finished');
    expect(reasons({ from: n('2022-04-12'), to: n('2022-04-12'), said: 'off' })).toBe('saidOff');
    expect(reasons({ from: n('2022-04-12'), to: n('2022-04-12'), said: 'begun' })).toBe('begun');
  });
});

describe('kinds of links', () => {
  test('of two that must not overlap the later one gives way, whichever way the link was drawn', () => {
    for (const drawn of [link('drive', 'x', 'mustNotOverlap'), link('x', 'drive', 'mustNotOverlap')]) {
      expect(moved(extend([drive, item('x', '2022-04-10', '2022-04-12')], [drawn]), 'x')).toEqual(['2022-04-16', '2022-04-18']);
      expect(extend([drive, item('x', '2022-04-16', '2022-04-18')], [drawn])).toMatchObject({ moves: [{ key: 'drive' }], broken: [], stays: [{ reason: 'slack' }] });
    }
  });
  test('mustEndBefore moves nothing and reports the breach', () => {
    const result = extend([drive, item('election', '2022-04-10', '2022-04-10')], [link('drive', 'election', 'mustEndBefore', 2)]);
    expect(result.moves.map(({ key }) => key)).toEqual(['drive']);
    expect(result.broken).toEqual([{ link: 0, reason: 'byHand', before: false }]);
  });
  test('bringing forward draws what keeps its gap with it, but not what only starts after', () => {
    const root = newDays(drive, { kind: 'advance', from: null, to: n('2022-03-20'), phases: 'last', orderDay: n('2022-03-10') });
    const result = reschedule({ items: [drive, item('gap', '2022-04-05', '2022-04-06'), item('after', '2022-04-03', '2022-04-03')], links: [link('drive', 'gap', 'keepsGap'), link('drive', 'after', 'startsAfter', 3)], root, orderDay: n('2022-03-10'), heldBack: new Set() });
    expect(moved(result, 'gap')).toEqual(['2022-03-25', '2022-03-26']);
    expect(moved(result, 'after')).toBeUndefined();
    const near = reschedule({ items: [drive, item('gap', '2022-04-03', '2022-04-04')], links: [link('drive', 'gap', 'keepsGap')], root, orderDay: n('2022-03-29'), heldBack: new Set() });
    expect([moved(near, 'gap'), near.broken]).toEqual([['2022-03-29', '2022-03-30'], [{ link: 0, reason: null, before: false }]]);
  });
  test('with a gap to two things it goes with the one that moves farthest, and the other gap is told', () => {
    const other = item('other', '2022-04-03', '2022-04-04');
    const links = [link('drive', 'other', 'startsAfter', 3), link('other', 'x', 'keepsGap'), link('drive', 'x', 'keepsGap')];
    const result = extend([drive, other, item('x', '2022-05-01', '2022-05-02')], links);
    expect(moved(result, 'other')).toEqual(['2022-04-18', '2022-04-19']);
    expect(moved(result, 'x')).toEqual(['2022-05-16', '2022-05-17']);
    const less = extend([drive, { ...other, from: n('2022-04-10'), to: n('2022-04-11') }, item('x', '2022-05-01', '2022-05-02')], links);
    expect([moved(less, 'x'), less.broken]).toEqual([['2022-05-16', '2022-05-17'], [{ link: 1, reason: null, before: false }]]);
  });
  test('a link that did not hold before is healed only by what moves later, and told only where something moved', () => {
    const early = item('early', '2022-04-01', '2022-04-02');
    const links = [link('drive', 'early', 'startsAfter', 5), link('early', 'b', 'startsAfter', 9)];
    const items = [drive, early, item('b', '2022-04-08', '2022-04-08')];
    const root = newDays(drive, { kind: 'advance', from: null, to: n('2022-03-29'), phases: 'last', orderDay: n('2022-03-10') });
    const sooner = reschedule({ items, links, root, orderDay: n('2022-03-10'), heldBack: new Set() });
    expect([sooner.moves.map(({ key }) => key), sooner.broken]).toEqual([['drive'], [{ link: 0, reason: null, before: true }]]);
    expect(moved(extend(items, links, '2022-04-01'), 'early')).toEqual(['2022-04-06', '2022-04-07']);
    const far = item('far', '2022-05-20', '2022-05-20');
    expect(extend([drive, far, item('b', '2022-05-21', '2022-05-21')], [link('drive', 'far', 'startsAfter', 3), link('far', 'b', 'startsAfter', 9)]).broken).toEqual([]);
  });
  test('what lies before something does not jump behind it', () => {
    const root = newDays(item('p', '2022-04-10', '2022-04-12'), { kind: 'postponement', from: n('2022-04-20'), to: null, phases: 'last', orderDay: n('2022-04-01') });
    const result = reschedule({ items: [item('p', '2022-04-10', '2022-04-12'), item('x', '2022-04-05', '2022-04-07')], links: [link('p', 'x', 'mustNotOverlap')], root, orderDay: n('2022-04-01'), heldBack: new Set() });
    expect([result.moves.map(({ key }) => key), result.broken]).toEqual([['p'], []]);
  });
  test('what hangs on something until further notice waits, and is not moved', () => {
    const root = newDays(drive, { kind: 'untilFurtherNotice', from: null, to: null, phases: 'last', orderDay: n('2022-03-10') });
    const result = reschedule({ items: [drive, item('x', '2022-04-05', '2022-04-06')], links: [link('drive', 'x', 'startsAfter', 3)], root, orderDay: n('2022-03-10'), heldBack: new Set() });
    expect(result).toMatchObject({ stays: [{ key: 'x', reason: 'noDate' }], waits: [0], broken: [] });
  });
});

describe('an order and its own programme', () => {
  const phased = item('p', '2022-04-12', '2022-04-20', { phases: [phase('district', '2022-04-12', '2022-04-13'), phase('block', '2022-04-14', '2022-04-20'), phase('booth', '2022-04-19', '2022-04-20')] });
  const days = (wanted: Partial<Parameters<typeof newDays>[1]>) => {
    const { from, to, phases } = newDays(phased, { kind: 'extension', from: null, to: null, phases: 'last', orderDay: n('2022-04-01'), ...wanted });
    return [dayFromNumber(from), dayFromNumber(to), ...[...phases].map(([key, span]) => `${key} ${dayFromNumber(span.from).slice(8)}–${dayFromNumber(span.to).slice(8)}`)];
  };
  test('an extension prolongs the phases that end with it, or shifts those not begun, or none', () => {
    expect(days({ to: n('2022-04-25') })).toEqual(['2022-04-12', '2022-04-25', 'block 14–25', 'booth 19–25']);
    expect(days({ to: n('2022-04-25'), phases: 'shift', orderDay: n('2022-04-14') })).toEqual(['2022-04-12', '2022-04-25', 'block 19–25', 'booth 24–25']);
    expect(days({ to: n('2022-04-25'), phases: 'stay' })).toEqual(['2022-04-12', '2022-04-25']);
  });
  test('a postponement of what has begun moves what has not, by its own first day', () => {
    expect(days({ kind: 'postponement', from: n('2022-04-18') })).toEqual(['2022-04-18', '2022-04-26', 'district 18–19', 'block 20–26', 'booth 25–26']);
    expect(days({ kind: 'postponement', from: n('2022-04-21'), orderDay: n('2022-04-13') })).toEqual(['2022-04-12', '2022-04-27', 'block 21–27', 'booth 26–27']);
  });
  test('what cannot be is refused with its cause', () => {
    const refused = (wanted: Parameters<typeof days>[0]) => { try { return days(wanted); } catch (error) { return (error as { code: string }).code; } };
    expect(refused({ to: n('2022-04-20') })).toBe('programmes.orderLater');
    expect(refused({})).toBe('programmes.orderNeedsDay');
    expect(refused({ kind: 'postponement', from: n('2022-04-12') })).toBe('programmes.orderNothing');
    expect(refused({ kind: 'postponement', from: n('2022-04-10'), orderDay: n('2022-04-11') })).toBe('programmes.orderHeld');
    expect(refused({ kind: 'postponement', from: n('2022-05-10'), orderDay: n('2022-04-29') })).toBe('programmes.allHeld');
    expect(refused({ kind: 'advance', from: n('2022-04-14') })).toBe('programmes.orderEarlier');
  });
});

test('a cycle is found and told along its whole way', () => {
  const arrows = [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }, { from: 'c', to: 'd' }, { from: 'a', to: 'd' }];
  expect(cycleOf(arrows, { from: 'd', to: 'b' })).toEqual(['d', 'b', 'c', 'd']);
  expect(cycleOf(arrows, { from: 'a', to: 'c' })).toBeNull();
});

describe('for any web of links', () => {
  const kinds: LinkKind[] = ['startsAfter', 'startsAfter', 'keepsGap', 'mustNotOverlap', 'mustEndBefore'];
  /** Links run from lower to higher numbers, so there is no cycle; days do as they like. */
  function web(seed: number): { items: ItemIn[]; links: LinkIn[] } {
    const random = seeded(seed).next;
    const upTo = (count: number) => Math.floor(random() * count);
    const items = Array.from({ length: 12 }, (_, at): ItemIn => {
      const from = at === 0 ? 100 : 95 + upTo(60);
      const to = from + upTo(8);
      const said = at > 0 && random() < 0.12 ? (['done', 'off', 'pinned'] as const)[upTo(3)]! : null;
      return { key: `i${at}`, from, to, said, phases: random() < 0.3 ? [{ key: 'one', from, to: from, held: false, off: false }, { key: 'two', from: to, to, held: false, off: false }] : [] };
    });
    const links = Array.from({ length: 16 }, (): LinkIn => {
      const from = upTo(11);
      return { from: `i${from}`, to: `i${from + 1 + upTo(11 - from)}`, kind: kinds[upTo(5)]!, days: upTo(5) };
    });
    return { items, links };
  }
  const after = (seed: number, to: number, orderDay = 100) => {
    const { items, links } = web(seed);
    const [first] = items;
    const root = { key: 'i0', from: first!.from, to, phases: new Map(), off: false };
    return { items, links, result: reschedule({ items, links, root, orderDay, heldBack: new Set() }) };
  };
  const place = ({ items, result }: ReturnType<typeof after>, key: string) => {
    const one = items.find((known) => known.key === key)!;
    const move = result.moves.find((known) => known.key === key && known.phase === null);
    return move ? { from: move.newFrom, to: move.newTo, begun: move.begun } : { from: one.from, to: one.to, begun: false };
  };

  test('the same question has the same answer, and a later day never makes anything earlier', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { to } = web(seed).items[0]!;
      expect(after(seed, to + 4).result).toEqual(after(seed, to + 4).result);
      const steps = [-3, -1, 1, 2, 5, 9, 20].map((by) => after(seed, to + by));
      for (let at = 1; at < steps.length; at++) {
        for (let key = 0; key < 12; key++) {
          const [sooner, later] = [place(steps[at - 1]!, `i${key}`), place(steps[at]!, `i${key}`)];
          expect([seed, key, later.from >= sooner.from, later.to >= sooner.to]).toEqual([seed, key, true, true]);
        }
      }
    }
  });
  test('every link holds in the result, was broken before with nothing moving, or is reported; finished and pinned stay', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const one = after(seed, web(seed).items[0]!.to + 1 + (seed % 15), 97);
      const reported = new Set(one.result.broken.map(({ link: index }) => index));
      const moves = new Set(one.result.moves.map(({ key }) => key));
      one.links.forEach((known, index) => {
        const [from, to] = [place(one, known.from), place(one, known.to)];
        const [wasFrom, wasTo] = [known.from, known.to].map((key) => one.items.find((candidate) => candidate.key === key)!) as [ItemIn, ItemIn];
        if (wasFrom.said === 'off' || wasTo.said === 'off' || from.begun || to.begun) return;
        const holds = known.kind === 'keepsGap' ? from.to - wasFrom.to === to.from - wasTo.from : linkHolds(known.kind, known.days, from, to);
        if (!holds && (moves.has(known.from) || moves.has(known.to))) expect([seed, index, reported.has(index)]).toEqual([seed, index, true]);
        if (holds) expect([seed, index, reported.has(index)]).toEqual([seed, index, false]);
      });
      for (const known of one.items.slice(1)) if (known.said !== null || known.to < 97) expect([seed, moves.has(known.key)]).toEqual([seed, false]);
    }
  });
});
