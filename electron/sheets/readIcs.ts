// Reads iCalendar text that others wrote into its events: lines unfolded and counted, properties with their parameters, nothing trusted.

export interface IcsProperty {
  name: string;
  params: Record<string, string>;
  value: string;
  /** In the file, from 1. */
  line: number;
}

export interface IcsComponent {
  name: string;
  line: number;
  properties: IcsProperty[];
  parts: IcsComponent[];
}

export interface IcsRead {
  /** Null: there is no calendar in it. */
  calendars: IcsComponent[];
  bad: { line: number; code: 'notALine' | 'notClosed' | 'tooLong' | 'tooDeep'; text: string }[];
}

const longestLine = 20_000;
const deepest = 6;
const shownSigns = 60;

/** Lines as unfolded (RFC 5545, 3.1), each with the number of its first line. Bare CR and LF end lines as well. */
function unfolded(text: string): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = [];
  let number = 0;
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    number += 1;
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) {
      // What would grow without end stays short enough to be called too long.
      if (last.text.length <= longestLine) last.text += raw.slice(1);
    } else if (raw !== '') lines.push({ line: number, text: raw });
  }
  return lines;
}

/** `NAME;PARAM=value;PARAM="quoted":value`; null where it is no such line. */
function propertyOf(text: string, line: number): IcsProperty | null {
  const name = /^[A-Za-z0-9-]+/.exec(text)?.[0];
  if (!name) return null;
  const params: Record<string, string> = {};
  let at = name.length;
  while (text[at] === ';') {
    const equals = text.indexOf('=', at);
    if (equals < 0) return null;
    const key = text.slice(at + 1, equals).toUpperCase();
    at = equals + 1;
    let value = '';
    // Several values of a parameter are parted by commas; any may be quoted.
    for (;;) {
      if (text[at] === '"') {
        const close = text.indexOf('"', at + 1);
        if (close < 0) return null;
        value += text.slice(at + 1, close);
        at = close + 1;
      }
      const next = text.slice(at).search(/[,;:"]/);
      if (next < 0) return null;
      value += text.slice(at, at + next);
      at += next;
      if (text[at] === ',') {
        value += ',';
        at += 1;
      } else if (text[at] !== '"') break;
    }
    if (key !== '__PROTO__') params[key] = value;
  }
  return text[at] === ':' ? { name: name.toUpperCase(), params, value: text.slice(at + 1), line } : null;
}

export function readIcs(text: string): IcsRead {
  const calendars: IcsComponent[] = [];
  const bad: IcsRead['bad'] = [];
  const open: IcsComponent[] = [];
  for (const { line, text: whole } of unfolded(text)) {
    const fail = (code: IcsRead['bad'][number]['code']): number => bad.push({ line, code, text: whole.slice(0, shownSigns) });
    if (whole.length > longestLine) {
      fail('tooLong');
      continue;
    }
    const property = propertyOf(whole, line);
    if (!property) {
      if (open.length > 0) fail('notALine');
      continue;
    }
    const { name } = property;
    if (name === 'BEGIN') {
      const part: IcsComponent = { name: property.value.trim().toUpperCase(), line, properties: [], parts: [] };
      if (open.length >= deepest) fail('tooDeep');
      else if (open.length === 0) { if (part.name === 'VCALENDAR') calendars.push(part); }
      else open.at(-1)!.parts.push(part);
      open.push(part);
    } else if (name === 'END') {
      const wanted = property.value.trim().toUpperCase();
      const at = open.findLastIndex((part) => part.name === wanted);
      if (at < 0) fail('notALine');
      else open.length = at;
    } else open.at(-1)?.properties.push(property);
  }
  for (const part of open) bad.push({ line: part.line, code: 'notClosed', text: `BEGIN:${part.name}` });
  return { calendars, bad };
}

export const valueOf = (part: IcsComponent, name: string): IcsProperty | undefined => part.properties.find((property) => property.name === name);

/** The text of a TEXT value: 3.3.11 backwards. */
export const plainText = (value: string): string => value.replaceAll(/\\([\\,;nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
