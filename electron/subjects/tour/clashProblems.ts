// Finds where a leader would be in two places, or could not get from one to the next, and says it with names and minutes.
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { clashes } from '../../../shared/rules/clashes.ts';
import type { Clash } from '../../../shared/rules/clashes.ts';
import type { ReadDb } from '../../store/sql.ts';
import type { Engagement } from './engagements.ts';
import { roadsBetween } from './roads.ts';

export const keyOf = ({ kind, id }: Pick<Engagement, 'kind' | 'id'>): string => `${kind} ${id}`;

export interface FoundClash {
  /** Keys of the two entries, `kind id`. */
  keys: [first: string, second: string];
  problem: ShownProblem;
}

/**
 * Codes `overlap` {placeEn, placeHi, otherEn, otherHi, minutes, placeBegin, otherBegin, personId} and `notEnoughTravel`
 * {placeEn, placeHi, fromEn, fromHi, needMinutes, haveMinutes, minutes, distanceKm, placeBegin, fromEnd, personId}: place is
 * the later of the two. Where a place has no point travel is not judged.
 */
export function clashProblems(db: ReadDb, engagements: readonly Engagement[]): FoundClash[] {
  // A person at a meeting is an entry of his own, so ids here are positions.
  const entries = engagements.map((one, index) => ({
    id: String(index), personId: one.personId, day: one.day, begin: one.begin, end: one.end,
    place: one.lat === null || one.lon === null ? null : index,
  }));
  const road = (fromIndex: number, toIndex: number): { minutes: number; km: number } => {
    const [from, to] = [engagements[fromIndex]!, engagements[toIndex]!];
    if (from.unitId === null || to.unitId === null || from.unitId === to.unitId) return { minutes: 0, km: 0 };
    const tour = to.roadFactor === null ? from : to;
    const roads = roadsBetween(db, [{ ...from, unitId: from.unitId }, { ...to, unitId: to.unitId }], {
      roadFactor: tour.roadFactor ?? undefined, speedKmPerHour: tour.speedKmPerHour ?? undefined,
    });
    return { minutes: roads.travelMinutes[1]!, km: roads.distanceKm[1]! };
  };
  const shown = (clash: Clash): FoundClash => {
    const [first, second] = [engagements[Number(clash.firstId)]!, engagements[Number(clash.secondId)]!];
    const detail: Record<string, unknown> = {
      placeEn: second.titleEn, placeHi: second.titleHi, placeBegin: second.begin, personId: second.personId,
    };
    if (clash.kind === 'overlap') {
      const minutes = Math.min(first.end, second.end) - second.begin;
      Object.assign(detail, { otherEn: first.titleEn, otherHi: first.titleHi, otherBegin: first.begin, minutes });
    } else {
      const { needMinutes = 0, haveMinutes = 0 } = clash;
      const distanceKm = Math.round(road(Number(clash.firstId), Number(clash.secondId)).km);
      Object.assign(detail, {
        fromEn: first.titleEn, fromHi: first.titleHi, fromEnd: first.end, needMinutes, haveMinutes, minutes: needMinutes - haveMinutes, distanceKm,
      });
    }
    return { keys: [keyOf(first), keyOf(second)], problem: { code: clash.kind, day: second.day, unitId: second.unitId, detail } };
  };
  return clashes(entries, (from, to) => road(from, to).minutes).map(shown);
}
