// Finds where a leader would be in two places, or could not get from one to the next, and says it with names and minutes.
import type { TravelLeg } from '../../../shared/model/calendar.ts';
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { clashes, waysBetween } from '../../../shared/rules/clashes.ts';
import type { Clash, ClashEntry } from '../../../shared/rules/clashes.ts';
import type { ReadDb } from '../../store/sql.ts';
import type { Engagement } from '../tour/engagements.ts';
import { roadFinder } from './roadFinder.ts';

export const keyOf = ({ kind, id }: Pick<Engagement, 'kind' | 'id'>): string => `${kind} ${id}`;

export interface FoundClash {
  /** Keys of the two entries, `kind id`. */
  keys: [first: string, second: string];
  problem: ShownProblem;
}

/** A person at a meeting is an entry of his own, so ids here are positions; entries of one unit share a place. */
function clashEntries(engagements: readonly Engagement[]): { entries: ClashEntry[]; at: Engagement[] } {
  const placeOf = new Map<string, number>();
  const at: Engagement[] = [];
  const entries = engagements.map((one, index): ClashEntry => {
    const { personId, day, begin, end, unitId, lat, lon } = one;
    let place: number | null = null;
    if (unitId !== null && lat !== null && lon !== null) {
      // The figures of the road depend on the tour, so a unit is one place for each tour.
      const key = `${unitId} ${one.tourId ?? ''}`;
      place = placeOf.get(key) ?? null;
      if (place === null) placeOf.set(key, place = at.push(one) - 1);
    }
    return { id: String(index), personId, day, begin, end, place };
  });
  return { entries, at };
}

/**
 * Codes `overlap` {placeEn, placeHi, otherEn, otherHi, minutes, placeBegin, otherBegin, personId}, `busy` likewise where one of the
 * two comes from the leader's own calendar (then only the one that is not is named: `placeEn`), and `notEnoughTravel`
 * {placeEn, placeHi, fromEn, fromHi, needMinutes, haveMinutes, minutes, distanceKm, placeBegin, fromEnd, personId}: place is
 * the later of the two. Where a place has no point travel is not judged.
 */
export function clashProblems(db: ReadDb, engagements: readonly Engagement[]): FoundClash[] {
  const { entries, at } = clashEntries(engagements);
  const road = roadFinder(db);
  const shown = (clash: Clash): FoundClash[] => {
    const [first, second] = [engagements[Number(clash.firstId)]!, engagements[Number(clash.secondId)]!];
    // Two entries of his own calendar are his own affair.
    if (first.kind === 'busy' && second.kind === 'busy') return [];
    const keys: FoundClash['keys'] = [keyOf(first), keyOf(second)];
    const common = { day: second.day, unitId: second.unitId };
    const { personId } = second;
    if (clash.kind === 'overlap') {
      const minutes = Math.min(first.end, second.end) - second.begin;
      if (first.kind === 'busy' || second.kind === 'busy') {
        const [own, busy] = first.kind === 'busy' ? [second, first] : [first, second];
        const detail = { placeEn: own.titleEn, placeHi: own.titleHi, otherEn: busy.titleEn, otherHi: busy.titleHi, busyBegin: busy.begin, busyEnd: busy.end, minutes, personId };
        return [{ keys, problem: { code: busy.titleEn === '' ? 'busy' : 'busyTitled', ...common, detail } }];
      }
      const detail = { placeEn: second.titleEn, placeHi: second.titleHi, placeBegin: second.begin, otherEn: first.titleEn, otherHi: first.titleHi, otherBegin: first.begin, minutes, personId };
      return [{ keys, problem: { code: 'overlap', ...common, detail } }];
    }
    const { needMinutes = 0, haveMinutes = 0 } = clash;
    const detail = {
      placeEn: second.titleEn, placeHi: second.titleHi, placeBegin: second.begin, personId, fromEn: first.titleEn, fromHi: first.titleHi, fromEnd: first.end,
      needMinutes, haveMinutes: Math.max(0, haveMinutes), minutes: needMinutes - haveMinutes, distanceKm: Math.round(road(first, second).km),
    };
    return [{ keys, problem: { code: 'notEnoughTravel', ...common, detail } }];
  };
  return clashes(entries, (from, to) => road(at[from]!, at[to]!).minutes).flatMap(shown);
}

/** The ways between the entries of each leader on each day, as late as they can be driven. */
export function travelLegs(db: ReadDb, engagements: readonly Engagement[]): TravelLeg[] {
  const { entries, at } = clashEntries(engagements);
  const road = roadFinder(db);
  return waysBetween(entries).flatMap(({ firstId, secondId, personId, fromPlace, toPlace, haveMinutes }) => {
    const { minutes, km } = road(at[fromPlace]!, at[toPlace]!);
    if (minutes === 0) return [];
    const [first, second] = [engagements[Number(firstId)]!, engagements[Number(secondId)]!];
    return [{
      personId, day: second.day, fromKey: keyOf(first), toKey: keyOf(second), begin: second.begin - minutes, end: second.begin, minutes,
      distanceKm: Math.round(km), missing: Math.max(0, minutes - haveMinutes),
    }];
  });
}
