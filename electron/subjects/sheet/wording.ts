// Texts of a sheet in both languages at once: names, days and hours worded for the reader of either.
import type { Language, Named } from '../../../shared/model/common.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import type { LegSource } from '../../../shared/model/tour.ts';
import { dayAsRead, timeAsRead } from '../../../shared/dates.ts';
import { dayInWords, durationAsRead, monthNames } from '../../../shared/text/days.ts';
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

/** `18 से 19 अप्रैल`, `30 अप्रैल से 2 मई`: days whose year is said beside them. */
export function shortPeriod(fromDay: string, toDay: string): Text {
  const said = (language: Language, word: string): string => {
    const month = (day: string): string => monthNames[language][Number(day.slice(5, 7)) - 1]!;
    const [from, to] = [fromDay, toDay].map((day) => String(Number(day.slice(8))));
    if (fromDay === toDay) return `${from} ${month(fromDay)}`;
    return fromDay.slice(0, 7) === toDay.slice(0, 7) ? `${from} ${word} ${to} ${month(toDay)}` : `${from} ${month(fromDay)} ${word} ${to} ${month(toDay)}`;
  };
  return t(said('hi', 'से'), said('en', 'to'));
}

/** `18 अप्रैल, सोमवार`. */
export const dayWords = (day: string): Text => ({ hi: dayInWords(day, 'hi'), en: dayInWords(day, 'en') });

/** `09:30–11:00`. */
export const hours = (begin: number, end: number): Text => same(`${timeAsRead(begin)}–${timeAsRead(end)}`);

/** "जमशेदपुर, पूर्वी सिंहभूम": the town and its unit, or the unit alone where both have one name. */
export function placeOf(unit: Named, { placeEn, placeHi }: { placeEn: string | null; placeHi: string | null }): Text {
  const name = nameOf(unit);
  if (!placeEn && !placeHi) return name;
  const place = nameOf({ nameEn: placeEn ?? '', nameHi: placeHi });
  return place.hi === name.hi || place.en === name.en ? name : joined([place, name], ', ');
}

/** `2 घंटे 10 मिनट`. */
export const duration = (minutes: number): Text => t(durationAsRead(minutes, 'hi'), durationAsRead(minutes, 'en'));

/** `112 किमी`. */
export const wholeKm = (km: number): Text => joined([figure(Math.round(km)), t('किमी', 'km')], ' ');

/** The stop of a leader: a district by its town, anything below by its name with its level ("सरायकेला प्रखंड"). */
export function stopPlace(stop: Named & { levelId: string; placeEn: string; placeHi: string }, levels: ReadonlyMap<string, Named>): Text {
  const level = levels.get(stop.levelId);
  if (stop.levelId === 'district' || !level) return placeOf(stop, stop);
  return joined([placeOf(stop, stop), t(nameOf(level).hi, nameOf(level).en.toLowerCase())], ' ');
}

/** ≈ beside the kilometres that are only estimated; a known road has no mark. */
export const sourceCell = (source: LegSource | null, km: number): Text | null =>
  (Math.round(km) > 0 && (source === 'estimate' || source === 'improved') ? same('≈') : null);

export const sourceNote = t('≈ दूरी और समय अनुमान से; बिना चिह्न बताए हुए।', '≈ estimated road and time; without a mark as told.');

/** Kilometres of a leg, whole; null where one stays in the town. */
export const legKmCell = (km: number): number | null => (Math.round(km) > 0 ? Math.round(km) : null);
