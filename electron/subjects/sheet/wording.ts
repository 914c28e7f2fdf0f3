// Texts of a sheet in both languages at once: names, days and hours worded for the reader of either.
import type { Named } from '../../../shared/model/common.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import { dayAsRead, timeAsRead } from '../../../shared/dates.ts';
import { dayInWords } from '../../../shared/text/days.ts';
import { numberAsRead } from '../../../shared/text/numbers.ts';

export const t = (hi: string, en: string): Text => ({ hi, en });

/** What reads the same in both languages: figures, phone numbers, days in figures. */
export const same = (text: string): Text => ({ hi: text, en: text });

/** A name, where only one language is known in both. */
export const nameOf = ({ nameEn, nameHi }: Named): Text => ({ hi: nameHi || nameEn, en: nameEn || nameHi || '' });

/** Texts put one behind the other in each language; empty ones are left out. */
export function joined(texts: readonly Text[], between: string): Text {
  const said = (language: 'hi' | 'en'): string => texts.map((text) => text[language]).filter((text) => text !== '').join(between);
  return { hi: said('hi'), en: said('en') };
}

/** `1,31,900`. */
export const figure = (n: number): Text => same(numberAsRead(n, { language: 'en' }));

/** `18-04-2022 से 26-04-2022`; one day stands alone. */
export const period = (fromDay: string, toDay: string): Text =>
  fromDay === toDay ? same(dayAsRead(fromDay)) : t(`${dayAsRead(fromDay)} से ${dayAsRead(toDay)}`, `${dayAsRead(fromDay)} to ${dayAsRead(toDay)}`);

/** `18 अप्रैल, सोमवार`. */
export const dayWords = (day: string): Text => ({ hi: dayInWords(day, 'hi'), en: dayInWords(day, 'en') });

/** `09:30–11:00`. */
export const hours = (begin: number, end: number): Text => same(`${timeAsRead(begin)}–${timeAsRead(end)}`);
