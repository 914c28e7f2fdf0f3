// Says what would be wrong with a stop or a meeting at another time: what is refused, and what is only warned of.
import { AppError } from '../../../shared/errors.ts';
import type { HandOver, MeetingFields, MoveEntry } from '../../../shared/model/calendar.ts';
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { ReadDb } from '../../store/sql.ts';
import { engagementsOf } from '../tour/engagements.ts';
import type { Engagement } from '../tour/engagements.ts';
import { placesOf } from '../tour/places.ts';
import { tourCase } from '../tour/tourCase.ts';
import { shownProblems } from '../tour/tourProblems.ts';
import { tourOf } from '../tour/tourRecord.ts';
import { clashProblems, keyOf } from './clashProblems.ts';
import { onItsOwn } from './onItsOwn.ts';
import { kindOf, rulesOf } from './rules.ts';

/** Codes of clashProblems.ts, onItsOwn.ts and tourProblems.ts, and pinned {placeEn, placeHi, fromDay, begin}; which is which the person chose. */
export interface Findings {
  hard: ShownProblem[];
  soft: ShownProblem[];
}

type Move = Pick<MoveEntry, 'kind' | 'id' | 'day' | 'begin' | 'minutes' | 'handOver'>;

export function judged(db: ReadDb, problems: readonly ShownProblem[]): Findings {
  const { checks } = rulesOf(db);
  const refused = (problem: ShownProblem): boolean => never.has(problem.code) || checks[kindOf(problem)] === 'refuse';
  return { hard: problems.filter(refused), soft: problems.filter((problem) => !refused(problem)) };
}

/** What somebody has said is over, or shut: no choice makes it a warning. */
const never = new Set(['held', 'lockedDay', 'notOnTour', 'thereAlready']);

/** Throws `calendar.gone`. */
export function checkMove(db: ReadDb, move: Move): Findings {
  return judged(db, move.kind === 'stop' ? problemsOfStop(db, move) : problemsOfMoved(db, move));
}

/** Refuses what cannot be, and what is doubtful unless the person wants it. Throws `calendar.impossible`, `calendar.doubtful` {problems}. */
export function insist({ hard, soft }: Findings, accept: boolean): void {
  if (hard.length > 0) throw new AppError('calendar.impossible', { problems: hard });
  if (soft.length > 0 && !accept) throw new AppError('calendar.doubtful', { problems: soft });
}

/** A meeting's fields and who attends. Throws `calendar.gone`. */
export function meetingOf(db: ReadDb, id: string): MeetingFields {
  const meeting = db.get<Omit<MeetingFields, 'personIds' | 'pinned'> & { pinned: number }>(
    'SELECT titleEn, titleHi, day, beginMinute AS begin, minutes, unitId, placeEn, placeHi, pinned FROM meeting WHERE id = ?', id,
  );
  if (!meeting) throw new AppError('calendar.gone');
  const people = db.all<{ personId: string }>('SELECT personId FROM meetingPerson WHERE meetingId = ? ORDER BY personId', id);
  return { ...meeting, pinned: meeting.pinned === 1, personIds: people.map((person) => person.personId) };
}

/** Many meetings at once, as those of a series; `id` is any word for a new one. */
export function problemsOfMeetings(db: ReadDb, meetings: readonly { id: string; fields: MeetingFields }[]): ShownProblem[] {
  return problemsOf(db, meetings.flatMap(({ id, fields }) => engagementsFor(db, id, fields)));
}

function engagementsFor(db: ReadDb, id: string, fields: MeetingFields): Engagement[] {
  const { day, begin, minutes, unitId, titleEn, titleHi, personIds } = fields;
  const place = unitId === null ? undefined : db.get<Pick<Engagement, 'levelId' | 'path' | 'lat' | 'lon'>>('SELECT levelId, path, lat, lon FROM unit WHERE id = ?', unitId);
  return personIds.map((personId): Engagement => ({
    kind: 'meeting', id, personId, tourId: null, day, begin, end: begin + minutes, titleEn, titleHi: titleHi ?? titleEn, unitId,
    levelId: place?.levelId ?? null, path: place?.path ?? null, lat: place?.lat ?? null, lon: place?.lon ?? null, roadFactor: null, speedKmPerHour: null,
  }));
}

function problemsOfMoved(db: ReadDb, { id, day, begin, minutes, handOver }: Move): ShownProblem[] {
  const meeting = meetingOf(db, id);
  const when = { day, begin, minutes };
  const found = [...problemsOfMeetings(db, [{ id, fields: { ...meeting, ...when, personIds: handedOver(meeting.personIds, handOver) } }]), ...pinnedAway(meeting, when)];
  return [...found, ...thereAlready(db, meeting, handOver)];
}

/** Who attends once one goes instead of another. */
export function handedOver(personIds: readonly string[], handOver: HandOver | null): string[] {
  return handOver === null ? [...personIds] : [...new Set([...personIds.filter((id) => id !== handOver.fromPersonId), handOver.toPersonId])];
}

/** Nobody can be handed a meeting he attends: code `thereAlready` {placeEn, placeHi, leaderEn, leaderHi, personId}. Throws `calendar.noPerson`. */
export function thereAlready(db: ReadDb, meeting: MeetingFields, handOver: HandOver | null): ShownProblem[] {
  if (handOver === null) return [];
  const leader = leaderOf(db, handOver.toPersonId);
  if (!meeting.personIds.includes(handOver.toPersonId)) return [];
  return [{ code: 'thereAlready', day: meeting.day, unitId: meeting.unitId, detail: { placeEn: meeting.titleEn, placeHi: meeting.titleHi ?? meeting.titleEn, ...leader } }];
}

/** Throws `calendar.noPerson`. */
function leaderOf(db: ReadDb, personId: string): { leaderEn: string; leaderHi: string; personId: string } {
  const person = db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM person WHERE id = ? AND mergedIntoId IS NULL', personId);
  if (!person) throw new AppError('calendar.noPerson');
  return { leaderEn: person.nameEn, leaderHi: person.nameHi ?? person.nameEn, personId };
}

/** A pinned appointment that would be elsewhere in time. */
export function pinnedAway(meeting: MeetingFields, { day, begin }: Pick<MeetingFields, 'day' | 'begin'>): ShownProblem[] {
  const moves = day !== meeting.day || begin !== meeting.begin;
  return meeting.pinned && moves ? [pinnedAt(meeting.titleEn, meeting.titleHi ?? meeting.titleEn, meeting.unitId, meeting.day, meeting.begin)] : [];
}

const pinnedAt = (placeEn: string, placeHi: string, unitId: string | null, day: string | null, begin: number | null): ShownProblem => (
  { code: 'pinned', day, unitId, detail: { placeEn, placeHi, fromDay: day, begin } }
);

function problemsOfStop(db: ReadDb, move: Move): ShownProblem[] {
  const stop = db.get<{ tourId: string; unitId: string; personId: string | null; day: string | null; beginMinute: number | null; pinned: number; levelId: string; path: string }>(
    'SELECT tourId, unitId, tourStop.personId, day, beginMinute, pinned, unit.levelId, unit.path FROM tourStop JOIN unit ON unit.id = unitId WHERE tourStop.id = ?', move.id,
  );
  if (!stop) throw new AppError('calendar.gone');
  const { tourId, unitId, levelId, path } = stop;
  const tour = tourOf(db, tourId);
  const { placeEn, placeHi, lat, lon } = placesOf(db, [unitId]).get(unitId)!;
  const { roadFactor, speedKmPerHour } = tour;
  const personId = move.handOver?.toPersonId ?? stop.personId ?? tour.personId;
  const found = [...problemsOf(db, [{
    kind: 'stop', id: move.id, personId, tourId, day: move.day, begin: move.begin, end: move.begin + move.minutes,
    titleEn: placeEn, titleHi: placeHi, unitId, levelId, path, lat, lon, roadFactor, speedKmPerHour,
  }]), ...problemsOfTour(db, tourId, { ...move, personId })];
  const one = tourCase(db, tourId);
  const detail = { placeEn, placeHi, stopId: move.id };
  if (!one.leaders.some((leader) => leader.personId === personId)) found.push({ code: 'notOnTour', day: move.day, unitId, detail: { ...detail, ...leaderOf(db, personId) } });
  for (const day of new Set([stop.day, move.day])) if (day !== null && one.dayRules.get(day)?.locked) found.push({ code: 'lockedDay', day, unitId, detail });
  if (one.stops.some(({ id, marked }) => id === move.id && marked !== null)) found.push({ code: 'held', day: stop.day, unitId, detail });
  else if (stop.pinned === 1 && (move.day !== stop.day || move.begin !== stop.beginMinute)) found.push(pinnedAt(placeEn, placeHi, unitId, stop.day, stop.beginMinute));
  return found;
}

/** What concerns these entries, for every person who is there; their older selves in the file are passed over. */
function problemsOf(db: ReadDb, mine: readonly Engagement[]): ShownProblem[] {
  if (mine.length === 0) return [];
  const keys = new Set(mine.map(keyOf));
  const days = mine.map((one) => one.day).sort();
  const asked = { fromDay: days[0]!, toDay: days.at(-1)!, personIds: [...new Set(mine.map((one) => one.personId))] };
  const onDays = new Set(days);
  const others = engagementsOf(db, asked).filter((one) => onDays.has(one.day) && !keys.has(keyOf(one)));
  const clashing = clashProblems(db, [...others, ...mine]).filter((clash) => clash.keys.some((key) => keys.has(key))).map(({ problem }) => problem);
  return [...clashing, ...[...onItsOwn(db, mine, asked).values()].flat()];
}

/** Already said of the entry itself, with everything that is no stop of the tour. */
const saidAlready = new Set(['overlap', 'notEnoughTravel', 'away', 'reserved', 'blackout']);

/** What the tour's check says of the moved stop, and what it newly says, or says more strongly, of the others. */
function problemsOfTour(db: ReadDb, tourId: string, move: Move & { personId: string }): ShownProblem[] {
  const found = (one: ReturnType<typeof tourCase>): ShownProblem[] =>
    shownProblems(one, checkTour(one.problem, one.entries)).filter(({ code }) => !saidAlready.has(code));
  const identity = ({ code, detail }: ShownProblem): string => `${code} ${String(detail['stopId'])}`;
  const minutes = ({ detail }: ShownProblem): number => (typeof detail['minutes'] === 'number' ? detail['minutes'] : 0);
  const before = new Map(found(tourCase(db, tourId)).map((problem) => [identity(problem), minutes(problem)]));
  const after = tourCase(db, tourId, { stopId: move.id, day: move.day, begin: move.begin, minutes: move.minutes, personId: move.personId });
  return found(after).filter((problem) => {
    const known = before.get(identity(problem));
    return known === undefined || minutes(problem) > known || problem.detail['stopId'] === move.id;
  });
}
