// Chooses which places on the road are visited in a day's free time: the set with the most worth that still lets everything else hold.
import { advance, dayStart } from './dayLine.ts';
import type { LineDay, LineState, LineStop, Travel } from './dayLine.ts';

/** A place that could be visited on the way to the stop at `leg` of the day's order. */
export interface FillCandidate extends LineStop {
  leg: number;
  /** How much of the leg lies before it, 0 to 1: places of one leg are visited in this order. */
  along: number;
  /** Whole, above 0. */
  worth: number;
}

export interface DayFill {
  worth: number;
  /** Minutes of driving over the whole day. */
  driven: number;
  /** Everything of the day in its order, the added among it. */
  visits: { id: string; begin: number; minutes: number; added: boolean }[];
}

interface Label extends LineState {
  worth: number;
  begin: number;
  stop: LineStop | null;
  added: boolean;
  before: Label | null;
}

/** No worse in anything that counts later. */
const covers = (a: Label, b: Label): boolean => a.worth >= b.worth && a.free <= b.free && a.driven <= b.driven;

/** Only those that none covers; of equals the first stays. */
function undominated(labels: Label[]): Label[] {
  const kept: Label[] = [];
  for (const label of labels.toSorted((a, b) => b.worth - a.worth || a.free - b.free || a.driven - b.driven)) {
    if (!kept.some((other) => covers(other, label))) kept.push(label);
  }
  return kept;
}

/**
 * Longest path by labels in the graph of the day's order: exact for places visited in the order in which they lie along their
 * legs. Every stop of the day is kept, none begins sooner than before (`notBefore`), pins and hours hold; of the fillings with
 * most worth the one with least driving. Null where the day does not even hold as it is.
 */
export function fillDay(day: LineDay, travel: Travel, stops: readonly LineStop[], candidates: readonly FillCandidate[]): DayFill | null {
  let labels: Label[] = [{ ...dayStart(day), worth: 0, begin: 0, stop: null, added: false, before: null }];
  stops.forEach((fixed, leg) => {
    const onLeg = candidates.filter((one) => one.leg === leg).toSorted((a, b) => a.along - b.along || (a.id < b.id ? -1 : 1));
    for (const candidate of onLeg) {
      const reached = labels.flatMap((label) => step(day, travel, label, candidate, candidate.worth, true));
      labels = withEverySuccessor(labels, reached);
    }
    labels = undominated(labels.flatMap((label) => step(day, travel, label, fixed, 0, false)));
  });
  const best = labels.toSorted((a, b) => b.worth - a.worth || a.driven - b.driven || a.free - b.free)[0];
  return best ? { worth: best.worth, driven: best.driven, visits: visitsOf(best) } : null;
}

function step(day: LineDay, travel: Travel, before: Label, stop: LineStop, worth: number, added: boolean): Label[] {
  const next = advance(day, travel, before, stop);
  return next ? [{ place: next.place, free: next.free, driven: next.driven, begin: next.begin, worth: before.worth + worth, stop, added, before }] : [];
}

/** Labels at different places don't cover each other: where one stands decides how far the next is. */
function withEverySuccessor(labels: Label[], reached: Label[]): Label[] {
  return [...labels, ...undominated(reached)];
}

function visitsOf(last: Label): DayFill['visits'] {
  const visits: DayFill['visits'] = [];
  for (let label: Label | null = last; label?.stop; label = label.before) {
    visits.unshift({ id: label.stop.id, begin: label.begin, minutes: label.stop.minutes, added: label.added });
  }
  return visits;
}
