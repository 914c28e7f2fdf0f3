// Calls about the day itself: what became of each stop, and what being late does to the rest.
import { z } from 'zod';
import { DayText, Id } from '../model/common.ts';
import { VisitMark } from '../model/onTheDay.ts';
import type { RoadDay, TourOnRoad } from '../model/onTheDay.ts';
import { command, query } from './kinds.ts';

export const onTheDayCalls = {
  'onTheDay.tours': query(z.object({ day: DayText.nullable().default(null) })).gives<TourOnRoad[]>(),
  'onTheDay.day': query(z.object({ tourId: Id, day: DayText })).gives<RoadDay>(),
  /** Arrived, held, skipped, or (null) nothing of it. */
  'onTheDay.mark': command(z.object({ stopId: Id, mark: VisitMark.nullable() })).gives<null>(),
};
