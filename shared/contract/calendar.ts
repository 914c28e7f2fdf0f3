// Calls about the calendar: what stands in it, what may be moved where, meetings that come again, what goes out and comes in.
import { z } from 'zod';
import { CalendarRules, CalendarSheet, EntryKind, HandOver, IcsScope, MeetingFields, MoveEntry, SeriesRule, SeriesScope } from '../model/calendar.ts';
import type { BusyPreview, CalendarEntry, CalendarLeader, CalendarPage, IcsDone, Meeting, TravelLeg } from '../model/calendar.ts';
import { DayText, Id, Language, MinuteOfDay, SheetLanguages } from '../model/common.ts';
import type { TourProblem } from '../model/tour.ts';
import { command, effect, query, readingJob, writingJob } from './kinds.ts';

const ofRecord = z.object({ id: Id });
/** No people: everybody. */
const span = z.object({ fromDay: DayText, toDay: DayText, personIds: z.array(Id).max(100).default([]) });
const ofMeeting = z.object({ id: Id, scope: SeriesScope.default('one') });
const printed = z.object({ sheet: CalendarSheet, languages: SheetLanguages });
const ofBusy = z.object({ token: Id, personId: Id, keepTitles: z.boolean().default(false), removeMissing: z.boolean().default(false) });

export const calendarCalls = {
  'calendar.range': query(span.extend({ unitId: Id.nullable().default(null) })).gives<CalendarEntry[]>(),
  /** What a view draws: of each day the first so many that have an hour (null: all), of the kinds that are shown, and all that lasts whole days. */
  'calendar.page': query(
    span.extend({ unitId: Id.nullable().default(null), kinds: z.array(EntryKind).max(10).default([...EntryKind.options]), mostPerDay: z.number().int().min(1).max(500).nullable().default(null) }),
  ).gives<CalendarPage>(),
  /** What is wrong with one entry, as it stands. */
  'calendar.problems': query(z.object({ kind: z.enum(['stop', 'meeting']), id: Id })).gives<TourProblem[]>(),
  /** The ways between the entries of each leader on each day. */
  'calendar.travel': query(span).gives<TravelLeg[]>(),
  /** Leaders with anything in these days, by name; those asked for stand there in any case. */
  'calendar.leaders': query(span.extend({ unitId: Id.nullable().default(null), language: Language.default('en') })).gives<CalendarLeader[]>(),
  'calendar.rules': query(z.object({})).gives<CalendarRules>(),
  'calendar.setRules': command(CalendarRules.partial()).gives<null>(),
  /** What would be wrong with a move, before it is made: hard problems refuse it, soft ones ask. Which is which the person chose. */
  'calendar.check': query(MoveEntry).gives<{ hard: TourProblem[]; soft: TourProblem[] }>(),
  /** Refused with `calendar.impossible` or, unless accepted, `calendar.doubtful`; detail.problems says why. */
  'calendar.move': command(MoveEntry).gives<null>(),
  /** A copy at another time: of a meeting one like it, of a stop a meeting at its place. */
  'calendar.copy': command(z.object({ kind: z.enum(['stop', 'meeting']), id: Id, day: DayText, begin: MinuteOfDay, handOver: HandOver.nullable().default(null), accept: z.boolean().default(false) })).gives<{ id: string }>(),
  'calendar.meeting': query(ofRecord).gives<Meeting>(),
  /** `repeat`: how it comes again from its day on; null: once. Of a series, `scope` says which of its meetings are meant. */
  'calendar.saveMeeting': command(
    z.object({ id: Id.nullable(), fields: MeetingFields, repeat: SeriesRule.nullable().default(null), scope: SeriesScope.default('one'), accept: z.boolean().default(false) }),
  ).gives<{ id: string }>(),
  'calendar.removeMeeting': command(ofMeeting).gives<null>(),
  /** Called off: it stays to be seen, takes nobody's time, and goes out as called off. */
  'calendar.cancelMeeting': command(ofMeeting.extend({ cancelled: z.boolean() })).gives<null>(),

  /** A month, a week or a leader's fortnight as the printer gets it. */
  'calendar.html': query(printed).gives<{ html: string; name: string; landscape: boolean }>(),
  'calendar.savePdf': effect(printed).gives<{ saved: string | null }>(),
  'calendar.print': effect(printed).gives<{ printed: boolean }>(),

  /** What a file of these entries is called. */
  'calendar.scopeName': query(z.object({ scope: IcsScope, language: Language })).gives<{ name: string }>(),
  /** Asks where to save; null when the person changed his mind. */
  'calendar.chooseIcs': effect(z.object({ scope: IcsScope, language: Language })).gives<{ token: string } | null>(),
  /** Writes the file and remembers what went out, so that the next one says what changed and what is called off. No step of the history. */
  'calendar.writeIcs': writingJob(z.object({ token: Id, scope: IcsScope, language: Language })).gives<IcsDone>(),
  'calendar.chooseBusy': effect(z.object({})).gives<{ token: string; name: string } | null>(),
  'calendar.previewBusy': readingJob(ofBusy).gives<BusyPreview>(),
  'calendar.takeBusy': writingJob(ofBusy).gives<BusyPreview>(),
  'calendar.removeBusy': command(z.object({ personId: Id })).gives<{ times: number }>(),
};
