// A programme as its form holds it: gaps allowed while one types, checked before it is saved.
import type { Programme, ProgrammeFields } from '../../../shared/model/programme.ts';
import { addDays, daysBetween } from '../../../shared/dates.ts';

export interface PhaseDraft {
  levelId: string;
  fromDay: string | null;
  toDay: string | null;
}

export interface ProgrammeDraft {
  id: string | null;
  nameEn: string;
  nameHi: string;
  fromDay: string | null;
  toDay: string | null;
  phases: PhaseDraft[];
  metricIds: string[];
  /** Its place in the tree; null: the whole state. */
  unitId: string | null;
  /** Who leads it. */
  personId: string | null;
  /** Units taking part; empty: all at and below its place. */
  unitIds: string[];
}

/** Levels a campaign usually runs at, from the top down. */
export const usualLevels = ['district', 'block', 'panchayat', 'booth'];
const usualDays = 9;

export const newDraft = (today: string): ProgrammeDraft => ({
  id: null, nameEn: '', nameHi: '', fromDay: today || null, toDay: today ? addDays(today, usualDays - 1) : null, phases: [], metricIds: [], unitId: null, personId: null, unitIds: [],
});

export const draftOf = ({ id, nameEn, nameHi, fromDay, toDay, phases, metrics, unitId, personId, unitIds }: Programme): ProgrammeDraft => ({
  id, nameEn, nameHi: nameHi ?? '', fromDay, toDay, unitId, personId, unitIds: [...unitIds],
  phases: phases.map((phase) => ({ levelId: phase.levelId, fromDay: phase.fromDay, toDay: phase.toDay })), metricIds: metrics.map((metric) => metric.id),
});

/** What keeps a draft from being saved: keys of `programmes.json` under `wrong`, with the level where there is one. */
export type Wrong = { key: 'noName' | 'noDays' | 'endBeforeStart' | 'phaseNoDays' | 'phaseEndBeforeStart' | 'phaseOutside' | 'phaseTwice'; levelId?: string };

export function wrongIn({ nameEn, nameHi, fromDay, toDay, phases }: ProgrammeDraft): Wrong[] {
  const wrong: Wrong[] = [];
  if (nameEn.trim() === '' && nameHi.trim() === '') wrong.push({ key: 'noName' });
  if (!fromDay || !toDay) wrong.push({ key: 'noDays' });
  else if (toDay < fromDay) wrong.push({ key: 'endBeforeStart' });
  phases.forEach((phase, at) => {
    const { levelId } = phase;
    if (phases.findIndex((other) => other.levelId === levelId) !== at) wrong.push({ key: 'phaseTwice', levelId });
    else if (!phase.fromDay || !phase.toDay) wrong.push({ key: 'phaseNoDays', levelId });
    else if (phase.toDay < phase.fromDay) wrong.push({ key: 'phaseEndBeforeStart', levelId });
    else if (fromDay && toDay && (phase.fromDay < fromDay || phase.toDay > toDay)) wrong.push({ key: 'phaseOutside', levelId });
  });
  return wrong;
}

/** The fields to save; only for a draft in which nothing is wrong. A name in one script stands for both. */
export const fieldsOf = ({ nameEn, nameHi, fromDay, toDay, phases, metricIds, unitId, personId, unitIds }: ProgrammeDraft): ProgrammeFields => ({
  nameEn: nameEn.trim() || nameHi.trim(), nameHi: nameHi.trim() || null, fromDay: fromDay!, toDay: toDay!, metricIds, unitId, personId, unitIds,
  phases: phases.map((phase) => ({ levelId: phase.levelId, fromDay: phase.fromDay!, toDay: phase.toDay! })),
});

/** The programme's days shared out over levels one after another, earlier levels first, none without a day where days allow. */
export function spreadPhases(levelIds: readonly string[], fromDay: string, toDay: string): PhaseDraft[] {
  const days = Math.max(1, daysBetween(fromDay, toDay) + 1);
  return levelIds.map((levelId, at) => {
    const first = Math.min(days - 1, Math.floor((at * days) / levelIds.length));
    const last = Math.max(first, Math.floor(((at + 1) * days) / levelIds.length) - 1);
    return { levelId, fromDay: addDays(fromDay, first), toDay: addDays(fromDay, last) };
  });
}

/** One more level: the next of the usual ones (else any left), from the day after the last phase to the programme's end. */
export function nextPhase(draft: ProgrammeDraft, levelIds: readonly string[]): PhaseDraft | null {
  const used = new Set(draft.phases.map((phase) => phase.levelId));
  const levelId = usualLevels.find((id) => !used.has(id) && levelIds.includes(id)) ?? levelIds.find((id) => !used.has(id));
  if (levelId === undefined) return null;
  const { fromDay, toDay } = draft;
  const after = draft.phases.at(-1)?.toDay;
  const begin = after && toDay && after < toDay ? addDays(after, 1) : fromDay;
  return { levelId, fromDay: begin, toDay };
}
