// How a unit's own figures are divided when some of what stands below it goes to a new unit.
import type { DivisionBasis } from '../../model/reorganisation.ts';
import { largestRemainder } from '../largestRemainder.ts';

/** A unit below the divided one. `goal`: its own target, else the sum below it; `counted`: units of the level a metric counts. */
export interface DivisionPart {
  goes: boolean;
  goal: number | null;
  counted: number;
  electors: number;
  booths: number;
}

/** Weights of what stays and what goes, and what they were made of. */
export interface Division {
  stay: number;
  go: number;
  basis: DivisionBasis;
}

/**
 * In proportion to the targets of the units below, where every one of them has one; else to their electors, where every
 * one of them has some; else to their booths; else to their number. `onePerUnit` goes by the units it counts.
 * `percent`: the share that goes, of a unit with none below.
 */
export function divisionOf(parts: readonly DivisionPart[], { percent, counts }: { percent: number | null; counts: boolean }): Division {
  if (parts.length === 0) return { stay: 100 - (percent ?? 0), go: percent ?? 0, basis: 'percent' };
  const sums = (weight: (part: DivisionPart) => number) => ({
    stay: parts.reduce((sum, part) => (part.goes ? sum : sum + weight(part)), 0),
    go: parts.reduce((sum, part) => (part.goes ? sum + weight(part) : sum), 0),
  });
  const choices: [DivisionBasis, boolean, (part: DivisionPart) => number][] = [
    ['counted', counts, (part) => part.counted],
    ['targets', parts.every((part) => part.goal !== null), (part) => part.goal ?? 0],
    ['electors', parts.every((part) => part.electors > 0), (part) => part.electors],
    ['booths', parts.every((part) => part.booths > 0), (part) => part.booths],
  ];
  for (const [basis, usable, weight] of choices) {
    if (!usable) continue;
    const { stay, go } = sums(weight);
    if (stay + go > 0) return { stay, go, basis };
  }
  return { ...sums(() => 1), basis: 'units' };
}

/** Divides a whole number exactly: both parts together are what was divided (largest remainder; a tie stays). */
export function divided(value: number, { stay, go }: Division): [stays: number, goes: number] {
  const [stays = value, goes = 0] = largestRemainder(value, [stay, go]);
  return [stays, goes];
}
