// Calls about the calendar: what stands in it, what may be moved where, and its meetings.
import { z } from 'zod';
import { MeetingFields, MoveEntry } from '../model/calendar.ts';
import type { CalendarEntry, Meeting } from '../model/calendar.ts';
import { DayText, Id } from '../model/common.ts';
import type { TourProblem } from '../model/tour.ts';
import { command, query } from './kinds.ts';

const ofRecord = z.object({ id: Id });
/** No people: everybody. */
const span = z.object({ fromDay: DayText, toDay: DayText, personIds: z.array(Id).max(100).default([]) });

export const calendarCalls = {
  'calendar.range': query(span.extend({ unitId: Id.nullable().default(null) })).gives<CalendarEntry[]>(),
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
