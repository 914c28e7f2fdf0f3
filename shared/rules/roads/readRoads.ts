// Understands a sheet of roads: a line for each pair, or a whole matrix with places at its top and its left.
import { foldKey } from '../fold.ts';
import { latinDigits, sameNameKey } from '../importing/readCells.ts';
import { isBlank, readKm, readMinutes } from './readFigures.ts';

/** What the cells of a matrix are. */
export type RoadFigure = 'km' | 'minutes' | 'hours';

export interface RoadEndText {
  name: string;
  code: string;
  /** Name of the unit it lies in, and of its level; empty where the sheet does not say. */
  within: string;
  level: string;
}

export interface ReadRoad {
  rowNumber: number;
  from: RoadEndText;
  to: RoadEndText;
  distanceKm: number | null;
  travelMinutes: number | null;
}

/** fromMissing, toMissing: no name. kmWrong, timeWrong: no such figure. noFigure: neither kilometres nor time. */
export type RoadReadCause = 'fromMissing' | 'toMissing' | 'kmWrong' | 'timeWrong' | 'noFigure';

export interface RoadSheet {
  kind: 'pairs' | 'matrix';
  /** The heads that were understood, as they stand; of a matrix its first places. */
  heads: string[];
  /** Of a matrix: what its cells are taken for. */
  figure: RoadFigure | null;
  roads: ReadRoad[];
  bad: { rowNumber: number; value: string; cause: RoadReadCause }[];
}

const mostKm = 5000;
const mostMinutes = 6000;
const headRows = 10;

/** `rowNumbers` as Excel shows them. `figure`: what the person says the cells of a matrix are; null: told by the sheet, else kilometres. */
export function readRoads(rows: readonly (readonly string[])[], rowNumbers: readonly number[], figure: RoadFigure | null): RoadSheet {
  const headRow = rows.slice(0, headRows).findIndex((row) => isPairHead(columnsOf(row)));
  const top = headRow < 0 ? matrixTop(rows) : null;
  return top === null ? readPairs(rows, rowNumbers, headRow) : readMatrix(rows, rowNumbers, top, figure);
}

/** The row that holds a matrix's places: most of what stands at the left below it is named in it too. */
function matrixTop(rows: readonly (readonly string[])[]): number | null {
  for (let top = 0; top < Math.min(headRows, rows.length - 2); top++) {
    const heads = rows[top]!.slice(1).filter((name) => name.trim() !== '' && Number.isNaN(Number(latinDigits(name))));
    const names = new Set(heads.flatMap(keysOf));
    if (new Set(heads.map(sameNameKey)).size < 2) continue;
    const left = [...new Map(rows.slice(top + 1).filter((row) => (row[0] ?? '').trim() !== '').map((row) => [sameNameKey(row[0]!), row[0]!])).values()];
    const known = left.filter((name) => keysOf(name).some((key) => names.has(key))).length;
    if (known >= 2 && known * 2 >= left.length) return top;
  }
  return null;
}

/** A name in one script is known again in the other; of `Ranchi / राँची` each part counts. */
function keysOf(name: string): string[] {
  return [name, ...name.split(/[/|()]/)].flatMap((part) => (part.trim() === '' ? [] : [`= ${sameNameKey(part)}`, `~ ${foldKey(part)}`])).filter((key) => key.length > 2);
}

const end = (name: string): RoadEndText => ({ name: name.trim(), code: '', within: '', level: '' });

function readMatrix(rows: readonly (readonly string[])[], rowNumbers: readonly number[], top: number, asked: RoadFigure | null): RoadSheet {
  const names = rows[top]!;
  const titles = [...rows.slice(0, top).flat(), names[0] ?? ''].join(' ').toLowerCase();
  const figure = asked ?? (/\bhours?\b|\bhrs?\b|घंटे|घंटा/.test(titles) ? 'hours' : /\bmin(ute)?s?\b|\btimes?\b|मिनट|समय/.test(titles) ? 'minutes' : 'km');
  const sheet: RoadSheet = { kind: 'matrix', heads: names.slice(1).filter((name) => name.trim() !== ''), figure, roads: [], bad: [] };
  for (let at = top + 1; at < rows.length; at++) {
    const row = rows[at]!;
    const rowNumber = rowNumbers[at]!;
    const isNamed = (row[0] ?? '').trim() !== '';
    for (let column = 1; column < row.length; column++) {
      const cell = row[column] ?? '';
      if (isBlank(cell)) continue;
      // A figure without a place at its side or above it is told, never passed over.
      if (!isNamed || (names[column] ?? '').trim() === '') {
        sheet.bad.push({ rowNumber, value: [row[0]?.trim() || names[column]?.trim(), cell].filter(Boolean).join(': '), cause: isNamed ? 'toMissing' : 'fromMissing' });
        continue;
      }
      if (sameNameKey(names[column]!) === sameNameKey(row[0]!)) continue;
      const value = figure === 'km' ? readKm(cell) : readMinutes(cell, figure);
      const isGood = value !== null && value > 0 && value <= (figure === 'km' ? mostKm : mostMinutes);
      if (!isGood) sheet.bad.push({ rowNumber, value: `${names[column]!}: ${cell}`, cause: figure === 'km' ? 'kmWrong' : 'timeWrong' });
      else sheet.roads.push({ rowNumber, from: end(row[0]!), to: end(names[column]!), distanceKm: figure === 'km' ? value : null, travelMinutes: figure === 'km' ? null : value });
    }
  }
  return sheet;
}

type Role = 'from' | 'to' | 'fromCode' | 'toCode' | 'fromWithin' | 'toWithin' | 'fromLevel' | 'toLevel' | 'km' | 'minutes' | 'hours';

const fromWord = '(from|origin|start|से|कहाँ से|प्रस्थान|आरंभ)';
const toWord = '(to|destination|end|तक|कहाँ तक|गंतव्य)';
const rolePatterns: [Role, RegExp][] = [
  ['fromCode', new RegExp(`^${fromWord} .*(code|कोड)$`, 'u')], ['toCode', new RegExp(`^${toWord} .*(code|कोड)$`, 'u')],
  ['fromLevel', new RegExp(`^${fromWord} (level|स्तर)$`, 'u')], ['toLevel', new RegExp(`^${toWord} (level|स्तर)$`, 'u')],
  ['fromWithin', new RegExp(`^${fromWord} (district|in|within|जिला|ज़िला)$`, 'u')], ['toWithin', new RegExp(`^${toWord} (district|in|within|जिला|ज़िला)$`, 'u')],
  ['from', new RegExp(`^${fromWord}( (name|place|town|unit|नाम|जगह|शहर))?$`, 'u')], ['to', new RegExp(`^${toWord}( (name|place|town|unit|नाम|जगह|शहर))?$`, 'u')],
  ['km', /^((road )?(distance|dist|दूरी)( (in )?(km|kms|किमी))?|(road )?(km|kms|kilomet(er|re)s?)|किमी|कि मी|किलोमीटर|सड़क दूरी)$/u],
  ['minutes', /^((travel |driving )?(minutes?|mins?|time|duration)( (in )?(min|mins|minutes))?|मिनट|समय|समय मिनट)$/u],
  ['hours', /^((travel |driving )?(hours?|hrs?)|(travel )?time (in )?(hours?|hrs?)|घंटे|घंटा|समय घंटे)$/u],
];

const plainHead = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/[\s_.,:;()[\]/-]+/g, ' ').trim();
const roleOf = (head: string): Role | null => rolePatterns.find(([, pattern]) => pattern.test(plainHead(head)))?.[0] ?? null;

function columnsOf(heads: readonly string[]): Map<Role, number> {
  const columns = new Map<Role, number>();
  heads.forEach((head, at) => {
    const role = roleOf(head);
    if (role && !columns.has(role)) columns.set(role, at);
  });
  return columns;
}

/** Two names and a figure or two, where the sheet has no head. */
function withoutHead(rows: readonly (readonly string[])[]): Map<Role, number> {
  const isTime = rows.some((row) => (row[2] ?? '').includes(':'));
  return new Map<Role, number>([['from', 0], ['to', 1], [isTime ? 'minutes' : 'km', 2], ...(isTime ? [] : [['minutes', 3] as [Role, number]])]);
}

const isPairHead = (columns: Map<Role, number>): boolean => (columns.has('from') || columns.has('fromCode')) && (columns.has('to') || columns.has('toCode'));

function readPairs(rows: readonly (readonly string[])[], rowNumbers: readonly number[], headRow: number): RoadSheet {
  const columns = headRow < 0 ? withoutHead(rows) : columnsOf(rows[headRow]!);
  const sheet: RoadSheet = { kind: 'pairs', heads: headRow < 0 ? [] : [...columns.values()].sort((a, b) => a - b).map((at) => rows[headRow]![at]!), figure: null, roads: [], bad: [] };
  for (let at = headRow + 1; at < rows.length; at++) {
    const cell = (role: Role): string => { const column = columns.get(role); return column === undefined ? '' : (rows[at]![column] ?? '').trim(); };
    const rowNumber = rowNumbers[at]!;
    const bad = (cause: RoadReadCause, value: string): void => void sheet.bad.push({ rowNumber, value, cause });
    const from = { name: cell('from'), code: cell('fromCode'), within: cell('fromWithin'), level: cell('fromLevel') };
    const to = { name: cell('to'), code: cell('toCode'), within: cell('toWithin'), level: cell('toLevel') };
    if (rows[at]!.every((text) => text.trim() === '')) continue;
    if (from.name === '' && from.code === '') { bad('fromMissing', to.name); continue; }
    if (to.name === '' && to.code === '') { bad('toMissing', from.name); continue; }
    const kmText = cell('km');
    const timeText = cell('minutes') || cell('hours');
    const km = isBlank(kmText) ? null : readKm(kmText);
    const minutes = isBlank(timeText) ? null : readMinutes(timeText, cell('minutes') === '' ? 'hours' : 'minutes');
    if (!isBlank(kmText) && (km === null || km <= 0 || km > mostKm)) bad('kmWrong', kmText);
    else if (!isBlank(timeText) && (minutes === null || minutes <= 0 || minutes > mostMinutes)) bad('timeWrong', timeText);
    else if (km === null && minutes === null) bad('noFigure', `${from.name} – ${to.name}`);
    else sheet.roads.push({ rowNumber, from, to, distanceKm: km, travelMinutes: minutes });
  }
  return sheet;
}
