// Finds where a leader sleeps between the days of a schedule, and what all its breaches then weigh.
import { dayClock, eveningWeight, startDay, visit } from './dayClock.ts';
import { eveningTravel, nightChoices } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** What a day of a schedule holds: stops in order, and the begin of each (NaN: as soon as it can). */
export interface DayLine {
  stops: number[];
  begins: number[];
}

export interface Nights {
  /** By slot: the place of the night, `returnTo` where the tour ends there; -1 where the tour is not begun, or over before. */
  places: number[];
  weight: number;
}

interface Way {
  place: number;
  weight: number;
  travel: number;
  before: Way | null;
}

/**
 * The nights that break least, then need least travel, then most often are where the last visit was: exact, by dynamic
 * programming over the places a leader may wake at. `chosen`: nights the user has fixed, by slot.
 */
export function chooseNights(table: Timetable, lines: readonly DayLine[], chosen: readonly (number | null | undefined)[] = []): Nights {
  const places: number[] = [];
  let weight = 0;
  for (let leader = 0; leader < table.leaderCount; leader++) {
    const best = nightsOf(table, lines, leader, chosen);
    weight += best.weight;
    const own: number[] = [];
    for (let way: Way | null = best; way?.before; way = way.before) own.push(way.place);
    places.push(...own.reverse());
  }
  return { places, weight };
}

function nightsOf(table: Timetable, lines: readonly DayLine[], leader: number, chosen: readonly (number | null | undefined)[]): Way {
  const { dayCount, freeNights } = table;
  const from = leader * dayCount;
  let last = from - 1;
  for (let slot = from; slot < from + dayCount; slot++) if (lines[slot]!.stops.length > 0) last = slot;
  // Who visits nothing stays where he is.
  let idle: Way = { place: -1, weight: 0, travel: 0, before: null };
  for (let day = 0; day < dayCount; day++) idle = { ...idle, before: idle };
  if (last < from) return idle;
  const home = table.returnTo[leader]!;
  const clock = dayClock();
  let ways: Way[] = [{ place: table.startPlace[leader]!, weight: 0, travel: 0, before: null }];
  let over: Way | null = null as Way | null;
  for (let slot = from; slot < from + dayCount; slot++) {
    const { stops, begins } = lines[slot]!;
    const best = new Map<number, Way>();
    const offer = (way: Way, night: number, weight: number, travel: number): void => {
      const known = best.get(night);
      if (known && !lighter({ weight, travel }, known)) return;
      best.set(night, { place: night, weight, travel, before: way });
    };
    const before: Way | null = over;
    let ended: Way | null = before ? { place: -1, weight: before.weight, travel: before.travel, before } : null;
    const next = nextPlace(table, lines, slot, from + dayCount);
    for (const way of ways) {
      startDay(clock, table, slot, way.place);
      for (let at = 0; at < stops.length; at++) visit(clock, table, stops[at]!, begins[at]!);
      const here = clock.place;
      const weight = way.weight + clock.weight;
      const travel = way.travel + clock.drivingMinutes;
      if (slot >= last && (home >= 0 || slot === last)) {
        // Home today, or over where it is.
        const total = { weight: weight + eveningWeight(clock, table, home), travel: travel + (home < 0 || here < 0 ? 0 : eveningTravel(table, here, home)) };
        if (!ended || lighter(total, ended)) ended = { ...total, place: home, before: way };
        if (home < 0 || !freeNights || slot === from + dayCount - 1) continue;
      }
      const picked = chosen[slot] ?? table.chosenNight[slot]!;
      if (here < 0) offer(way, -1, weight, travel);
      else if (stops.length === 0 && !freeNights && picked < 0) offer(way, here, weight, travel);
      else {
        if (stops.length === 0 && picked < 0) offer(way, here, weight, travel);
        for (const night of picked >= 0 ? [picked] : nightChoices(table, slot, here, next < 0 ? home : next)) {
          offer(way, night, weight + eveningWeight(clock, table, night), travel + eveningTravel(table, here, night));
        }
      }
    }
    ways = [...best.values()];
    over = ended;
  }
  return over!;
}

/** The place of the next visit after `slot`, -1 for none. */
function nextPlace(table: Timetable, lines: readonly DayLine[], slot: number, end: number): number {
  for (let later = slot + 1; later < end; later++) if (lines[later]!.stops.length > 0) return table.place[lines[later]!.stops[0]!]!;
  return -1;
}

function lighter(a: { weight: number; travel: number }, b: { weight: number; travel: number }): boolean {
  return a.weight < b.weight - 1e-9 || (a.weight < b.weight + 1e-9 && a.travel < b.travel - 1e-9);
}
