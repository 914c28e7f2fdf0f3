// What is asked of a tour: its frame and rules, wishes for a stop, where a card is dropped, what is changed with the planning.
import { z } from 'zod';
import { BlackoutKind } from './blackout.ts';
import { DayText, Id, MinuteOfDay, Name, OptionalName } from './common.ts';

const Worth = z.number().int().min(1).max(1000);
const Length = z.number().int().min(10).max(720);

/** What a leader who shares a tour brings along. Null: open, and as the tour's. */
export const LeaderRules = z.object({
  personId: Id,
  firstUnitId: Id.nullable().default(null),
  lastUnitId: Id.nullable().default(null),
  dutyFrom: MinuteOfDay.nullable().default(null),
  dutyTo: MinuteOfDay.nullable().default(null),
  /** The only places for his nights; none: those of the tour. */
  nightUnitIds: z.array(Id).max(400).default([]),
});
export type LeaderRules = z.infer<typeof LeaderRules>;

/** What the planner must keep to besides days, hours and places. Null: no such rule. */
export const TourRules = z.object({
  /** Leaders who share the places with the tour's own. */
  leaderIds: z.array(Id).max(10).default([]),
  /** Of those among them who differ from the tour. */
  leaderRules: z.array(LeaderRules).max(10).default([]),
  /** Nobody drives between the day's own sunset and sunrise; the hours below then do not count. */
  darkBySun: z.boolean().default(false),
  /** Estimated roads take longer after sunset and before sunrise. */
  slowInDark: z.boolean().default(true),
  /** Nothing is planned on blackout days of these kinds, of the state or of the stop's place. */
  avoidBlackouts: z.array(BlackoutKind).max(4).default([...BlackoutKind.options]),
  /** Nobody drives from `darkFrom` in the evening until `darkUntil` in the morning. */
  darkFrom: MinuteOfDay.nullable().default(null),
  darkUntil: MinuteOfDay.nullable().default(null),
  maxDrivingMinutes: z.number().int().min(30).max(1440).nullable().default(null),
  /** As few days as will do, not all the days given. */
  fewestDays: z.boolean().default(false),
  /** In the evening on to where the next day begins, where the days do not hold otherwise. */
  driveOn: z.boolean().default(false),
  /** The only places for a night; none: everywhere. */
  nightUnitIds: z.array(Id).max(400).default([]),
  /** Length of a meeting that is wanted, not a must. */
  wantedMinutes: Length.default(60),
  /** Visited where time is left, the more worth the sooner. */
  wanted: z.array(z.object({ unitId: Id, worth: Worth.default(1) })).max(400).default([]),
});
export type TourRules = z.infer<typeof TourRules>;

/** What one stop asks for. Left out: stays as it is. */
export const StopWishes = z.object({
  must: z.boolean().optional(),
  worth: Worth.optional(),
  /** Null: as long as the tour's other meetings. */
  minutes: Length.nullable().optional(),
  /** The meeting begins within these minutes of the day, on these days; null: whenever. */
  beginFrom: MinuteOfDay.nullable().optional(),
  beginTo: MinuteOfDay.nullable().optional(),
  onlyFromDay: DayText.nullable().optional(),
  onlyToDay: DayText.nullable().optional(),
});
export type StopWishes = z.infer<typeof StopWishes>;

/** Where a card is dropped: before the visit that stands at `index` of that day now, not counting itself; null: off the days. */
export const StopDrop = z.object({
  stopId: Id,
  to: z.object({ day: DayText, index: z.number().int().min(0).max(400), personId: Id.nullable().default(null) }).nullable(),
});
export type StopDrop = z.infer<typeof StopDrop>;

/** The frame of a tour; everything the planner needs besides points and distances. */
export const TourFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  personId: Id,
  fromDay: DayText,
  toDay: DayText,
  firstUnitId: Id.nullable(),
  lastUnitId: Id.nullable(),
  unitIds: z.array(Id).max(400),
  meetingMinutes: z.number().int().min(10).max(720),
  dutyFrom: MinuteOfDay,
  dutyTo: MinuteOfDay,
  /** Both null: roads are estimated as everywhere in the file. */
  roadFactor: z.number().min(1).max(3).nullable(),
  speedKmPerHour: z.number().min(5).max(120).nullable(),
  /** Left out: stays as it is; for a new tour nothing is asked. */
  rules: TourRules.optional(),
});
export type TourFields = z.infer<typeof TourFields>;

/** What is changed with the planning, in one step: an offer taken up. */
export const PlanChange = z.object({
  toDay: DayText.optional(),
  dutyTo: MinuteOfDay.optional(),
  /** These are only wanted from now on. */
  dropStopIds: z.array(Id).max(400).optional(),
  /** These are pinned no more. */
  unpinStopIds: z.array(Id).max(400).optional(),
});
export type PlanChange = z.infer<typeof PlanChange>;
