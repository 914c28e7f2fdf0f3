// Calls about tours and the distances between places.
import { z } from 'zod';
import { DayText, Id, MinuteOfDay } from '../model/common.ts';
import { PlanChange, StopDrop, StopWishes, TourFields } from '../model/tourFields.ts';
import type { TourDetail, TourOffer, TourPlace, TourRow, TriedDrop } from '../model/tour.ts';
import { command, query, readingJob, writingJob } from './kinds.ts';

const ofRecord = z.object({ id: Id });
/** True when the person saw what is wrong and wants it all the same. */
const accept = z.boolean().default(false);

export const toursCalls = {
  'tours.list': query(z.object({})).gives<TourRow[]>(),
  /** Where a tour can stop: all units of a level, and others by name; those without a point too, so that they can be told. */
  'tours.places': query(z.object({ levelId: Id.default('district'), alsoUnitIds: z.array(Id).max(400).default([]) })).gives<TourPlace[]>(),
  'tours.get': query(ofRecord).gives<TourDetail>(),
  /** `draft`: a new tour takes nobody's time until it is put on the calendar. */
  'tours.save': command(z.object({ id: Id.nullable(), fields: TourFields, draft: z.boolean().default(false) })).gives<{ id: string }>(),
  /** With its other versions. */
  'tours.remove': command(ofRecord).gives<null>(),
  /**
   * Orders the stops and gives each its day and hour; pinned stops, locked days and what was held stay. One step.
   * `improve`: begins with the plan as it is and never makes it worse. Stopped by the user, the best so far is kept.
   */
  'tours.plan': writingJob(z.object({ id: Id, improve: z.boolean().default(false), change: PlanChange.default({}) })).gives<{ visits: number; leftOut: number; better: boolean }>(),
  /** What a drop would make of the tour; answers while the card is still held. */
  'tours.tryMove': query(StopDrop).gives<TriedDrop>(),
  /** Refused like `calendar.move`. The rest of both days follows; the stop keeps to its new day. */
  'tours.move': command(StopDrop.extend({ accept })).gives<null>(),
  'tours.setStop': command(z.object({ stopId: Id, wishes: StopWishes })).gives<null>(),
  'tours.addStop': command(z.object({ id: Id, unitId: Id, must: z.boolean().default(true), worth: z.number().int().min(1).max(1000).default(1), to: StopDrop.shape.to.default(null), accept })).gives<{ stopId: string }>(),
  'tours.removeStop': command(z.object({ stopId: Id })).gives<null>(),
  /** A day's own hours (null: the tour's), and whether it is locked. */
  'tours.setDay': command(
    z.object({ id: Id, day: DayText, dutyFrom: MinuteOfDay.nullable(), dutyTo: MinuteOfDay.nullable(), locked: z.boolean() }),
  ).gives<null>(),
  'tours.reserve': command(z.object({ id: Id, day: DayText, from: MinuteOfDay, to: MinuteOfDay, note: z.string().trim().max(200).default('') })).gives<{ id: string }>(),
  'tours.unreserve': command(z.object({ reservedId: Id })).gives<null>(),
  /** Another plan of the same tour beside it, to be changed and compared. */
  'tours.copyVersion': command(z.object({ id: Id, note: z.string().trim().max(80).default('') })).gives<{ id: string }>(),
  /** The tour takes on the version's plan and the version keeps the tour's: one step, stops keep their identity. */
  'tours.chooseVersion': command(ofRecord).gives<{ id: string }>(),
  /** Refused like `calendar.move`. */
  'tours.putOnCalendar': command(z.object({ id: Id, onCalendar: z.boolean(), accept })).gives<null>(),
  /** What would make the plan hold: one more day, stops to drop. Empty where it holds. */
  'tours.offers': readingJob(ofRecord).gives<TourOffer[]>(),
  'tours.pin': command(z.object({ stopId: Id, pinned: z.boolean() })).gives<null>(),
  /**
   * The user's own distance or time between two places; both null takes it back. `bothWays` not said: as it is known now.
   * The visits of that tour whose way has changed begin at their new hours, in the same step; `moved` says how many.
   */
  'tours.setTravel': command(
    z.object({
      fromUnitId: Id,
      toUnitId: Id,
      distanceKm: z.number().min(0).max(5000).nullable(),
      travelMinutes: z.number().int().min(0).max(6000).nullable(),
      bothWays: z.boolean().optional(),
      tourId: Id.nullable().default(null),
    }),
  ).gives<{ moved: number }>(),
};
