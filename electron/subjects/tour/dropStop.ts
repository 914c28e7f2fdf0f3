// What a stop dropped on another place of the board does to the tour: the new times of its days, and what breaks.
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import type { StopDrop } from '../../../shared/model/tourFields.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { TourEntry, TourPlan } from '../../../shared/tour/plan.ts';
import type { ReadDb } from '../../store/sql.ts';
import { judged } from '../calendar/checkMove.ts';
import type { Findings } from '../calendar/checkMove.ts';
import { roundedEntries } from './roundBegins.ts';
import type { TourCase } from './tourCase.ts';
import { shownProblems } from './tourProblems.ts';
import { isPlanned } from './tourRecord.ts';
import type { StopRecord } from './tourRecord.ts';

export interface Dropped {
  findings: Findings;
  before: TourPlan;
  after: TourPlan;
  /** The whole schedule afterwards. */
  entries: TourEntry[];
  /** The case as it would be: with the stop free of its hour. */
  one: TourCase;
}

/**
 * Stops of both days that are not fixed begin as soon as they can, in their order, and so do those of the next day of each,
 * which now begins elsewhere. `to` null: the stop is taken off the days. Findings: what is newly wrong, or more so,
 * refused or only warned of as the person chose for the calendar; what is locked or held is always refused.
 */
export function dropStop(db: ReadDb, one: TourCase, stop: StopRecord, to: StopDrop['to']): Dropped {
  const before = checkTour(one.problem, one.entries);
  const wasIn = one.entries.find((entry) => entry.stopId === stop.id);
  const free = withoutPin(one, stop.id);
  const target = to === null ? null : { day: one.days.indexOf(to.day), leader: leaderOf(one, to.personId, wasIn) };
  const entries = scheduleAfter(free, stop.id, target && { ...target, index: to!.index }, wasIn);
  const after = checkTour(free.problem, entries);
  const findings = judged(db, newProblems(one, free, stop, before, after));
  const { placeEn, placeHi, unitId } = stop;
  const detail = { placeEn, placeHi, stopId: stop.id };
  for (const day of new Set([wasIn?.day, target?.day])) {
    if (day !== undefined && one.dayRules.get(one.days[day]!)?.locked) findings.hard.unshift({ code: 'lockedDay', day: one.days[day]!, unitId, detail });
  }
  if (stop.marked !== null && isPlanned(stop)) findings.hard.unshift({ code: 'held', day: stop.day, unitId, detail });
  else if (stop.pinned && isPlanned(stop)) findings.soft.unshift({ code: 'pinned', day: stop.day, unitId, detail: { ...detail, fromDay: stop.day, begin: stop.beginMinute } });
  return { findings, before, after, entries, one: free };
}

function leaderOf(one: TourCase, personId: string | null, wasIn: TourEntry | undefined): number {
  const asked = one.leaders.findIndex((leader) => leader.personId === personId);
  return asked >= 0 ? asked : wasIn?.leader ?? 0;
}

/** The stop free of day and hour; everything else as it is. What locked days say of it is said by `dropStop` itself. */
function withoutPin(one: TourCase, stopId: string): TourCase {
  const stops = one.problem.stops.map((stop) => {
    if (stop.id !== stopId) return stop;
    const { pinned: _pin, leader: _leader, ...rest } = stop;
    return rest;
  });
  const { lockedDays: _locked, start: _start, leaders, ...problem } = one.problem;
  const open = leaders?.map(({ lockedDays: _own, ...leader }) => leader);
  return { ...one, problem: { ...problem, stops, ...(open ? { leaders: open } : {}) } };
}

interface Line { day: number; leader: number }

function scheduleAfter(one: TourCase, stopId: string, target: (Line & { index: number }) | null, wasIn: TourEntry | undefined): TourEntry[] {
  const several = one.leaders.length > 1;
  const rest = one.entries.filter((entry) => entry.stopId !== stopId);
  const inLine = (entries: readonly TourEntry[], { day, leader }: Line): TourEntry[] =>
    entries.filter((entry) => entry.day === day && (entry.leader ?? 0) === leader).sort((a, b) => a.begin! - b.begin!);
  const lines: Line[] = [];
  const add = (line: Line): void => {
    if (!lines.some((other) => other.day === line.day && other.leader === line.leader)) lines.push(line);
  };
  const withNext = (line: Line): void => {
    add(line);
    const next = rest.filter((entry) => (entry.leader ?? 0) === line.leader && entry.day > line.day).map((entry) => entry.day);
    if (next.length > 0) add({ day: Math.min(...next), leader: line.leader });
  };
  if (target) withNext(target);
  if (wasIn) withNext({ day: wasIn.day, leader: wasIn.leader ?? 0 });

  const fixed = new Set(one.problem.stops.filter((stop) => stop.pinned?.begin !== undefined).map((stop) => stop.id));
  let entries = rest;
  for (const line of lines) {
    if (one.dayRules.get(one.days[line.day]!)?.locked) continue;
    const old = inLine(rest, line);
    const retimed: TourEntry[] = old.map((entry) => (fixed.has(entry.stopId) ? entry : { stopId: entry.stopId, day: entry.day, ...(several ? { leader: line.leader } : {}) }));
    entries = [...entries.filter((entry) => !old.includes(entry)), ...retimed];
  }
  if (target) {
    // The index counts the tour's own stops only; what is fixed elsewhere keeps its place between them.
    const mine = (entry: TourEntry): boolean => entry.day === target.day && (entry.leader ?? 0) === target.leader;
    const own = inLine(rest, target).filter((entry) => one.stopById.has(entry.stopId));
    const next = own[target.index]?.stopId;
    const at = next === undefined ? entries.findLastIndex(mine) + 1 : entries.findIndex((entry) => entry.stopId === next);
    entries = entries.toSpliced(at, 0, { stopId, day: target.day, ...(several ? { leader: target.leader } : {}) });
  }
  const exact = checkTour(one.problem, entries);
  return roundedEntries(one.problem, exact, new Set(lines.map(({ day }) => day)));
}

function newProblems(one: TourCase, free: TourCase, stop: StopRecord, before: TourPlan, after: TourPlan): ShownProblem[] {
  const identity = ({ code, day, detail }: ShownProblem): string => `${code} ${day} ${String(detail['stopId'])}`;
  const minutes = ({ detail }: ShownProblem): number => (typeof detail['minutes'] === 'number' ? detail['minutes'] : 0);
  const known = new Map(shownProblems(one, before).map((problem) => [identity(problem), minutes(problem)]));
  return shownProblems(free, after).filter((problem) => {
    const old = known.get(identity(problem));
    return old === undefined || minutes(problem) > old || (problem.detail['stopId'] === stop.id && problem.code !== 'stopLeftOut');
  });
}
