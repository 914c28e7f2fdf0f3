// Largest whole units and cut ones, against a slow walk over trees made by chance.
import { describe, expect, it } from 'vitest';
import { classParts } from '../../shared/rules/classParts.ts';
import type { ClassTree, PlacedUnit } from '../../shared/rules/classParts.ts';
import { childPath } from '../../shared/rules/hierarchy.ts';
import { seeded } from './seeded.ts';

const flat: ClassTree = { none: 'none', chainOf: (id) => [id] };
/** Seats a1 to a4 in L1, L2; none in none. */
const seats: ClassTree = {
  none: 'noA',
  chainOf: (id) => ({ a1: ['a1', 'L1'], a2: ['a2', 'L1'], a3: ['a3', 'L2'], a4: ['a4', 'L2'], noA: ['noA', 'noL'] })[id] ?? [id],
};

const unit = (path: string, said?: string | null, idle = false): PlacedUnit => ({ id: path, path, said, idle });
const told = (units: PlacedUnit[], tree = flat, inherited?: string | null) =>
  classParts(units, tree, inherited).map(({ classId, unitId, whole }) => `${unitId} ${whole ? 'in' : 'cut by'} ${classId}`).toSorted();
const [a, b, c, d] = ['0001', '00010001', '00010002', '000100010001'] as const;

describe('one region', () => {
  it('is wholly in the class it is said to be in', () => expect(told([unit(a, 'x'), unit(b), unit(c)])).toEqual([`${a} in x`]));
  it('is wholly in a class all below it are in', () => expect(told([unit(a), unit(b, 'x'), unit(c, 'x')])).toEqual([`${a} in x`]));
  it('is cut when something else is said below', () => expect(told([unit(a, 'x'), unit(b, 'y'), unit(c)])).toEqual([`${b} in y`, `${a} cut by x`, `${a} cut by y`, `${c} in x`].toSorted()));
  it('follows the nearest of those said above', () => expect(told([unit(a, 'x'), unit(b, 'y'), unit(d), unit(c)])).toContain(`${b} in y`));
  it('can be taken out of an inherited class', () => expect(told([unit(a), unit(b, null), unit(c)], flat, 'x')).toEqual([`${a} cut by none`, `${a} cut by x`, `${b} in none`, `${c} in x`].toSorted()));
  it('is in none where nothing is said', () => expect(told([unit(a), unit(b)])).toEqual([`${a} in none`]));
  it('counts a unit without booths with the seat around it, and with none where seats differ', () => {
    expect(told([unit(a, undefined, true), unit(b, 'a1'), unit(c, undefined, true)], seats)).toEqual([`${a} in L1`, `${a} in a1`]);
    const third = '00010003';
    expect(told([unit(a, undefined, true), unit(b, 'a1'), unit(c, 'a3'), unit(third, undefined, true)], seats)).toContain(`${third} in noA`);
  });
  it('is whole for the class above where the classes below it share one', () => {
    expect(told([unit(a), unit(b, 'a1'), unit(c, 'a2')], seats)).toEqual([`${a} cut by a1`, `${a} cut by a2`, `${a} in L1`, `${b} in a1`, `${c} in a2`]);
  });
  it('leaves out what stands under a unit that is not there', () => expect(told([unit(a, 'x'), unit(d, 'y')])).toEqual([`${a} in x`]));
});

/** Every class a unit stands in with everything below it, by looking at every leaf. */
function byHand(units: PlacedUnit[], tree: ClassTree): Map<string, Set<string>> {
  const at = new Map(units.map((one) => [one.path, one]));
  const said = (path: string): string | null | undefined => {
    for (let way = path; way !== ''; way = way.slice(0, -4)) { const found = at.get(way)?.said; if (found !== undefined) return found; }
    return undefined;
  };
  return new Map(units.map(({ path }) => {
    const below = units.filter((other) => other.path.startsWith(path));
    const leaves = below.filter((other) => !units.some((one) => one !== other && one.path.startsWith(other.path)));
    const voices = [...leaves.map((leaf) => said(leaf.path) ?? tree.none), ...below.filter((one) => !leaves.includes(one)).map((one) => said(one.path)).filter((one) => one !== undefined).map((one) => one ?? tree.none)];
    const chains = voices.map((voice) => tree.chainOf(voice));
    return [path, new Set(chains[0]!.filter((classId) => chains.every((chain) => chain.includes(classId))))];
  }));
}

describe('2,000 trees by chance', () => {
  it.each([['classes side by side', flat, ['x', 'y', 'z']], ['classes within classes', seats, ['a1', 'a2', 'a3', 'a4']]] as const)('%s: as counted by hand, every leaf in exactly one part', (_, tree, names) => {
    const random = seeded(60);
    for (let run = 0; run < 1000; run++) {
      const units: PlacedUnit[] = [];
      const grow = (path: string, depth: number) => {
        const roll = random.next();
        units.push(unit(path, roll < 0.3 ? names[random.whole(0, names.length - 1)] : roll < 0.36 ? null : undefined));
        if (depth < 3) for (let child = 1; child <= random.whole(0, 3); child++) grow(childPath(path, child), depth + 1);
      };
      grow('0001', 0);
      const parts = classParts(units, tree, undefined);
      const whole = new Map<string, Set<string>>();
      for (const part of parts.filter((one) => one.whole)) (whole.get(part.path) ?? whole.set(part.path, new Set()).get(part.path)!).add(part.classId);
      for (const [path, classes] of byHand(units, tree)) {
        const inside = new Set<string>();
        for (let way = path; way !== ''; way = way.slice(0, -4)) for (const classId of whole.get(way) ?? []) inside.add(classId);
        expect([path, [...inside].toSorted()]).toEqual([path, [...classes].toSorted()]);
      }
      const cut = new Set(parts.filter((one) => !one.whole).map((one) => `${one.classId} ${one.path}`));
      const shouldBeCut = new Set(parts.filter((one) => one.whole).flatMap(({ classId, path }) => Array.from({ length: path.length / 4 - 1 }, (__, at) => `${classId} ${path.slice(0, (at + 1) * 4)}`)));
      expect([...cut].toSorted()).toEqual([...shouldBeCut].toSorted());
    }
  });
});
