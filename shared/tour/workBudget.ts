// Turns seconds of search into rounds by a fixed model of their cost, so that the answer does not depend on the machine.
import { hasNightChoice, nightStartRounds } from './nightStarts.ts';
import type { Timetable } from './timetable.ts';
import { isTripTour } from './tripNodes.ts';

export interface WorkBudget {
  rounds: number;
  /** Rounds in a second of an ordinary laptop. */
  perSecond: number;
  /** The sizes of the annealing runs, one after the other: the runs of a larger budget begin with those of a smaller one. */
  runs: { size: number; cooling: number }[];
  softRounds: number;
  /** Steps of `annealTrips` that take as long as a round. */
  stepsPerRound: number;
}

/** In quarters of a second; the last size is repeated. */
const routeSizes = [1, 1, 2, 4, 4, 8, 8, 16];
/** Nights at hotels: many coolings that are long enough find more than one that is long. */
const tripSizes = [1, 1, 2, 2, 3, 3, 4, 4, 4, 6, 6, 8, 8, 12];

/** `seconds`: of an ordinary laptop. */
export function workBudget(table: Timetable, active: readonly number[], seconds: number): WorkBudget {
  const perSecond = roundsPerSecond(table, active.length);
  const isTrips = isTripTour(table, active);
  const sizes = isTrips ? tripSizes : routeSizes;
  const quarter = Math.ceil(perSecond / 4);
  let left = Math.max(1, Math.round(perSecond * seconds));
  const runs: WorkBudget['runs'] = [];
  for (let run = 0; left > 0; run++) {
    const cooling = sizes[Math.min(run, sizes.length - 1)]! * quarter;
    // A run cut short still cools as the whole one does.
    runs.push({ size: Math.min(left, cooling), cooling });
    // What comes between the runs counts, too.
    left -= cooling;
    if (run === 1 && !isTrips && hasNightChoice(table)) left -= nightStartRounds;
  }
  const rounds = runs.reduce((sum, run) => sum + run.size, 0);
  return { rounds, perSecond, runs, softRounds: Math.ceil(rounds / 4), stepsPerRound: Math.max(1, Math.round(1e6 / perSecond / microsPerStep)) };
}

/** Grows little with the number of stops. */
const microsPerStep = 0.3;

function roundsPerSecond(table: Timetable, count: number): number {
  const nights = table.freeNights ? table.slotCount * (table.nightPlaces.length * 3 + table.nightPlaces.length ** 2) * 0.014 : 0;
  const optional = table.must.filter((must) => !must).length;
  const micros = 4 + count * 0.2 + Math.min(70, optional) * Math.min(count, 60) * 0.006 + nights + table.slotCount * 0.2;
  return 1e6 / micros;
}
