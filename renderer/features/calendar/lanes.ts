// Where entries stand in their lanes: hours across, and as many tracks as entries of one leader run side by side.
import type { PageEntry, TravelLeg } from '../../../shared/model/calendar.ts';

export interface Placed {
  entry: PageEntry;
  begin: number;
  end: number;
  track: number;
}

/** Entries of one lane in tracks: each in the first that is free. Time: n log n for ordinary days. */
export function inTracks(entries: readonly { entry: PageEntry; begin: number; end: number }[]): { placed: Placed[]; tracks: number } {
  const ends: number[] = [];
  const placed = entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end).map((one) => {
    const free = ends.findIndex((end) => end <= one.begin);
    const track = free < 0 ? ends.length : free;
    ends[track] = one.end;
    return { ...one, track };
  });
  return { placed, tracks: Math.max(1, ends.length) };
}

/** The hours shown: an ordinary day, and all that stands in it. */
export function hoursOf(entries: readonly { begin: number; end: number }[], legs: readonly TravelLeg[]): { from: number; to: number } {
  const begins = [...entries.map((one) => one.begin), ...legs.map((leg) => Math.max(0, leg.begin))];
  return {
    from: Math.max(0, Math.min(7, ...begins.map((begin) => Math.floor(begin / 60)))),
    to: Math.min(24, Math.max(22, ...entries.map((one) => Math.ceil(one.end / 60)))),
  };
}

export const snapMinutes = 15;
export const snapped = (minutes: number): number => Math.round(minutes / snapMinutes) * snapMinutes;
