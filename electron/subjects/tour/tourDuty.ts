// What each day of a tour is for its leaders: hours, parts kept free, driving in the dark; and what is promised elsewhere.
import { daylight } from '../../../shared/rules/roads/daylight.ts';
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
  /** For each day: from when on it is light at all places asked about, and until when. */
  light: ({ rise: number; set: number } | null)[];
}

/** What is asked besides: where the tour goes, and days on which nothing is held at all. */
interface Surroundings {
  points: readonly { lat: number | null; lon: number | null }[];
  closedDays: ReadonlySet<string>;
}

/** Over `days`, in their order. Other plans of the same tour take nobody's time. */
export function dutiesOf(db: ReadDb, tour: TourRecord, sides: TourSides, days: readonly string[], { points, closedDays }: Surroundings): Duties {
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
  const light = lightOn(days, points);
  const dutyOf = (day: string, leader: number): TourDuty => {
    const own = sides.dayRules.get(day);
    const his = sides.leaders[leader]!;
    const dutyFrom = own?.dutyFrom ?? his.dutyFrom ?? tour.dutyFrom;
    const dutyTo = own?.dutyTo ?? his.dutyTo ?? tour.dutyTo;
    const works = day >= tour.fromDay && day <= tour.toDay && !away[leader]!.has(day) && !closedDays.has(day);
    const sun = light[days.indexOf(day)] ?? null;
    const dusk = tour.darkBySun === 1 ? sun?.set : tour.darkFrom ?? undefined;
    const dawn = tour.darkBySun === 1 ? sun?.rise : tour.darkUntil ?? undefined;
    return {
      dutyFrom,
      dutyTo: works ? dutyTo : dutyFrom,
      reserved: [
        ...sides.reserved.filter((part) => part.day === day).map((part) => ({ from: part.fromMinute, to: part.toMinute })),
        ...engagements.filter((one) => one.day === day && one.personId === people[leader] && one.lat === null).map((one) => ({ from: one.begin, to: one.end })),
      ],
      ...(tour.maxDrivingMinutes === null ? {} : { maxDrivingMinutes: tour.maxDrivingMinutes }),
      ...(dusk === undefined ? {} : { noDrivingFrom: dusk }),
      ...(dawn === undefined ? {} : { noDrivingUntil: dawn }),
      ...(tour.slowInDark === 1 && sun ? { darkFrom: sun.set, darkUntil: sun.rise } : {}),
    };
  };
  return { away, engagements, light, days: people.map((_, leader) => days.map((day) => dutyOf(day, leader))) };
}

/** The sun rises last and sets first at one of the corners of the box round the places: both move evenly with latitude and longitude. */
function lightOn(days: readonly string[], points: Surroundings['points']): Duties['light'] {
  const known = points.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }]));
  if (known.length === 0) return days.map(() => null);
  const [lats, lons] = [known.map(({ lat }) => lat), known.map(({ lon }) => lon)];
  const ends = (values: readonly number[]): number[] => [...new Set([Math.min(...values), Math.max(...values)])];
  const corners = ends(lats).flatMap((lat) => ends(lons).map((lon) => ({ lat, lon })));
  return days.map((day) => {
    const suns = corners.map((corner) => daylight(day, corner));
    return suns.some((sun) => sun === null) ? null : { rise: Math.max(...suns.map((sun) => sun!.rise)), set: Math.min(...suns.map((sun) => sun!.set)) };
  });
}
