// A way of the tour as it is shown and corrected: between visits, from a night halt, or to one in the evening.
import type { LegSource, TourDay, TourDetail, TourVisit } from '../../../shared/model/tour.ts';

export interface Leg {
  fromUnitId: string;
  toUnitId: string;
  names: { from: string; to: string };
  km: number;
  minutes: number;
  source: LegSource;
  corrected: boolean;
  /** Driven before sunrise or after sunset. */
  darkMinutes: number;
}

type Pick = (en: string | null | undefined, hi: string | null | undefined) => string;

/** Null where the tour begins at the visit. */
export function legTo(tour: TourDetail, visit: TourVisit, pick: Pick): Leg | null {
  const { fromUnitId, unitId, source, legKm: km, legMinutes: minutes, corrected, darkMinutes } = visit;
  if (fromUnitId === null || source === null) return null;
  return { fromUnitId, toUnitId: unitId, names: { from: nameOf(tour, fromUnitId, pick), to: pick(visit.placeEn, visit.placeHi) }, km, minutes, source, corrected, darkMinutes };
}

export function eveningLeg(tour: TourDetail, leg: TourDay['evening'][number], pick: Pick): Leg {
  const { fromUnitId, unitId, legKm: km, legMinutes: minutes, source, corrected, darkMinutes } = leg;
  return { fromUnitId, toUnitId: unitId, names: { from: nameOf(tour, fromUnitId, pick), to: pick(leg.placeEn, leg.placeHi) }, km, minutes, source, corrected, darkMinutes };
}

function nameOf(tour: TourDetail, unitId: string, pick: Pick): string {
  for (const day of tour.days) {
    const place = [...day.visits, ...day.nights, ...day.evening].find((one) => one.unitId === unitId);
    if (place) return pick(place.placeEn, place.placeHi);
  }
  return '';
}

const sources: readonly LegSource[] = ['typed', 'imported', 'improved', 'estimate'];

/** How many of the tour's ways are of each kind; kinds without any are left out. */
export function countSources(tour: TourDetail): { source: LegSource; count: number }[] {
  const all = tour.days.flatMap((day) => [...day.visits, ...day.evening].filter((leg) => leg.legKm >= 0.5).map((leg) => leg.source));
  return sources.map((source) => ({ source, count: all.filter((one) => one === source).length })).filter(({ count }) => count > 0);
}
