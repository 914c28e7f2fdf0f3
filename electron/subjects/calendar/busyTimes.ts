// Turns a calendar file of others into busy times: rules expanded within a window, changed and called-off entries minded, free time left out.
import { createHash } from 'node:crypto';
import { addDays } from '../../../shared/dates.ts';
import type { BadIcsLine } from '../../../shared/model/calendar.ts';
import { recurringDays } from '../../../shared/rules/recurrence.ts';
import { ruleOf } from '../../sheets/icsRule.ts';
import { atMinutes, durationMinutes, minutesOf, momentOf, zonesOf } from '../../sheets/icsTimes.ts';
import type { Moment, Zones } from '../../sheets/icsTimes.ts';
import { plainText, readIcs, valueOf } from '../../sheets/readIcs.ts';
import type { IcsComponent, IcsProperty } from '../../sheets/readIcs.ts';

export interface BusyRow {
  day: string;
  begin: number;
  minutes: number;
  title: string;
}

/** Everything a file says of one id. */
export interface BusySource {
  uid: string;
  sequence: number;
  cancelled: boolean;
  rows: BusyRow[];
}

export interface BusyFile {
  isCalendar: boolean;
  events: number;
  free: number;
  /** Wholly outside the window. */
  outside: number;
  sources: BusySource[];
  bad: BadIcsLine[];
}

const mostEvents = 20_000;
const mostOfOne = 1_000;
const mostTimes = 20_000;
const longestTitle = 200;
const longestId = 400;
/** Longer is no appointment but a state of affairs, and would take months of a leader's time. */
const mostDays = 62;

interface Event {
  part: IcsComponent;
  start: IcsProperty;
  begin: Moment;
  minutes: number;
  title: string;
  cancelled: boolean;
  free: boolean;
  /** Minutes of the entry of a rule for which this one stands. */
  instead: number | null;
}

export function busyTimesOf(text: string, window: { fromDay: string; toDay: string }): BusyFile {
  const read = readIcs(text);
  const file: BusyFile = { isCalendar: read.calendars.length > 0, events: 0, free: 0, outside: 0, sources: [], bad: [...read.bad] };
  let times = 0;
  for (const calendar of read.calendars) {
    const zones = zonesOf(calendar);
    const calledOff = valueOf(calendar, 'METHOD')?.value.trim().toUpperCase() === 'CANCEL';
    const byId = new Map<string, Event[]>();
    for (const part of calendar.parts) {
      if (part.name !== 'VEVENT') continue;
      file.events += 1;
      if (file.events > mostEvents) {
        file.bad.push({ line: part.line, code: 'tooMany', text: '' });
        break;
      }
      const event = eventOf(part, zones, calledOff);
      if (typeof event === 'string') file.bad.push({ line: part.line, code: event, text: titleOf(part) });
      else {
        const uid = idOf(part);
        byId.set(uid, [...(byId.get(uid) ?? []), event]);
      }
    }
    for (const [uid, events] of byId) {
      const source = sourceOf(uid, events, zones, window, file);
      times += source.rows.length;
      if (times > mostTimes) {
        file.bad.push({ line: events[0]!.part.line, code: 'tooMany', text: events[0]!.title });
        break;
      }
      if (source.cancelled || source.rows.length > 0) file.sources.push(source);
      else if (events.every((event) => event.free)) file.free += 1;
      else file.outside += 1;
    }
  }
  file.bad.sort((a, b) => a.line - b.line);
  return file;
}

const titleOf = (part: IcsComponent): string => plainText(valueOf(part, 'SUMMARY')?.value ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, longestTitle);

/** Without an id of its own (against the rules) an event is known by what it says. */
function idOf(part: IcsComponent): string {
  const own = valueOf(part, 'UID')?.value.trim() ?? '';
  if (own !== '' && own.length <= longestId) return own;
  return `sha256-${createHash('sha256').update(own === '' ? JSON.stringify([valueOf(part, 'DTSTART')?.value, titleOf(part)]) : own).digest('base64url')}`;
}

/** An event, or the code of what is wrong with it. */
function eventOf(part: IcsComponent, zones: Zones, calledOff: boolean): Event | string {
  const start = valueOf(part, 'DTSTART');
  const cancelled = calledOff || valueOf(part, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED';
  if (!start) return 'noStart';
  const begin = momentOf(start, zones);
  if (begin === 'zone') return 'unknownZone';
  if (begin === null) return 'badTime';
  const stop = valueOf(part, 'DTEND');
  const length = valueOf(part, 'DURATION');
  const end = stop ? momentOf(stop, zones) : null;
  if (end === 'zone') return 'unknownZone';
  if (stop && end === null) return 'badTime';
  const minutes = end ? minutesOf(end) - minutesOf(begin) : length ? durationMinutes(length.value) : begin.wholeDay ? 1440 : 0;
  if (minutes === null) return 'badTime';
  if (minutes < 0) return 'endsBefore';
  if (minutes > mostDays * 1440) return 'tooLong';
  const recurrence = valueOf(part, 'RECURRENCE-ID');
  const of = recurrence ? momentOf(recurrence, zones) : null;
  if (of === 'zone' || (recurrence && of === null)) return 'badTime';
  const free = valueOf(part, 'TRANSP')?.value.trim().toUpperCase() === 'TRANSPARENT';
  return { part, start, begin, minutes, title: titleOf(part), cancelled, free, instead: of ? minutesOf(of as Moment) : null };
}

function sourceOf(uid: string, events: readonly Event[], zones: Zones, window: { fromDay: string; toDay: string }, file: BusyFile): BusySource {
  const sequence = Math.max(...events.map(({ part }) => Math.min(1_000_000_000, Math.max(0, Math.trunc(Number(valueOf(part, 'SEQUENCE')?.value ?? 0)) || 0))));
  const main = events.filter((event) => event.instead === null).at(-1);
  const others = events.filter((event) => event.instead !== null);
  const rows: BusyRow[] = [];
  const replaced = new Set(others.map((event) => event.instead));
  const put = (from: number, event: Event): void => {
    if (event.free || event.cancelled) return;
    for (let at = from; at < from + event.minutes;) {
      const { day, minute } = atMinutes(at);
      const minutes = Math.min(1440 - minute, from + event.minutes - at);
      if (day >= window.fromDay && day <= window.toDay) rows.push({ day, begin: minute, minutes, title: event.title });
      at += minutes;
    }
  };
  if (main && !main.cancelled && !main.free) for (const from of begins(main, zones, window, file)) if (!replaced.has(from)) put(from, main);
  for (const event of others) put(minutesOf(event.begin), event);
  return { uid, sequence, cancelled: main?.cancelled ?? false, rows: rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.begin - b.begin)) };
}

/** When an event begins, in minutes since 1970 in India. Rules are followed in the event's own zone. */
function begins(event: Event, zones: Zones, { fromDay, toDay }: { fromDay: string; toDay: string }, file: BusyFile): Set<number> {
  const first = minutesOf(event.begin);
  const found = new Set([first]);
  const text = event.start.value.trim();
  const ruleLine = valueOf(event.part, 'RRULE');
  if (ruleLine) {
    const known = ruleOf(ruleLine.value, zones);
    if (!known) file.bad.push({ line: ruleLine.line, code: 'unknownRule', text: ruleLine.value.slice(0, 60) });
    else {
      const localDay = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
      // A day more on each side: the zone may shift it.
      const days = recurringDays(known.rule, localDay, { fromDay: addDays(fromDay, -mostDays), toDay: addDays(toDay, 1), most: mostOfOne });
      for (const day of days) {
        const moment = momentOf(event.start, zones, day.replaceAll('-', '') + text.slice(8));
        if (moment === null || moment === 'zone') continue;
        const at = minutesOf(moment);
        if (known.until === null || at <= known.until) found.add(at);
      }
    }
  }
  const listed = (name: string, act: (at: number) => void): void => {
    for (const property of event.part.properties) {
      if (property.name !== name) continue;
      for (const one of property.value.split(',').slice(0, mostOfOne)) {
        const moment = momentOf(property, zones, one.split('/')[0]!);
        if (moment === null || moment === 'zone') file.bad.push({ line: property.line, code: 'badTime', text: one.slice(0, 60) });
        else act(minutesOf(moment));
      }
    }
  };
  listed('RDATE', (at) => found.add(at));
  listed('EXDATE', (at) => found.delete(at));
  return found;
}
