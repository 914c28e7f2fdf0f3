// Calls about the day itself: what became of each stop, and what being late does to the rest.
import { z } from 'zod';
import { DayText, Id } from '../model/common.ts';
import { LateAnswer, LateQuestion, VisitMark } from '../model/onTheDay.ts';
import type { LatePlan, RoadDay, TourOnRoad } from '../model/onTheDay.ts';
import { command, query } from './kinds.ts';

export const onTheDayCalls = {
  'onTheDay.tours': query(z.object({ day: DayText.nullable().default(null) })).gives<TourOnRoad[]>(),
  'onTheDay.day': query(z.object({ tourId: Id, personId: Id, day: DayText })).gives<RoadDay>(),
  /** Arrived, held, skipped, or (null) nothing of it. What is not named stays as it is; `onTheDay.notMarked` where a stop without a state is given none. */
  'onTheDay.mark': command(z.object({ stopId: Id, mark: VisitMark.partial().nullable() })).gives<null>(),
  /** What is still held today, and what falls out; nothing is changed. */
  'onTheDay.late': query(LateQuestion).gives<LatePlan>(),
  /** Refused with `road.changed` where the day is no longer the one that was seen, `road.noRoom` where a later day has no time. */
  'onTheDay.applyLate': command(LateAnswer).gives<null>(),
};
