// Turns what the check found into problems with names and figures, for the sentences on the screen.
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import type { TourPlan, TourViolation } from '../../../shared/tour/plan.ts';
import { isAvoided } from './closedDays.ts';
import type { TourCase } from './tourCase.ts';

/**
 * Codes are those of the check; `lateAtNight` for the evening's drive; `away` and `outsideWindow` where a day has no duty; `morningTravel` from the night halt. Detail: `minutes`, `needMinutes`,
 * `haveMinutes` where they say something; names in both languages as `place…` (the stop), `other…` (the one before it),
 * `from…` (where the leg comes from), `wanted…` (the town that should stand here), `personId` where several leaders share the tour; `stopId` and `otherStopId`, `kind words id`
 * for what is no stop of this tour.
 */
export function shownProblems(one: TourCase, plan: TourPlan): ShownProblem[] {
  const onBlackout = onBlackouts(one, plan);
  // A day the planner keeps clear is shut to the stop by that: said once, by its name.
  const isSaid = ({ code, day, detail }: ShownProblem): boolean => (code === 'windowMissed' || code === 'outsideDuty')
    && onBlackout.some((other) => other.day === day && other.detail['stopId'] === detail['stopId'] && other.detail['avoided'] === true);
  const found = plan.violations.flatMap((violation) => (concerns(one, plan, violation) ? [shown(one, plan, violation)] : []));
  return [...found.filter((problem) => !isSaid(problem)), ...onBlackout];
}

/** Stops on days on which nothing should be held there. */
function onBlackouts(one: TourCase, plan: TourPlan): ShownProblem[] {
  if (one.blackouts.length === 0) return [];
  return plan.days.flatMap((line) => line.visits.flatMap(({ stopId }) => {
    const stop = one.stopById.get(stopId);
    const day = one.days[line.day]!;
    const found = stop && one.blackouts.find(({ fromDay, toDay, path }) => fromDay <= day && day <= toDay && stop.path.startsWith(path));
    if (!stop || !found) return [];
    const { placeEn, placeHi, unitId } = stop;
    return [{ code: 'blackout', day, unitId, detail: { stopId, placeEn, placeHi, blackoutEn: found.nameEn, blackoutHi: found.nameHi ?? found.nameEn, avoided: isAvoided(one.tour, found) } }];
  }));
}

/** What is fixed elsewhere is not the tour's to judge by its hours, nor does it count as its first or last town. */
function concerns(one: TourCase, plan: TourPlan, violation: TourViolation): boolean {
  const { code, stopId } = violation;
  const isElsewhere = stopId !== undefined && one.engagements.has(stopId);
  if (!isElsewhere) return true;
  if (code === 'firstTown' || code === 'lastTown') {
    const own = plan.days.filter((day) => (day.leader ?? 0) === (violation.leader ?? 0)).flatMap((day) => day.visits).filter((visit) => !one.engagements.has(visit.stopId));
    const end = code === 'firstTown' ? own[0] : own.at(-1);
    return end !== undefined && end.stopId !== violation.wantedStopId;
  }
  return code === 'overlap' || code === 'notEnoughTravel';
}

interface Names {
  unitId: string | null;
  placeEn: string;
  placeHi: string;
}

function namesOf(one: TourCase, stopId: string): Names | null {
  const stop = one.stopById.get(stopId);
  if (stop) return stop;
  const engagement = one.engagements.get(stopId);
  return engagement ? { unitId: engagement.unitId, placeEn: engagement.titleEn, placeHi: engagement.titleHi } : null;
}

function shown(one: TourCase, plan: TourPlan, violation: TourViolation): ShownProblem {
  const { stopId, otherStopId, wantedStopId, fromPlace, nightPlace, minutes, needMinutes, haveMinutes } = violation;
  const day = violation.day === null ? null : one.days[violation.day]!;
  const names = stopId === undefined ? null : namesOf(one, stopId);
  const detail: Record<string, unknown> = {};
  const put = (stem: string, what: Pick<Names, 'placeEn' | 'placeHi'> | null | undefined): void => {
    if (what) Object.assign(detail, { [`${stem}En`]: what.placeEn, [`${stem}Hi`]: what.placeHi });
  };
  // What has no stop is the drive in the evening: to where the night is.
  const evening = plan.days.find((line) => line.day === violation.day && (line.leader ?? 0) === (violation.leader ?? 0))?.eveningLeg;
  put('place', names ?? one.places[nightPlace ?? evening?.toPlace ?? -1]);
  put('other', otherStopId === undefined ? null : namesOf(one, otherStopId));
  put('from', fromPlace === undefined ? null : one.places[fromPlace]);
  put('wanted', wantedStopId === undefined ? null : namesOf(one, wantedStopId));
  const personId = one.leaders.length > 1 && violation.leader !== undefined ? one.leaders[violation.leader]!.personId : undefined;
  for (const [key, value] of Object.entries({ minutes, needMinutes, haveMinutes, stopId, otherStopId, personId })) {
    if (value !== undefined) detail[key] = value;
  }
  return { code: shownCode(one, violation, day), day, unitId: names?.unitId ?? null, detail };
}

function shownCode(one: TourCase, { code, stopId, otherStopId, leader = 0 }: TourViolation, day: string | null): string {
  if (code === 'late' && stopId === undefined) return 'lateAtNight';
  // The way from the night halt: nothing forbids leaving before working hours, so it is not the same as a leg between visits.
  if (code === 'notEnoughTravel' && otherStopId === undefined) return 'morningTravel';
  if (code !== 'outsideDuty' || day === null) return code;
  if (day < one.tour.fromDay || day > one.tour.toDay) return 'outsideWindow';
  return one.away[leader]!.has(day) ? 'away' : code;
}
