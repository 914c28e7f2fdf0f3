// Calls about tours, the calendar, meetings and the distances between places.
import { z } from 'zod';
import { DayText, Id } from '../model/common.ts';
import { MeetingFields, MoveEntry, TourFields } from '../model/tour.ts';
import type { CalendarEntry, Meeting, TourDetail, TourPlace, TourProblem, TourRow } from '../model/tour.ts';
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

export const calendarCalls = {
  'calendar.range': query(
    z.object({ fromDay: DayText, toDay: DayText, personId: Id.nullable().default(null), unitId: Id.nullable().default(null) }),
  ).gives<CalendarEntry[]>(),
  /** What would be wrong with a move, before it is made: hard problems refuse it, soft ones ask. */
  'calendar.check': query(MoveEntry).gives<{ hard: TourProblem[]; soft: TourProblem[] }>(),
  /** Refused with `calendar.impossible` or, unless accepted, `calendar.doubtful`; detail.problems says why. */
  'calendar.move': command(MoveEntry).gives<null>(),
  'calendar.meeting': query(ofRecord).gives<Meeting>(),
  'calendar.saveMeeting': command(
    z.object({ id: Id.nullable(), fields: MeetingFields, accept: z.boolean().default(false) }),
  ).gives<{ id: string }>(),
  'calendar.removeMeeting': command(ofRecord).gives<null>(),
};
