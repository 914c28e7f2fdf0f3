// What is wrong with an entry by itself: its leader is away, the day is a blackout day, the hour is outside working hours.
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import type { ReadDb } from '../../store/sql.ts';
import { blackoutsOf } from '../programme/blackouts.ts';
import { awayOf } from '../tour/engagements.ts';
import type { Away, Engagement } from '../tour/engagements.ts';
import { keyOf } from './clashProblems.ts';
import { rulesOf } from './rules.ts';

interface Asked {
  fromDay: string;
  toDay: string;
  personIds: readonly string[] | null;
}

interface Hours {
  dutyFrom: number;
  dutyTo: number;
}

/** Working hours of a leader's day: his tour's where he is on one, else the usual ones. */
function hoursFinder(db: ReadDb, { fromDay, toDay, personIds }: Asked): (personId: string, day: string) => Hours {
  const usual = rulesOf(db);
  const people = personIds && JSON.stringify(personIds);
  const tours = new Map<string, (Hours & { fromDay: string; toDay: string })[]>();
  for (const { personId, ...tour } of db.all<Hours & { personId: string; fromDay: string; toDay: string }>(
    `SELECT personId, fromDay, toDay, dutyFrom, dutyTo FROM tour
     WHERE onCalendar = 1 AND fromDay <= ? AND toDay >= ? AND (? IS NULL OR personId IN (SELECT value FROM json_each(?)))`, toDay, fromDay, people, people,
  )) tours.set(personId, [...(tours.get(personId) ?? []), tour]);
  return (personId, day) => tours.get(personId)?.find((tour) => tour.fromDay <= day && day <= tour.toDay) ?? usual;
}

function blackoutFinder(db: ReadDb, { fromDay, toDay }: Asked): (day: string, path: string | null) => { nameEn: string; nameHi: string } | null {
  const blackouts = blackoutsOf(db, { fromDay, toDay });
  const ids = [...new Set(blackouts.map((one) => one.unitId).filter((id) => id !== null))];
  const paths = new Map(db.raw<[string, string]>('SELECT id, path FROM unit WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)));
  return (day, path) => {
    const found = blackouts.find((one) => one.fromDay <= day && day <= one.toDay && (one.unitId === null || (path !== null && path.startsWith(paths.get(one.unitId) ?? ' '))));
    return found ? { nameEn: found.nameEn, nameHi: found.nameHi ?? found.nameEn } : null;
  };
}

/**
 * By key of the entry. Codes `away` {placeEn, placeHi, reason, personId}, `blackout` {placeEn, placeHi, blackoutEn, blackoutHi}, and for
 * meetings `outsideDuty` and `late` {placeEn, placeHi, minutes, personId}: a stop's hours are judged with its whole tour.
 */
export function onItsOwn(db: ReadDb, engagements: readonly Engagement[], asked: Asked): Map<string, ShownProblem[]> {
  const found = new Map<string, ShownProblem[]>();
  const away = new Map<string, Away[]>();
  for (const one of awayOf(db, asked)) away.set(one.personId, [...(away.get(one.personId) ?? []), one]);
  const hours = hoursFinder(db, asked);
  const blackoutOn = blackoutFinder(db, asked);
  const once = new Set<string>();
  for (const one of engagements) {
    if (one.kind === 'busy') continue;
    const { day, unitId, titleEn, titleHi, personId, begin, end } = one;
    const key = keyOf(one);
    const add = (code: string, detail: Record<string, unknown>, every = true): void => {
      if (!every && once.has(`${key} ${code}`)) return;
      once.add(`${key} ${code}`);
      const problem = { code, day, unitId, detail: { placeEn: titleEn, placeHi: titleHi, ...detail } };
      const known = found.get(key);
      if (known) known.push(problem);
      else found.set(key, [problem]);
    };
    if (away.get(personId)?.some((time) => time.fromDay <= day && day <= time.toDay)) add('away', { personId });
    const blackout = blackoutOn(day, one.path);
    if (blackout) add('blackout', { blackoutEn: blackout.nameEn, blackoutHi: blackout.nameHi }, false);
    if (one.kind !== 'meeting') continue;
    const { dutyFrom, dutyTo } = hours(personId, day);
    if (begin < dutyFrom) add('outsideDuty', { minutes: dutyFrom - begin }, false);
    if (end > dutyTo) add('late', { minutes: end - dutyTo }, false);
  }
  return found;
}
