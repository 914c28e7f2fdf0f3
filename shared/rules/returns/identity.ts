// The hidden mark by which a row of a sheet that went out is known again when the sheet comes back, wherever sorting has put it.
import type { RowIdentity } from '../../model/returns.ts';

/** A column that is read back: where it stood, from 0, and its head, so that it is found where somebody put another one in. */
export interface ReadColumn {
  at: number;
  /** `headSign` of the head's text. */
  head: string;
}

/** What the head of the table says: whose sheet it is, how many rows went out, and where the unit's name, the figure and the remark stand. */
export interface HeadIdentity extends RowIdentity {
  rows: number;
  name: ReadColumn;
  value: ReadColumn;
  note: ReadColumn;
}

const version = 'S1';
const sign = '|';

/** Four hex digits that tell a slip of the pen or a cell dragged down (FNV-1a, 32 bits, folded; Fowler, Noll, Vo). */
function check(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0');
}

/** A head's text as four digits; blanks and line ends do not count, for programs change them. */
export const headSign = (text: string): string => check(text.replaceAll(/\s+/g, ''));

const sealed = (...parts: (string | number)[]): string => {
  const text = [version, ...parts].join(sign);
  return `${text}${sign}${check(text)}`;
};

/** The parts between version and check; null for anything else, also where the check is not right. */
function opened(text: string): string[] | null {
  const at = text.lastIndexOf(sign);
  if (at < 0 || !text.startsWith(version + sign) || check(text.slice(0, at)) !== text.slice(at + 1)) return null;
  return text.slice(version.length + 1, at).split(sign);
}

const isCount = (text: string | undefined): boolean => text !== undefined && /^\d{1,6}$/.test(text);

export const rowMark = ({ programmeId, metricId, unitId, revision }: RowIdentity): string => sealed('r', programmeId, metricId, unitId, revision);

export const headMark = ({ programmeId, metricId, unitId, revision, rows, name, value, note }: HeadIdentity): string =>
  sealed('h', programmeId, metricId, unitId, revision, rows, ...[name, value, note].map(({ at, head }) => `${at}:${head}`));

/** True for what looks like a mark of ours, also a damaged one. */
export const looksMarked = (text: string): boolean => /^S\d+\|[hr]\|/.test(text);

export function readRowMark(text: string): RowIdentity | null {
  const parts = opened(text);
  const [kind, programmeId, metricId, unitId, revision] = parts ?? [];
  if (parts?.length !== 5 || kind !== 'r' || !programmeId || !metricId || !unitId || !isCount(revision)) return null;
  return { programmeId, metricId, unitId, revision: Number(revision) };
}

export function readHeadMark(text: string): HeadIdentity | null {
  const parts = opened(text);
  const [kind, programmeId, metricId, unitId, revision, rows, ...columns] = parts ?? [];
  if (parts?.length !== 9 || kind !== 'h' || !programmeId || !metricId || !unitId || !isCount(revision) || !isCount(rows)) return null;
  const read = columns.map((column) => /^(\d{1,3}):([0-9a-f]{4})$/.exec(column)).map((found) => (found ? { at: Number(found[1]), head: found[2]! } : null));
  const [name, value, note] = read;
  return name && value && note ? { programmeId, metricId, unitId, revision: Number(revision), rows: Number(rows), name, value, note } : null;
}
