// The classes' sums worked out again by hand: every unit asked where it stands, without the parts the file keeps.
import { expect } from 'vitest';
import type { TestWorkspace } from '../help/workspace.ts';

interface Unit { id: string; parentId: string | null; levelId: string; electors: number | null; constituencyId: string | null; path: string }
interface Line { electors: number; levels: Record<string, number>; partly: Record<string, number>; target: number | null; achieved: number | null; undivided: number }

const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);

/** Sums of the classes of one classification (no class above another), below the unit (without it where it is the top). */
export function classesByHand(file: TestWorkspace, classificationId: string, about: { programmeId: string; metricId: string } | null): Map<string, Line> {
  const units = file.rows<Unit>('SELECT id, parentId, levelId, electors, constituencyId, path FROM unit WHERE closedDay IS NULL ORDER BY path');
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const children = Map.groupBy(units, ({ parentId }) => parentId ?? '');
  const none = `none:${classificationId}`;
  const isSeats = classificationId === 'assembly' || classificationId === 'lokSabha';
  const lokSabhaOf = new Map(file.rows<{ id: string; parentId: string | null }>('SELECT id, parentId FROM constituency').map(({ id, parentId }) => [id, parentId ?? none]));
  const said = isSeats
    ? new Map(units.filter((unit) => unit.constituencyId).map((unit) => [unit.id, classificationId === 'lokSabha' ? lokSabhaOf.get(unit.constituencyId!)! : unit.constituencyId!]))
    : new Map(file.rows<{ unitId: string; classId: string | null }>('SELECT unitId, classId FROM unitClass WHERE classificationId = ?', classificationId).map(({ unitId, classId }) => [unitId, classId ?? none]));
  const nearestSaid = (unit: Unit): string | undefined => {
    for (let above: Unit | undefined = unit; above; above = byId.get(above.parentId ?? '')) { const found = said.get(above.id); if (found) return found; }
    return undefined;
  };
  /** All that is said at and below a unit. */
  const heardAt = new Map<string, Set<string>>();
  const voices = (unit: Unit): Set<string> => {
    const known = heardAt.get(unit.id);
    if (known) return known;
    const heard = listen(unit);
    heardAt.set(unit.id, heard);
    return heard;
  };
  const listen = (unit: Unit): Set<string> => {
    const below = children.get(unit.id) ?? [];
    const own = nearestSaid(unit);
    if (below.length === 0) return own ? new Set([own]) : isSeats && unit.levelId !== 'booth' ? new Set() : new Set([none]);
    const all = new Set(below.flatMap((child) => [...voices(child)]));
    if (own) all.add(own);
    return all;
  };
  const targets = about ? new Map(file.rows<{ unitId: string; value: number | null }>('SELECT unitId, value FROM target WHERE programmeId = ? AND metricId = ?', about.programmeId, about.metricId).map((row) => [row.unitId, row.value])) : new Map<string, number | null>();
  const reports = about ? new Map(file.rows<{ unitId: string; value: number }>('SELECT unitId, value FROM report WHERE programmeId = ? AND metricId = ? ORDER BY day, id', about.programmeId, about.metricId).map((row) => [row.unitId, row.value])) : new Map<string, number>();
  const below = (unit: Unit) => (children.get(unit.id) ?? []);
  const asked = (unit: Unit): number | null => targets.get(unit.id) ?? below(unit).reduce<number | null>((sum, child) => plus(sum, asked(child)), null);
  const achievedBelow = (unit: Unit): number | null => below(unit).reduce<number | null>((sum, child) => plus(sum, achieved(child)), null);
  const achieved = (unit: Unit): number | null => reports.get(unit.id) ?? achievedBelow(unit);
  const electors = (unit: Unit): number => below(unit).reduce((sum, child) => sum + electors(child), 0) || (unit.electors ?? 0);

  const lines = new Map<string, Line>();
  const lineOf = (classId: string): Line => lines.get(classId) ?? lines.set(classId, { electors: 0, levels: {}, partly: {}, target: null, achieved: null, undivided: 0 }).get(classId)!;
  const walk = (unit: Unit, top: boolean): Set<string> => {
    const heard = voices(unit);
    const only = heard.size === 1 ? [...heard][0]! : heard.size === 0 ? none : null;
    if (!top && only !== null) {
      const line = lineOf(only);
      const count = (one: Unit) => { line.levels[one.levelId] = (line.levels[one.levelId] ?? 0) + 1; below(one).forEach(count); };
      count(unit);
      line.electors += electors(unit);
      line.target = plus(line.target, asked(unit));
      line.achieved = plus(line.achieved, achieved(unit));
      return new Set([only]);
    }
    const found = new Set(below(unit).flatMap((child) => [...walk(child, false)]));
    if (top) return found;
    const ownReport = reports.get(unit.id);
    const lost = (ownReport !== undefined && ownReport !== achievedBelow(unit)) || ((targets.get(unit.id) ?? null) !== null && below(unit).every((child) => asked(child) === null));
    for (const classId of found) {
      const line = lineOf(classId);
      line.partly[unit.levelId] = (line.partly[unit.levelId] ?? 0) + 1;
      if (lost) line.undivided += 1;
    }
    return found;
  };
  for (const top of children.get('') ?? []) walk(top, true);
  return lines;
}

/** The kept sums of every classification are those counted by hand. */
export function expectClassesRight(file: TestWorkspace, classificationIds: readonly string[], about: { programmeId: string; metricId: string } | null = null): void {
  const unitId = file.rows<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL')[0]!.id;
  for (const classificationId of classificationIds) {
    const byHand = classesByHand(file, classificationId, about);
    const rows = file.ask('groups.classes', { classificationId });
    const board = about ? new Map(file.ask('groups.board', { ...about, classificationId, unitId }).rows.map((row) => [row.id, row])) : null;
    const kept = new Map(rows.filter((row) => row.levels.length > 0).map((row) => [row.id, {
      electors: row.electors,
      levels: Object.fromEntries(row.levels.filter(({ units }) => units > 0).map(({ levelId, units }) => [levelId, units])),
      partly: Object.fromEntries(row.levels.filter(({ partly }) => partly > 0).map(({ levelId, partly }) => [levelId, partly])),
      target: board?.get(row.id)?.target ?? null, achieved: board?.get(row.id)?.achieved ?? null, undivided: board?.get(row.id)?.undivided ?? 0,
    }]));
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(byHand));
  }
}
