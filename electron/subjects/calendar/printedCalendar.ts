// What a printed calendar says: a month, a week, or a leader's fortnight, from the same entries as the screen.
import { addDays, daysFrom, timeAsRead, weekday } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CalendarEntry, CalendarSheet, TravelLeg } from '../../../shared/model/calendar.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import { durationAsRead, monthNames, weekdayNames } from '../../../shared/text/days.ts';
import type { QueryContext } from '../../calls.ts';
import type { PrintedCalendar, PrintedDay, PrintedEntry } from '../../sheets/calendarHtml.tsx';
import type { ReadDb } from '../../store/sql.ts';
import { officeOf } from '../sheet/office.ts';
import { dayWords, joined, nameOf, period, same, t } from '../sheet/wording.ts';
import { engagementsOf } from '../tour/engagements.ts';
import { unitOf } from '../unitPlace.ts';
import { calendarRange } from './calendarRange.ts';
import { travelLegs } from './clashProblems.ts';

const none = same('');
const fortnightDays = 14;

function daysOf({ kind, day }: CalendarSheet): { from: string; to: string } {
  if (kind === 'fortnight') return { from: day, to: addDays(day, fortnightDays - 1) };
  const monday = (one: string): string => addDays(one, -weekday(one));
  if (kind === 'week') return { from: monday(day), to: addDays(monday(day), 6) };
  const first = `${day.slice(0, 8)}01`;
  const last = lastOf(first);
  return { from: monday(first), to: addDays(monday(last), 6) };
}

function lastOf(first: string): string {
  const later = addDays(first, 31);
  return addDays(`${later.slice(0, 8)}01`, -1);
}

const keyOf = ({ kind, id }: CalendarEntry): string => `${kind} ${id}`;
const textOf = (en: string, hi: string): Text => ({ en: en || hi, hi: hi || en });

/** Throws `units.gone`, and `calendar.nobody` for a fortnight of nobody. */
export function printedCalendar({ db, today }: QueryContext, sheet: CalendarSheet): PrintedCalendar {
  const { kind, personIds, unitId, kinds } = sheet;
  if (kind === 'fortnight' && personIds.length !== 1) throw new AppError('calendar.nobody');
  const { from, to } = daysOf(sheet);
  const asked = { fromDay: from, toDay: to, personIds };
  const entries = calendarRange(db, { ...asked, unitId }).filter((entry) => kinds.includes(entry.kind));
  const names = namesOf(db, [...entries.flatMap((entry) => entry.personIds), ...personIds]);
  const legs = kind === 'fortnight' ? new Map(travelLegs(db, engagementsOf(db, asked)).map((leg) => [leg.toKey, leg])) : new Map<string, TravelLeg>();
  const titles = new Map(entries.map((entry) => [keyOf(entry), textOf(entry.titleEn, entry.titleHi)]));
  const month = monthText(sheet.day);
  const whom = personIds.length === 0 ? (unitId === null ? none : nameOf(unitOf(db, unitId))) : joined(personIds.slice(0, 6).map((id) => names.get(id) ?? none), ', ');
  const what = kind === 'month' ? t('मासिक कैलेंडर', 'Calendar of the month') : kind === 'week' ? t('साप्ताहिक कैलेंडर', 'Calendar of the week') : t('पखवाड़े का कार्यक्रम', 'Programme of the fortnight');
  const title = kind === 'month' ? joined([what, month], ': ') : kind === 'fortnight' ? joined([whom, what], ': ') : what;
  const subtitle = kind === 'month' ? whom : kind === 'week' ? joined([period(from, to), whom], ' · ') : period(from, to);
  const grid = kind !== 'fortnight';
  return {
    layout: kind, party: officeOf(db), title, subtitle,
    heads: grid ? weekdayNames.hi.map((hi, at) => t(hi, weekdayNames.en[at]!)) : [t('समय', 'Time'), t('कार्यक्रम', 'Entry'), t('स्थान', 'Place'), t('रास्ता', 'The way there')],
    days: daysFrom(from, to).map((day): PrintedDay => ({
      label: grid ? gridLabel(day, kind === 'week' || day === from) : dayWords(day), isOutside: kind === 'month' && day.slice(0, 7) !== sheet.day.slice(0, 7),
      entries: entries.filter((entry) => entry.fromDay <= day && day <= entry.toDay).sort(byTime).map((entry) => printed(entry, personIds.length === 1 ? null : names, wayTo(legs.get(keyOf(entry)), titles))),
    })),
    nothing: t('कोई कार्यक्रम नहीं', 'Nothing planned'),
    footer: joined([what, kind === 'month' ? month : period(from, to), whom], ' · '), printedOn: today,
  };
}

const byTime = (a: CalendarEntry, b: CalendarEntry): number => (a.begin ?? -1) - (b.begin ?? -1);
const monthText = (day: string): Text => {
  const at = Number(day.slice(5, 7)) - 1;
  return { hi: `${monthNames.hi[at]} ${day.slice(0, 4)}`, en: `${monthNames.en[at]} ${day.slice(0, 4)}` };
};

/** The month's name stands where it begins. */
function gridLabel(day: string, withMonth: boolean): Text {
  const number = String(Number(day.slice(8)));
  const at = Number(day.slice(5, 7)) - 1;
  return withMonth || number === '1' ? { hi: `${number} ${monthNames.hi[at]}`, en: `${number} ${monthNames.en[at]}` } : same(number);
}

const mostNames = 4;

function printed(entry: CalendarEntry, names: Map<string, Text> | null, way: Text): PrintedEntry {
  const { begin, end, kind } = entry;
  const people = names === null || kind === 'away' || kind === 'busy' ? [] : entry.personIds;
  const shown = people.slice(0, mostNames).map((id) => names?.get(id) ?? none);
  const more = people.length > mostNames ? [t(`और ${people.length - mostNames}`, `and ${people.length - mostNames} more`)] : [];
  const reason = kind === 'away' && entry.placeEn !== '' ? joined([textOf(entry.titleEn, entry.titleHi), textOf(entry.placeEn, entry.placeHi)], ': ') : textOf(entry.titleEn, entry.titleHi);
  const title = kind === 'busy' ? joined([textOf(entry.titleEn, entry.titleHi), textOf(entry.placeEn, entry.placeHi), t('व्यस्त', 'busy')].filter((text) => text.en !== '').slice(0, 3), ': ') : reason;
  const place = kind === 'away' || kind === 'busy' || entry.placeEn === entry.titleEn ? none : textOf(entry.placeEn, entry.placeHi);
  return {
    time: begin === null || end === null ? none : same(`${timeAsRead(begin)}–${timeAsRead(end)}`), title: entry.cancelled ? joined([title, t('(रद्द)', '(called off)')], ' ') : title,
    place, people: joined([...shown, ...more], ', '), way, kind, cancelled: entry.cancelled, isBand: begin === null,
  };
}

function wayTo(leg: TravelLeg | undefined, titles: ReadonlyMap<string, Text>): Text {
  if (!leg) return none;
  const from = titles.get(leg.fromKey) ?? none;
  return t(
    `${timeAsRead(leg.begin)} बजे ${from.hi} से, ${leg.distanceKm} किमी, ${durationAsRead(leg.minutes, 'hi')}`,
    `${timeAsRead(leg.begin)} from ${from.en}, ${leg.distanceKm} km, ${durationAsRead(leg.minutes, 'en')}`,
  );
}

function namesOf(db: ReadDb, ids: readonly string[]): Map<string, Text> {
  const rows = db.raw<[string, string, string | null]>('SELECT id, nameEn, nameHi FROM person WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify([...new Set(ids)]));
  return new Map(rows.map(([id, nameEn, nameHi]) => [id, nameOf({ nameEn, nameHi })]));
}
