// Says what would be wrong with a stop or a meeting at another time: what cannot be, and what is only doubtful.
import { AppError } from '../../../shared/errors.ts';
import type { MeetingFields, MoveEntry, TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { ReadDb } from '../../store/sql.ts';
import { clashProblems, keyOf } from './clashProblems.ts';
import { awayOf, engagementsOf, isAway } from './engagements.ts';
import type { Engagement } from './engagements.ts';
import { placesOf } from './places.ts';
import { tourCase } from './tourCase.ts';
import { shownProblems } from './tourProblems.ts';
import { tourOf } from './tourRecord.ts';

export interface Findings {
  /** overlap, notEnoughTravel (as in clashProblems.ts), away {placeEn, placeHi, personId}. */
  hard: ShownProblem[];
  /** Those of tourProblems.ts, and pinned {placeEn, placeHi, fromDay, begin}. */
  soft: ShownProblem[];
}

type Move = Omit<MoveEntry, 'accept'>;

/** Throws `calendar.gone`. */
export function checkMove(db: ReadDb, move: Move): Findings {
  return move.kind === 'stop' ? checkStop(db, move) : checkMeeting(db, move.id, { ...meetingOf(db, move.id), day: move.day, begin: move.begin, minutes: move.minutes });
}

/** Refuses what cannot be, and what is doubtful unless the person wants it. Throws `calendar.impossible`, `calendar.doubtful` {problems}. */
export function insist({ hard, soft }: Findings, accept: boolean): void {
  if (hard.length > 0) throw new AppError('calendar.impossible', { problems: hard });
  if (soft.length > 0 && !accept) throw new AppError('calendar.doubtful', { problems: soft });
}

/** A meeting's fields and who attends. Throws `calendar.gone`. */
export function meetingOf(db: ReadDb, id: string): MeetingFields {
  const meeting = db.get<Omit<MeetingFields, 'personIds'>>(
    'SELECT titleEn, titleHi, day, beginMinute AS begin, minutes, unitId, placeEn, placeHi FROM meeting WHERE id = ?', id,
  );
  if (!meeting) throw new AppError('calendar.gone');
  const people = db.all<{ personId: string }>('SELECT personId FROM meetingPerson WHERE meetingId = ? ORDER BY personId', id);
  return { ...meeting, personIds: people.map((person) => person.personId) };
}

/** `id` null: a new meeting. */
export function checkMeeting(db: ReadDb, id: string | null, fields: MeetingFields): Findings {
  const { day, begin, minutes, unitId, titleEn, titleHi, personIds } = fields;
  const place = unitId === null ? undefined : placesOf(db, [unitId]).get(unitId);
  const mine = personIds.map((personId): Engagement => ({
    kind: 'meeting', id: id ?? 'new', personId, tourId: null, day, begin, end: begin + minutes, titleEn, titleHi: titleHi ?? titleEn,
    unitId, lat: place?.lat ?? null, lon: place?.lon ?? null, roadFactor: null, speedKmPerHour: null,
  }));
  return { hard: hardOf(db, mine), soft: [] };
}

function checkStop(db: ReadDb, move: Move): Findings {
  const stop = db.get<{ tourId: string; unitId: string; day: string | null; beginMinute: number | null; pinned: number }>(
    'SELECT tourId, unitId, day, beginMinute, pinned FROM tourStop WHERE id = ?', move.id,
  );
  if (!stop) throw new AppError('calendar.gone');
  const { tourId, unitId } = stop;
  const { personId, roadFactor, speedKmPerHour } = tourOf(db, tourId);
  const { placeEn, placeHi, lat, lon } = placesOf(db, [unitId]).get(unitId)!;
  const hard = hardOf(db, [{
    kind: 'stop', id: move.id, personId, tourId, day: move.day, begin: move.begin, end: move.begin + move.minutes,
    titleEn: placeEn, titleHi: placeHi, unitId, lat, lon, roadFactor, speedKmPerHour,
  }]);
  const soft = softOf(db, tourId, move);
  const moves = move.day !== stop.day || move.begin !== stop.beginMinute;
  if (stop.pinned === 1 && moves) {
    soft.push({ code: 'pinned', day: stop.day, unitId, detail: { placeEn, placeHi, fromDay: stop.day, begin: stop.beginMinute } });
  }
  return { hard, soft };
}

/** What of the moved entry cannot be, for every person it concerns. */
function hardOf(db: ReadDb, mine: readonly Engagement[]): ShownProblem[] {
  const first = mine[0];
  if (!first) return [];
  const { day, unitId, titleEn, titleHi } = first;
  const key = keyOf(first);
  const asked = { fromDay: day, toDay: day, personIds: mine.map((one) => one.personId) };
  const others = engagementsOf(db, asked).filter((one) => keyOf(one) !== key);
  const found = clashProblems(db, [...others, ...mine]).filter(({ keys }) => keys.includes(key)).map(({ problem }) => problem);
  const away = awayOf(db, asked);
  for (const { personId } of mine) {
    if (isAway(away, personId, day)) found.push({ code: 'away', day, unitId, detail: { placeEn: titleEn, placeHi: titleHi, personId } });
  }
  return found;
}

const isHard = ({ code }: ShownProblem): boolean => code === 'overlap' || code === 'notEnoughTravel' || code === 'away' || code === 'reserved';

/** What the tour's check says of the moved stop, and what it newly says, or says more strongly, of the others. */
function softOf(db: ReadDb, tourId: string, move: Move): ShownProblem[] {
  const problemsOf = (one: ReturnType<typeof tourCase>): ShownProblem[] =>
    shownProblems(one, checkTour(one.problem, one.entries)).filter((problem) => !isHard(problem));
  const identity = ({ code, detail }: ShownProblem): string => `${code} ${String(detail['stopId'])}`;
  const minutes = ({ detail }: ShownProblem): number => (typeof detail['minutes'] === 'number' ? detail['minutes'] : 0);
  const before = new Map(problemsOf(tourCase(db, tourId)).map((problem) => [identity(problem), minutes(problem)]));
  const after = tourCase(db, tourId, { stopId: move.id, day: move.day, begin: move.begin, minutes: move.minutes });
  return problemsOf(after).filter((problem) => {
    const known = before.get(identity(problem));
    return known === undefined || minutes(problem) > known || problem.detail['stopId'] === move.id;
  });
}
