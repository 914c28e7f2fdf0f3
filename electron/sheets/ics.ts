// Writes iCalendar (RFC 5545): lines folded at 75 octets between signs, texts escaped, times in Asia/Kolkata with its own VTIMEZONE.
import { addDays } from '../../shared/dates.ts';

/** One VEVENT. Days `YYYY-MM-DD`, minutes of the day (beyond 1440: the next day); `begin` null: whole days. */
export interface IcsEvent {
  uid: string;
  /** Raised with every change that was sent out. */
  sequence: number;
  /** When this wording was first sent, UTC, `2022-04-14T06:30:00.000Z`. */
  stamp: string;
  day: string;
  toDay?: string;
  begin: number | null;
  minutes: number;
  summary: string;
  location?: string;
  description?: string;
  categories?: string;
  cancelled?: boolean;
  /** RRULE's value; UNTIL already in UTC. */
  rule?: string;
  /** Left-out beginnings of a rule. */
  exceptDays?: readonly string[];
  /** Minute at which the rule's entries begin; needed with `exceptDays` and `recurrenceDay`. */
  ruleBegin?: number;
  /** This event stands instead of the rule's entry of that day. */
  recurrenceDay?: string;
}

const zone = 'Asia/Kolkata';
const encoder = new TextEncoder();
const mostOctets = 75;

/** RFC 5545, 3.3.11: backslash, comma, semicolon and line ends; other control characters are not allowed at all. */
function escaped(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\\,;]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n').replaceAll(/(?!\t)\p{Cc}/gu, ' ');
}

/** 3.1: a line of at most 75 octets, the rest on lines that begin with a blank; never within a sign, nor between a letter and its matra. */
export function folded(line: string): string {
  if (encoder.encode(line).length <= mostOctets) return line;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const { segment } of new Intl.Segmenter('hi', { granularity: 'grapheme' }).segment(line)) {
    // A heap of marks on one letter may be longer than a line: then between signs.
    const pieces = encoder.encode(segment).length > mostOctets - 1 ? [...segment] : [segment];
    for (const piece of pieces) {
      const size = encoder.encode(piece).length;
      if (octets + size > mostOctets) {
        lines.push(current);
        current = ' ';
        octets = 1;
      }
      current += piece;
      octets += size;
    }
  }
  return [...lines, current].join('\r\n');
}

const dayText = (day: string): string => day.replaceAll('-', '');
export function localTime(day: string, minutes: number): string {
  const [on, at] = [addDays(day, Math.floor(minutes / 1440)), minutes % 1440];
  return `${dayText(on)}T${String(Math.floor(at / 60)).padStart(2, '0')}${String(at % 60).padStart(2, '0')}00`;
}

/** India has one time, five and a half hours ahead, the year round. */
export const utcTime = (day: string, minutes: number): string => `${localTime(minutes < 330 ? addDays(day, -1) : day, minutes < 330 ? minutes + 1440 - 330 : minutes - 330)}Z`;

const stampText = (stamp: string): string => `${stamp.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

function eventLines(event: IcsEvent): string[] {
  const { begin, day, ruleBegin = begin ?? 0 } = event;
  const at = (name: string, on: string, minutes: number): string => `${name};TZID=${zone}:${localTime(on, minutes)}`;
  const text = (name: string, value: string | undefined): string[] => (value ? [`${name}:${escaped(value)}`] : []);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${stampText(event.stamp)}`,
    `LAST-MODIFIED:${stampText(event.stamp)}`,
    ...(event.recurrenceDay === undefined ? [] : [at('RECURRENCE-ID', event.recurrenceDay, ruleBegin)]),
    ...(begin === null
      ? [`DTSTART;VALUE=DATE:${dayText(day)}`, `DTEND;VALUE=DATE:${dayText(addDays(event.toDay ?? day, 1))}`]
      : [at('DTSTART', day, begin), at('DTEND', day, begin + event.minutes)]),
    ...(event.rule === undefined ? [] : [`RRULE:${event.rule}`]),
    ...(event.exceptDays ?? []).map((except) => at('EXDATE', except, ruleBegin)),
    `SUMMARY:${escaped(event.summary)}`,
    ...text('LOCATION', event.location), ...text('DESCRIPTION', event.description), ...text('CATEGORIES', event.categories),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A whole-day band is to be seen, not to block the day.
    `TRANSP:${begin === null || event.cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** The whole file. `name` is what the calendar is called. */
export function icsText(name: string, events: readonly IcsEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sangathan//Calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`, `X-WR-TIMEZONE:${zone}`,
    'BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19451015T000000', 'TZOFFSETFROM:+0530', 'TZOFFSETTO:+0530', 'TZNAME:IST', 'END:STANDARD', 'END:VTIMEZONE',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
