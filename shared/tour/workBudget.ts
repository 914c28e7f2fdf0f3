// Turns seconds of search into rounds by a fixed model of their cost, so that the answer does not depend on the machine.
import { hasNightChoice, nightStartRounds } from './nightStarts.ts';
import type { Timetable } from './timetable.ts';

export interface WorkBudget {
  rounds: number;
  /** The sizes of the annealing runs, one after the other: the runs of a larger budget begin with those of a smaller one. */
  runs: { size: number; cooling: number }[];
  softRounds: number;
}

/** In quarters of a second; the last size is repeated. */
const sizes = [1, 1, 2, 4, 4, 8, 8, 16];

/** `seconds`: of an ordinary laptop. */
export function workBudget(table: Timetable, active: readonly number[], seconds: number): WorkBudget {
  const perSecond = roundsPerSecond(table, active.length);
  const quarter = Math.ceil(perSecond / 4);
  let left = Math.max(1, Math.round(perSecond * seconds));
  const runs: WorkBudget['runs'] = [];
  for (let run = 0; left > 0; run++) {
    const cooling = sizes[Math.min(run, sizes.length - 1)]! * quarter;
    // A run cut short still cools as the whole one does.
    runs.push({ size: Math.min(left, cooling), cooling });
    // What comes between the runs counts, too.
    left -= cooling;
    if (run === 1 && hasNightChoice(table)) left -= nightStartRounds;
  }
  const rounds = runs.reduce((sum, run) => sum + run.size, 0);
  return { rounds, runs, softRounds: Math.ceil(rounds / 4) };
}

function roundsPerSecond(table: Timetable, count: number): number {
  const nights = table.freeNights ? table.slotCount * (table.nightPlaces.length * 3 + table.nightPlaces.length ** 2) * 0.014 : 0;
  const optional = table.must.filter((must) => !must).length;
  const micros = 4 + count * 0.2 + Math.min(70, optional) * Math.min(count, 60) * 0.006 + nights + table.slotCount * 0.2;
  return 1e6 / micros;
}
