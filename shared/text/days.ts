// Days, times and spans as read in running text in each language, and days as typed.
import type { Day, Minutes } from '../dates.ts';
import { daysBetween, isDay, weekday } from '../dates.ts';
import type { Language } from '../model/common.ts';
import { latinDigits } from './numbers.ts';

/** January to December. */
export const monthNames: Record<Language, readonly string[]> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  hi: ['जनवरी', 'फरवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'],
};

/** Monday to Sunday. */
export const weekdayNames: Record<Language, readonly string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  hi: ['सोमवार', 'मंगलवार', 'बुधवार', 'गुरुवार', 'शुक्रवार', 'शनिवार', 'रविवार'],
};

/** `18 April, Monday`, `18 अप्रैल, सोमवार`. `day` must be a real day. */
export function dayInWords(day: Day, language: Language): string {
  const month = monthNames[language][Number(day.slice(5, 7)) - 1]!;
  return `${Number(day.slice(8, 10))} ${month}, ${weekdayNames[language][weekday(day)]!}`;
}

/**
 * The day a person typed: day, month, year with `-`, `/` or `.` between (`18-04-2022`, `18/4/22`; two figures mean 20xx), or
 * `2022-04-18`; digits of either script. Null for anything else and for days that do not exist.
 */
export function parseDay(text: string): Day | null {
  const typed = latinDigits(text).trim();
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(typed);
  const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(typed);
  const [year, month, date] = yearFirst ? [yearFirst[1]!, yearFirst[3]!, yearFirst[4]!]
    : dayFirst ? [dayFirst[4]!, dayFirst[3]!, dayFirst[1]!] : [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** Hindi parts of the day and the hour each begins at. */
const partsOfDay: readonly [number, string][] = [[20, 'रात'], [16, 'शाम'], [12, 'दोपहर'], [4, 'सुबह'], [0, 'रात']];

/** `5:30 pm`, `5:30 शाम`; minutes past midnight wrap round. Morning from 4, दोपहर from 12, शाम from 16, रात from 20. */
export function timeInWords(minutes: Minutes, language: Language): string {
  const whole = ((Math.round(minutes) % 1440) + 1440) % 1440;
  const hour = Math.floor(whole / 60);
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${String(whole % 60).padStart(2, '0')}`;
  if (language === 'en') return `${clock} ${hour < 12 ? 'am' : 'pm'}`;
  return `${clock} ${partsOfDay.find(([from]) => hour >= from)![1]}`;
}

/** `1 h 30 min`, `1 घं 30 मि`; whole hours without minutes, below an hour without hours. */
export function durationAsRead(minutes: number, language: Language): string {
  const [hourWord, minuteWord] = language === 'hi' ? ['घं', 'मि'] : ['h', 'min'];
  const size = Math.abs(Math.round(minutes));
  const hours = Math.floor(size / 60);
  const rest = size % 60;
  const parts = [];
  if (hours > 0) parts.push(`${hours} ${hourWord}`);
  if (rest > 0 || hours === 0) parts.push(`${rest} ${minuteWord}`);
  return (minutes < 0 && size > 0 ? '−' : '') + parts.join(' ');
}

/** Days since `since`: 0 on the day itself and before it. */
export function ageInDays(since: Day, today: Day): number {
  return Math.max(0, daysBetween(since, today));
}
