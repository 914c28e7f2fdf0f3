// What goes out as iCalendar: a leader's, a district's, a tour's or all entries, each with an id of its own that stays.
import { createHash } from 'node:crypto';
import type { CalendarEntry, IcsScope, SeriesRule } from '../../../shared/model/calendar.ts';
import type { Language } from '../../../shared/model/common.ts';
import { seriesDays } from '../../../shared/rules/seriesDays.ts';
import { utcTime } from '../../sheets/ics.ts';
import type { IcsEvent } from '../../sheets/ics.ts';
import type { ReadDb } from '../../store/sql.ts';
import { programmeBands, blackoutBands } from './bands.ts';
import { wantedOf } from './calendarRange.ts';
import { meetingEntries, stopEntries } from './entries.ts';
import { membersOf, seriesOf } from './meetingRows.ts';
import type { Series } from './meetingRows.ts';

/** An event but for its number and stamp, which depend on what was sent before; `occurrence` tells the members of a series apart. */
export type OutgoingEvent = Omit<IcsEvent, 'sequence' | 'stamp'> & { occurrence: string; content: string; lastDay: string };

const domain = 'sangathan';
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const kindWords = {
  en: { stop: 'Tour', meeting: 'Meeting', programme: 'Programme', blackout: 'Blackout day' },
  hi: { stop: 'दौरा', meeting: 'बैठक', programme: 'कार्यक्रम', blackout: 'वर्जित दिन' },
};

/** RRULE of a series; UNTIL is the last entry's moment in UTC, as 3.3.10 wants it with a time zone. */
export function ruleText({ freq, every, weekdays, monthDay, nth, untilDay, times }: SeriesRule, begin: number): string {
  const by = freq === 'weekly' ? [`BYDAY=${weekdays.map((day) => codes[day]).join(',')}`]
    : freq === 'monthly' && nth !== null ? [`BYDAY=${nth}${codes[weekdays[0]!]}`]
    : freq === 'monthly' && monthDay !== null ? [`BYMONTHDAY=${monthDay}`] : [];
  const end = untilDay !== null ? [`UNTIL=${utcTime(untilDay, begin)}`] : [`COUNT=${times}`];
  return [`FREQ=${freq.toUpperCase()}`, `INTERVAL=${every}`, ...by, ...(freq === 'weekly' ? ['WKST=MO'] : []), ...end].join(';');
}

/** What two wordings of one event are compared by: the same in either language. */
const contentOf = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** Everything from `fromDay` on. Throws `units.gone`. */
export function outgoingEvents(db: ReadDb, scope: IcsScope, language: Language, fromDay: string): OutgoingEvent[] {
  const days = { fromDay, toDay: '9999-12-31' };
  const wanted = wantedOf(db, { ...days, personIds: scope.kind === 'person' ? [scope.id] : [], unitId: scope.kind === 'unit' ? scope.id : null });
  const stops = stopEntries(db, wanted).filter((entry) => scope.kind !== 'tour' || entry.tourId === scope.id);
  const names = namesOf(db, [...stops, ...(scope.kind === 'tour' ? [] : meetingEntries(db, wanted))].flatMap((entry) => entry.personIds), language);
  const say = (en: string, hi: string): string => (language === 'hi' ? hi || en : en || hi);
  const whom = (entry: Pick<CalendarEntry, 'personIds'>): string => entry.personIds.slice(0, 12).map((id) => names.get(id) ?? '').filter(Boolean).join(', ');
  const event = (entry: Omit<CalendarEntry, 'problems'>, uid: string, occurrence = ''): OutgoingEvent => ({
    uid, occurrence, day: entry.fromDay, lastDay: entry.toDay, ...(entry.begin === null ? { toDay: entry.toDay } : {}), begin: entry.begin, minutes: (entry.end ?? 0) - (entry.begin ?? 0),
    summary: say(entry.titleEn, entry.titleHi), location: say(entry.placeEn, entry.placeHi), description: whom(entry), cancelled: entry.cancelled,
    categories: kindWords[language][entry.kind as keyof typeof kindWords.en] ?? '',
    content: contentOf([entry.fromDay, entry.toDay, entry.begin, entry.end, entry.titleEn, entry.titleHi, entry.placeEn, entry.placeHi, entry.cancelled, entry.personIds.toSorted()]),
  });
  const out = stops.map((entry) => event(entry, `stop-${entry.id}@${domain}`));
  if (scope.kind === 'tour') return out;

  const meetings = meetingEntries(db, wanted);
  const bySeries = new Map<string, typeof meetings>();
  for (const meeting of meetings) {
    if (meeting.seriesId === null) out.push(event(meeting, `meeting-${meeting.id}@${domain}`));
    else bySeries.set(meeting.seriesId, [...(bySeries.get(meeting.seriesId) ?? []), meeting]);
  }
  for (const members of bySeries.values()) out.push(...seriesEvents(db, members, event));
  if (scope.kind === 'person') return out;
  for (const band of [...programmeBands(db, wanted), ...blackoutBands(db, wanted, scope.kind === 'unit' ? scope.id : null)]) {
    if (band.kind !== 'phase') out.push(event(band, `${band.kind}-${band.id}@${domain}`));
  }
  return out;
}

type Entry = Omit<CalendarEntry, 'problems'>;

/** The series by its rule, without the days that are gone, and every member that is otherwise than the rule has it. */
function seriesEvents(db: ReadDb, shown: readonly Entry[], event: (entry: Entry, uid: string, occurrence?: string) => OutgoingEvent): OutgoingEvent[] {
  const known = seriesOf(db, shown[0]!.id)!;
  const { series } = known;
  const uid = `series-${series.id}@${domain}`;
  const dayOf = new Map(membersOf(db, series.id).map((member) => [member.id, member.seriesDay]));
  const inShown = new Set(shown.map((entry) => dayOf.get(entry.id)));
  const days = seriesDays(series.rule, series.fromDay);
  const first = shown.find((entry) => isByRule(entry, series, dayOf.get(entry.id)!)) ?? null;
  const firstDay = days[0]!;
  const exceptDays = days.filter((day) => !inShown.has(day));
  const master: Entry = {
    ...(first ?? shown[0]!), fromDay: firstDay, toDay: firstDay, begin: series.base.begin, end: series.base.begin + series.base.minutes,
    titleEn: series.base.titleEn, titleHi: series.base.titleHi ?? series.base.titleEn, cancelled: false,
  };
  const head = event(master, uid);
  const people = (entry: Entry): string => entry.personIds.toSorted().join(' ');
  const others = shown.filter((entry) => !isByRule(entry, series, dayOf.get(entry.id)!) || people(entry) !== people(master) || entry.placeEn !== master.placeEn);
  const rule = ruleText(series.rule, series.base.begin);
  return [
    { ...head, lastDay: days.at(-1)!, rule, exceptDays, ruleBegin: series.base.begin, content: contentOf([head.content, rule, exceptDays]) },
    ...others.map((entry) => {
      const day = dayOf.get(entry.id)!;
      return { ...event(entry, uid, day), recurrenceDay: day, ruleBegin: series.base.begin };
    }),
  ];
}

function isByRule(entry: Entry, { base }: Series, day: string): boolean {
  return !entry.cancelled && entry.fromDay === day && entry.begin === base.begin && entry.end === base.begin + base.minutes && entry.titleEn === base.titleEn
    && entry.titleHi === (base.titleHi ?? base.titleEn);
}

function namesOf(db: ReadDb, ids: readonly string[], language: Language): Map<string, string> {
  const rows = db.raw<[string, string, string | null]>('SELECT id, nameEn, nameHi FROM person WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify([...new Set(ids)]));
  return new Map(rows.map(([id, nameEn, nameHi]) => [id, language === 'hi' ? nameHi ?? nameEn : nameEn]));
}
