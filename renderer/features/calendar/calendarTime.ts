// Between the app's days and minutes and the Dates react-big-calendar works with; and how it reads them in each language.
import { DateLocalizer } from 'react-big-calendar';
import type { DateRange, Formats } from 'react-big-calendar';
import { addDays, dayAsRead, daysBetween, weekday } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/model/common.ts';
import { dayInWords, monthNames, weekdayNames } from '../../../shared/text/days.ts';

export type CalendarView = 'month' | 'week' | 'day' | 'lanes' | 'agenda' | 'tour';
export const calendarViews: CalendarView[] = ['month', 'week', 'day', 'lanes', 'agenda', 'tour'];
export const agendaDays = 30;

/** A Date of this machine's own time, which is how the calendar thinks. */
export function dateOf(day: string, minutes = 0): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 0, minutes);
}

export function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export const minuteOf = (date: Date): number => date.getHours() * 60 + date.getMinutes();

/** From the start of one day to a moment that may lie on the next. */
export const minutesBetween = (from: Date, to: Date): number => daysBetween(dayOf(from), dayOf(to)) * 1440 + minuteOf(to) - minuteOf(from);

/** The days a view shows, first and last. */
export function rangeOf(view: CalendarView, day: string): { fromDay: string; toDay: string } {
  if (view === 'day' || view === 'lanes') return { fromDay: day, toDay: day };
  if (view === 'agenda') return { fromDay: day, toDay: addDays(day, agendaDays) };
  // Tours of half a year around are offered as tables.
  if (view === 'tour') return { fromDay: addDays(day, -90), toDay: addDays(day, 90) };
  const first = view === 'month' ? `${day.slice(0, 8)}01` : day;
  const last = view === 'month' ? addDays(firstOfNextMonth(day), -1) : day;
  return { fromDay: addDays(first, -weekday(first)), toDay: addDays(last, 6 - weekday(last)) };
}

function firstOfNextMonth(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return dayOf(new Date(year, month, 1));
}

/** One view further (1) or back (-1). */
export function turned(view: CalendarView, day: string, by: 1 | -1): string {
  if (view === 'month') return by === 1 ? firstOfNextMonth(day) : `${addDays(`${day.slice(0, 8)}01`, -1).slice(0, 8)}01`;
  return addDays(day, by * { week: 7, day: 1, lanes: 1, agenda: agendaDays, tour: 7 }[view]);
}

/** What the days shown are called: April 2022; 18-04-2022 – 24-04-2022. */
export function rangeInWords(view: CalendarView, day: string, language: Language): string {
  const { fromDay, toDay } = rangeOf(view, day);
  if (view === 'month') return `${monthNames[language][Number(day.slice(5, 7)) - 1]!} ${day.slice(0, 4)}`;
  if (view === 'tour') return '';
  if (view === 'day' || view === 'lanes') return dayInWords(day, language).replace(',', ` ${day.slice(0, 4)},`);
  return `${dayAsRead(fromDay)} – ${dayAsRead(toDay)}`;
}

const timeOf = (date: Date): string => `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
const timesOf = ({ start, end }: DateRange): string => `${timeOf(start)}–${timeOf(end)}`;
const shortWeekday = (date: Date, language: Language): string => {
  const name = weekdayNames[language][weekday(dayOf(date))]!;
  return language === 'hi' ? name.replace(/वार$/, '') : name.slice(0, 3);
};

/** Every text of the calendar that is made of a date. */
export function formatsIn(language: Language): Formats {
  return {
    dateFormat: (date) => String(date.getDate()),
    weekdayFormat: (date) => weekdayNames[language][weekday(dayOf(date))]!,
    dayFormat: (date) => `${shortWeekday(date, language)} ${dayAsRead(dayOf(date)).slice(0, 5)}`,
    timeGutterFormat: timeOf,
    selectRangeFormat: timesOf,
    eventTimeRangeFormat: timesOf,
    eventTimeRangeStartFormat: ({ start }) => `${timeOf(start)} –`,
    eventTimeRangeEndFormat: ({ end }) => `– ${timeOf(end)}`,
    agendaDateFormat: (date) => dayInWords(dayOf(date), language),
    agendaTimeFormat: timeOf,
    agendaTimeRangeFormat: timesOf,
  };
}

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const dayMilliseconds = 86_400_000;
interface Span {
  start: Date;
  end: Date;
}

/** As the calendar's own, which finds every day anew in several steps: a full month asks thousands of times. */
export const quickly = {
  inEventRange: ({ event: { start, end }, range }: { event: Span; range: Span }): boolean => {
    const begin = midnight(start);
    return begin <= midnight(range.end) && (begin === end.getTime() ? end >= range.start : end > range.start);
  },
  sortEvents: ({ evtA, evtB }: { evtA: Span & { allDay: boolean }; evtB: Span & { allDay: boolean } }): number => {
    const [a, b] = [midnight(evtA.start), midnight(evtB.start)];
    const days = (end: Date, begin: number): number => Math.round((midnight(end) - begin) / dayMilliseconds);
    return a - b || days(evtB.end, b) - days(evtA.end, a) || Number(evtB.allDay) - Number(evtA.allDay)
      || evtA.start.getTime() - evtB.start.getTime() || evtA.end.getTime() - evtB.end.getTime();
  },
};

// Everything is formatted by the functions above; weeks begin on Monday.
export const localizer = Object.assign(new DateLocalizer({ firstOfWeek: () => 1, format: String, formats: {} }), quickly);
