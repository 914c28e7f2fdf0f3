// What the form of a tour holds while it is filled in, what it begins with, and when it is complete.
import type { Language, Named } from '../../../shared/model/common.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import type { TourFields, TourRules } from '../../../shared/model/tourFields.ts';
import { monthNames } from '../../../shared/text/days.ts';

export interface TourDraft extends Omit<TourFields, 'personId' | 'fromDay' | 'toDay' | 'unitIds' | 'nameHi' | 'rules'> {
  nameHi: string;
  personId: string | null;
  fromDay: string | null;
  toDay: string | null;
  /** Null: not chosen yet, so everywhere. */
  unitIds: string[] | null;
  rules: TourRules;
}

export interface Window {
  fromDay: string | null;
  toDay: string | null;
}

/** The days of the next programme to begin (else of the one that runs): the tour is mostly for it. */
export function nextWindow(programmes: readonly Programme[], today: string): Window {
  const byStart = programmes.filter((programme) => programme.toDay >= today).sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  const next = byStart.find((programme) => programme.fromDay >= today) ?? byStart[0];
  return { fromDay: next?.fromDay ?? null, toDay: next?.toDay ?? null };
}

/** "Tour of State in-charge, April 2022": whose tour, and when. */
export function defaultNamesOf(leader: Named, fromDay: string): { nameEn: string; nameHi: string } {
  const named = (name: string, language: Language) => `${name}, ${monthNames[language][Number(fromDay.slice(5, 7)) - 1]!} ${fromDay.slice(0, 4)}`;
  return { nameEn: named(`Tour of ${leader.nameEn}`, 'en'), nameHi: named(`${leader.nameHi ?? leader.nameEn} का दौरा`, 'hi') };
}

const meetingMinutes = 90;
const dutyFrom = 8 * 60;
const dutyTo = 20 * 60 + 30;
const noRules: TourRules = { leaderIds: [], leaderRules: [], darkBySun: false, slowInDark: true, avoidBlackouts: ['festival', 'modelCode', 'exam', 'other'], darkFrom: null, darkUntil: null, maxDrivingMinutes: null, fewestDays: false, driveOn: false, nightUnitIds: [], wantedMinutes: 60, wanted: [] };

export function draftOf(tour: TourDetail | null, window: Window): TourDraft {
  if (!tour) {
    return {
      nameEn: '', nameHi: '', personId: null, ...window, firstUnitId: null, lastUnitId: null, unitIds: null,
      meetingMinutes, dutyFrom, dutyTo, roadFactor: null, speedKmPerHour: null,
      rules: noRules,
    };
  }
  const { nameEn, nameHi, personId, fromDay, toDay, firstUnitId, lastUnitId, unitIds, roadFactor, speedKmPerHour } = tour;
  return {
    nameEn, nameHi: nameHi ?? '', personId, fromDay, toDay, firstUnitId, lastUnitId, unitIds,
    meetingMinutes: tour.meetingMinutes, dutyFrom: tour.dutyFrom, dutyTo: tour.dutyTo, roadFactor, speedKmPerHour, rules: tour.rules,
  };
}

/** Null while something is missing. A name left empty is taken from the leader's. */
export function fieldsOf(draft: TourDraft, defaultNames: { nameEn: string; nameHi: string } | null): TourFields | null {
  const { personId, fromDay, toDay, unitIds } = draft;
  if (personId === null || fromDay === null || toDay === null || !unitIds || unitIds.length === 0) return null;
  const nameEn = draft.nameEn.trim() || draft.nameHi.trim() || defaultNames?.nameEn;
  if (!nameEn) return null;
  const isUnnamed = draft.nameEn.trim() === '' && draft.nameHi.trim() === '';
  return { ...draft, personId, fromDay, toDay, unitIds, nameEn, nameHi: draft.nameHi.trim() || (isUnnamed ? defaultNames?.nameHi : null) || null };
}
