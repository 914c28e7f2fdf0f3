// Times of others' calendars as days and minutes in India: UTC, floating, named zones of the world and of Windows, and zones the file itself describes.
import { addDays, dayNumber, dayFromNumber, isDay } from '../../shared/dates.ts';
import type { IcsComponent, IcsProperty } from './readIcs.ts';
import { valueOf } from './readIcs.ts';

export interface Moment {
  day: string;
  minute: number;
  wholeDay: boolean;
}

const indiaMinutes = 330;

/** As Outlook calls them. */
const windowsZones: Readonly<Record<string, string>> = {
  'India Standard Time': 'Asia/Kolkata', 'Sri Lanka Standard Time': 'Asia/Colombo', 'Nepal Standard Time': 'Asia/Kathmandu', 'Bangladesh Standard Time': 'Asia/Dhaka',
  'Pakistan Standard Time': 'Asia/Karachi', 'Arabian Standard Time': 'Asia/Dubai', 'Arab Standard Time': 'Asia/Riyadh', 'Singapore Standard Time': 'Asia/Singapore',
  'China Standard Time': 'Asia/Shanghai', 'Tokyo Standard Time': 'Asia/Tokyo', 'SE Asia Standard Time': 'Asia/Bangkok', 'AUS Eastern Standard Time': 'Australia/Sydney',
  'GMT Standard Time': 'Europe/London', 'W. Europe Standard Time': 'Europe/Berlin', 'Romance Standard Time': 'Europe/Paris', 'Central Europe Standard Time': 'Europe/Budapest',
  'Russian Standard Time': 'Europe/Moscow', 'Eastern Standard Time': 'America/New_York', 'Central Standard Time': 'America/Chicago', 'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles', 'Greenwich Standard Time': 'Atlantic/Reykjavik', 'UTC': 'UTC', 'Coordinated Universal Time': 'UTC',
};

/** Minutes ahead of UTC at a moment (in minutes since 1970, UTC). */
type Offset = (utcMinutes: number) => number;
export type Zones = (tzid: string) => Offset | null;

function worldZone(name: string): Offset | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: name, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  } catch {
    return null;
  }
  return (utcMinutes) => {
    const part = Object.fromEntries(format.formatToParts(utcMinutes * 60_000).map(({ type, value }) => [type, Number(value)]));
    return Math.round(Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!) / 60_000) - utcMinutes;
  };
}

function offsetOf(text: string | undefined): number | null {
  const match = /^([+-])(\d{2})(\d{2})/.exec(text ?? '');
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : null;
}

/** Zones by name. What a file describes itself counts only where nobody knows the name, and only where it has no summer time. */
export function zonesOf(calendar: IcsComponent): Zones {
  const known = new Map<string, Offset | null>();
  const described = new Map(calendar.parts.filter((part) => part.name === 'VTIMEZONE').map((part) => [valueOf(part, 'TZID')?.value ?? '', part]));
  const find = (tzid: string): Offset | null => {
    const bare = tzid.replace(/^\/[^/]+\/[^/]+\//, '');
    const world = worldZone(windowsZones[tzid] ?? bare);
    if (world) return world;
    const parts = described.get(tzid)?.parts ?? [];
    const offsets = new Set(parts.map((part) => offsetOf(valueOf(part, 'TZOFFSETTO')?.value)));
    const [only] = offsets;
    return offsets.size === 1 && only !== null && only !== undefined ? () => only : null;
  };
  return (tzid) => {
    if (!known.has(tzid)) known.set(tzid, find(tzid));
    return known.get(tzid) ?? null;
  };
}

/** Local minutes since 1970 in a zone, as UTC. Twice, for the offset is that of the moment found. */
function toUtc(local: number, offset: Offset): number {
  const first = local - offset(local);
  return local - offset(first);
}

/** `20220418`, `20220418T103000`, `20220418T103000Z`; null where it is none of them or the zone is unknown. */
export function momentOf(property: Pick<IcsProperty, 'value' | 'params'>, zones: Zones, text = property.value): Moment | null | 'zone' {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text.trim());
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  if (!isDay(day)) return null;
  if (match[4] === undefined) return { day, minute: 0, wholeDay: true };
  const minute = Number(match[4]) * 60 + Number(match[5]);
  if (minute >= 1440) return null;
  const tzid = property.params['TZID'];
  const local = dayNumber(day) * 1440 + minute;
  if (match[7] === 'Z') return inIndia(local);
  if (tzid === undefined || tzid === 'Asia/Kolkata' || tzid === 'Asia/Calcutta') return { day, minute, wholeDay: false };
  const offset = zones(tzid);
  return offset ? inIndia(toUtc(local, offset)) : 'zone';
}

function inIndia(utcMinutes: number): Moment {
  const local = utcMinutes + indiaMinutes;
  const day = Math.floor(local / 1440);
  return { day: dayFromNumber(day), minute: local - day * 1440, wholeDay: false };
}

/** `P1DT2H30M` in minutes; null where it is none. */
export function durationMinutes(text: string): number | null {
  const match = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(text.trim());
  if (!match) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return weeks * 10_080 + days * 1440 + hours * 60 + minutes + Math.round(seconds / 60);
}

export const minutesOf = ({ day, minute }: Moment): number => dayNumber(day) * 1440 + minute;

export function atMinutes(minutes: number): { day: string; minute: number } {
  const day = Math.floor(minutes / 1440);
  return { day: addDays('1970-01-01', day), minute: minutes - day * 1440 };
}
