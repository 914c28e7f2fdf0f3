// The scale of days under the timeline: where a day lies in pixels, what stands in its two heads, how far it reaches.
import { addDays, dayFromNumber, dayNumber, daysBetween, weekday } from '../../../shared/dates.ts';

export type Zoom = 'week' | 'month' | 'quarter';
/** From near to far. */
export const zooms: readonly Zoom[] = ['week', 'month', 'quarter'];
const pixelsPerDay: Record<Zoom, number> = { week: 40, month: 17, quarter: 6 };

export interface Scale {
  zoom: Zoom;
  /** A Monday. */
  fromDay: string;
  days: number;
  /** Pixels of one day and of all. */
  perDay: number;
  width: number;
}

/** A stretch of a head: the day it begins with, where it lies, in pixels. */
export interface HeadCell {
  day: string;
  left: number;
  width: number;
}

const daysBefore = 14;
const daysAfter = 45;

/** Whole weeks from two before the first day to some after the last, today included, at least `wide` pixels. Days as `YYYY-MM-DD`; empty strings are passed over. */
export function scaleOf(zoom: Zoom, days: readonly string[], wide: number): Scale {
  let first = Infinity;
  let last = -Infinity;
  for (const day of days) {
    if (day === '') continue;
    const number = dayNumber(day);
    if (number < first) first = number;
    if (number > last) last = number;
  }
  if (first > last) first = last = dayNumber('2022-04-01');
  const perDay = pixelsPerDay[zoom];
  const early = dayFromNumber(first - daysBefore);
  const fromDay = addDays(early, -weekday(early));
  const needed = Math.max(last + daysAfter - dayNumber(fromDay), Math.ceil(wide / perDay));
  const whole = Math.ceil(needed / 7) * 7;
  return { zoom, fromDay, days: whole, perDay, width: whole * perDay };
}

/** Left edge of a day, in pixels. */
export const leftOf = (scale: Scale, day: string): number => daysBetween(scale.fromDay, day) * scale.perDay;
/** Where a period lies, both days counted. */
export const placeOf = (scale: Scale, fromDay: string, toDay: string): { left: number; width: number } =>
  ({ left: leftOf(scale, fromDay), width: (daysBetween(fromDay, toDay) + 1) * scale.perDay });
/** The same for a stylesheet that knows a day's width: another scale then moves every bar without touching it. */
export const styleOf = (origin: string, fromDay: string, toDay: string): { left: string; width: string } =>
  ({ left: inDays(daysBetween(origin, fromDay)), width: inDays(daysBetween(fromDay, toDay) + 1) });
/** So many days as a length, and some pixels more. */
export const inDays = (days: number, pixels = 0): string => (pixels === 0 ? `calc(var(--tl-day) * ${days})` : `calc(var(--tl-day) * ${days} + ${pixels}px)`);
/** The day under a pixel. */
export const dayAt = (scale: Scale, x: number): string => addDays(scale.fromDay, Math.floor(x / scale.perDay));

/** Months that lie between two pixels, cut at the scale's own ends. */
export function monthHeads(scale: Scale, fromX: number, toX: number): HeadCell[] {
  const cells: HeadCell[] = [];
  const end = addDays(scale.fromDay, scale.days);
  let day = dayAt(scale, Math.max(0, fromX));
  day = `${day.slice(0, 7)}-01`;
  if (day < scale.fromDay) day = scale.fromDay;
  while (day < end && leftOf(scale, day) <= toX) {
    const month = `${addDays(`${day.slice(0, 7)}-28`, 7).slice(0, 7)}-01`;
    const next = month < end ? month : end;
    cells.push({ day, ...placeOf(scale, day, addDays(next, -1)) });
    day = next;
  }
  return cells;
}

/** Every day in the week's zoom, every Monday in the others, between two pixels. */
export function dayHeads(scale: Scale, fromX: number, toX: number): HeadCell[] {
  const step = scale.zoom === 'week' ? 1 : 7;
  const first = Math.max(0, Math.floor(fromX / scale.perDay / step) * step);
  const cells: HeadCell[] = [];
  for (let at = first; at < scale.days && at * scale.perDay <= toX; at += step) cells.push({ day: addDays(scale.fromDay, at), left: at * scale.perDay, width: step * scale.perDay });
  return cells;
}
