// The timeline's keys: arrows between bars, Enter opens, L goes to its links, Shift and Ctrl with arrows try other days, + and − look nearer or farther.
import type { KeyboardEvent } from 'react';
import type { TimelineRow } from './timelineRows.ts';
import { pulled } from './trial.ts';
import type { Grip, Trial } from './trial.ts';
import { zooms } from './timeScale.ts';
import type { Zoom } from './timeScale.ts';

export interface TimelineKeys {
  rows: readonly TimelineRow[];
  active: number;
  open: ReadonlySet<string>;
  trial: Trial | null;
  /** Days of a programme's row. */
  daysOf: (row: TimelineRow) => { id: string; fromDay: string; toDay: string };
  zoom: Zoom;
  pageRows: number;
  onActive: (index: number) => void;
  onToggle: (key: string) => void;
  onZoom: (zoom: Zoom) => void;
  onToday: () => void;
  onTrial: (trial: Trial | null) => void;
  onDone: (trial: Trial) => void;
  onOpen: (row: TimelineRow) => void;
  /** To the links of the row in hand. */
  onLinks: () => void;
}

/** True when the key meant something here. */
export function timelineKey(event: KeyboardEvent, keys: TimelineKeys): boolean {
  const { rows, active, open, trial, zoom } = keys;
  const row = rows[active];
  const sideways = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (sideways !== 0 && (event.shiftKey || event.ctrlKey || event.metaKey) && !event.altKey) {
    if (!row || row.kind !== 'programme' || row.phaseAt !== null) return false;
    const grip: Grip = event.shiftKey ? 'end' : 'bar';
    const known = trial?.programmeId === row.id && trial.grip === grip ? trial.days : 0;
    const days = known + sideways;
    keys.onTrial(days === 0 ? null : pulled(keys.daysOf(row), grip, days));
    return true;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + keys.pageRows, PageUp: active - keys.pageRows, Home: 0, End: rows.length - 1 };
  const next = steps[event.key];
  if (next !== undefined) {
    if (rows.length > 0) keys.onActive(Math.max(0, Math.min(rows.length - 1, next)));
    return true;
  }
  if (sideways !== 0 && row) {
    const isOpen = open.has(row.key);
    if (row.phaseAt !== null && sideways < 0) keys.onActive(active - row.phaseAt - 1);
    else if (row.phases > 0 && isOpen !== sideways > 0) keys.onToggle(row.key);
    return true;
  }
  if (event.key === '+' || event.key === '=' || event.key === '-' || event.key === '−') {
    const wanted = zooms[zooms.indexOf(zoom) + (event.key === '+' || event.key === '=' ? -1 : 1)];
    if (wanted) keys.onZoom(wanted);
    return true;
  }
  if (event.key === 'Enter' && row) {
    if (trial) keys.onDone(trial);
    else keys.onOpen(row);
    return true;
  }
  if (event.key === ' ' && row && row.phases > 0) {
    keys.onToggle(row.key);
    return true;
  }
  if (event.key.toLowerCase() === 'l' && row) {
    keys.onLinks();
    return true;
  }
  if (event.key.toLowerCase() === 't') {
    keys.onToday();
    return true;
  }
  if (event.key === 'Escape' && trial) {
    keys.onTrial(null);
    return true;
  }
  return false;
}
