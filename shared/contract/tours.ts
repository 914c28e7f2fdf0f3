// Calls about tours and the distances between places.
import { z } from 'zod';
import { Id } from '../model/common.ts';
import { TourFields } from '../model/tour.ts';
import type { TourDetail, TourPlace, TourRow } from '../model/tour.ts';
import { command, query, writingJob } from './kinds.ts';

const ofRecord = z.object({ id: Id });

export const toursCalls = {
  'tours.list': query(z.object({})).gives<TourRow[]>(),
  /** Where a tour can stop: all units of a level, and others by name; those without a point too, so that they can be told. */
  'tours.places': query(z.object({ levelId: Id.default('district'), alsoUnitIds: z.array(Id).max(400).default([]) })).gives<TourPlace[]>(),
  'tours.get': query(ofRecord).gives<TourDetail>(),
  'tours.save': command(z.object({ id: Id.nullable(), fields: TourFields })).gives<{ id: string }>(),
  'tours.remove': command(ofRecord).gives<null>(),
  /** Orders the stops and gives each its day and hour; pinned stops stay. One step. */
  'tours.plan': writingJob(ofRecord).gives<{ visits: number; leftOut: number }>(),
  'tours.pin': command(z.object({ stopId: Id, pinned: z.boolean() })).gives<null>(),
  /** The user's own distance or time between two places; null takes it back. */
  'tours.setTravel': command(
    z.object({
      fromUnitId: Id,
      toUnitId: Id,
      distanceKm: z.number().min(0).max(5000).nullable(),
      travelMinutes: z.number().int().min(0).max(6000).nullable(),
    }),
  ).gives<null>(),
};
