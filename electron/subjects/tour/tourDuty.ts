// What each day of a tour is for its leaders: hours, parts kept free, driving in the dark; and what is promised elsewhere.
import type { TourDuty } from '../../../shared/tour/problem.ts';
import type { ReadDb } from '../../store/sql.ts';
import { awayOf, engagementsOf, isAway } from './engagements.ts';
import type { Engagement } from './engagements.ts';
import type { TourRecord, TourSides } from './tourRecord.ts';

export interface Duties {
  /** For each leader, the days (`YYYY-MM-DD`) he cannot come. */
  away: Set<string>[];
  /** What the leaders do elsewhere on days they are there, whether or not its place is known. */
  engagements: Engagement[];
  /** For each leader, for each day. */
  days: TourDuty[][];
}

/** Over `days`, in their order. Other plans of the same tour take nobody's time. */
export function dutiesOf(db: ReadDb, tour: TourRecord, sides: TourSides, days: readonly string[]): Duties {
  const people = sides.leaders.map(({ personId }) => personId);
  const asked = { fromDay: days[0]!, toDay: days.at(-1)!, personIds: people };
  const awayTimes = awayOf(db, asked);
  const away = people.map((personId) => new Set(days.filter((day) => isAway(awayTimes, personId, day))));
  const family = tour.versionOf ?? tour.id;
  const known = new Set(days);
  const engagements = engagementsOf(db, asked).filter((one) => {
    const leader = people.indexOf(one.personId);
    return one.tourId !== tour.id && one.tourId !== family && known.has(one.day) && !away[leader]!.has(one.day);
  });
  const dutyOf = (day: string, leader: number): TourDuty => {
    const own = sides.dayRules.get(day);
    const dutyFrom = own?.dutyFrom ?? tour.dutyFrom;
    const dutyTo = own?.dutyTo ?? tour.dutyTo;
    const works = day >= tour.fromDay && day <= tour.toDay && !away[leader]!.has(day);
    return {
      dutyFrom,
      dutyTo: works ? dutyTo : dutyFrom,
      reserved: [
        ...sides.reserved.filter((part) => part.day === day).map((part) => ({ from: part.fromMinute, to: part.toMinute })),
        ...engagements.filter((one) => one.day === day && one.personId === people[leader] && one.lat === null).map((one) => ({ from: one.begin, to: one.end })),
      ],
      ...(tour.maxDrivingMinutes === null ? {} : { maxDrivingMinutes: tour.maxDrivingMinutes }),
      ...(tour.darkFrom === null ? {} : { noDrivingFrom: tour.darkFrom }),
      ...(tour.darkUntil === null ? {} : { noDrivingUntil: tour.darkUntil }),
    };
  };
  return { away, engagements, days: people.map((_, leader) => days.map((day) => dutyOf(day, leader))) };
}
