// Words, names, numbers and days in the language chosen; every word stands in shared/text, none in the code.
import { createInstance } from 'i18next';
import { useMemo } from 'react';
import { CallError } from './api.ts';
import { useSession } from './store.ts';
import { dayAsRead, timeAsRead } from '../shared/dates.ts';
import type { Language, Named } from '../shared/model/common.ts';
import { dayInWords, durationAsRead, timeInWords } from '../shared/text/days.ts';
import { numberAsRead, percentAsRead } from '../shared/text/numbers.ts';

const files = import.meta.glob<Record<string, unknown>>('../shared/text/*/*.json', { eager: true, import: 'default' });
const resources: Record<string, Record<string, Record<string, unknown>>> = { en: {}, hi: {} };
for (const [path, words] of Object.entries(files)) {
  const [language = '', file = ''] = path.split('/').slice(-2);
  (resources[language] ??= {})[file.replace('.json', '')] = words;
}

/** What is read where nothing is known. */
const none = '–';

const i18n = createInstance();
void i18n.init({
  lng: useSession.getState().language,
  fallbackLng: 'en',
  ns: Object.keys(resources['en'] ?? {}),
  defaultNS: 'common',
  resources: resources as never,
  initAsync: false,
  interpolation: { escapeValue: false },
  missingInterpolationHandler: () => none,
  returnNull: false,
});

/** `{{count, number}}`, `{{day, day}}` … in a sentence read as the person wants to read them. */
const formats: Record<string, (value: unknown, language: Language, lakh: boolean) => string> = {
  number: (value, language, lakh) => (typeof value === 'number' ? numberAsRead(value, { lakh, language }) : String(value ?? '–')),
  percent: (value) => (typeof value === 'number' ? percentAsRead(value / 100) : '–'),
  day: (value) => (typeof value === 'string' ? dayAsRead(value) : '–'),
  dayWords: (value, language) => (typeof value === 'string' ? dayInWords(value, language) : '–'),
  time: (value) => (typeof value === 'number' ? timeAsRead(value) : '–'),
  duration: (value, language) => (typeof value === 'number' ? durationAsRead(value, language) : '–'),
};
for (const [name, format] of Object.entries(formats)) {
  i18n.services.formatter?.add(name, (value: unknown, lng, options: { readsLakh?: boolean }) => format(value, lng === 'hi' ? 'hi' : 'en', options.readsLakh === true));
}

export type Values = Record<string, unknown>;
export type Words = (key: string, values?: Values) => string;

const wordsIn = (language: Language, namespace: string, readsLakh: boolean): Words => {
  const fixed = i18n.getFixedT(language, namespace);
  return (key, values) => String(fixed(key as never, { ...values, readsLakh } as never));
};

/** Words of one namespace, outside React. `ns:key` reaches another namespace. */
export const words = (namespace = 'common'): Words => wordsIn(useSession.getState().language, namespace, useSession.getState().lakh);

export const hasWords = (key: string): boolean => i18n.exists(key, { lng: 'en', fallbackLng: [] });

/** What a key reads in both languages, in small letters: so that "import" finds आयात too. */
export const wordsInBoth = (key: string): string => ['en', 'hi'].map((language) => String(i18n.getFixedT(language)(key as never))).join(' ').toLowerCase();

/** `t('key', values)` of one namespace (`shared/text/<language>/<namespace>.json`); `ns:key` reaches another one. */
export function useWords(namespace = 'common'): Words {
  const language = useSession((session) => session.language);
  const readsLakh = useSession((session) => session.lakh);
  return useMemo(() => wordsIn(language, namespace, readsLakh), [language, namespace, readsLakh]);
}

export const useLanguage = (): Language => useSession((session) => session.language);

/** The one of two texts that is in the language, else the other. */
export function inLanguage(language: Language, en: string | null | undefined, hi: string | null | undefined): string {
  return (language === 'hi' ? hi || en : en || hi) ?? '';
}

/** Gives the name of a record in the language chosen; missing names fall back to the other language. */
export function useNamed(): (record: { nameEn: string | null; nameHi: string | null } | Named) => string {
  const language = useLanguage();
  return useMemo(() => (record) => inLanguage(language, record.nameEn, record.nameHi), [language]);
}

/** As `useNamed`, for fields called otherwise: `pick(visit.placeEn, visit.placeHi)`. */
export function usePick(): (en: string | null | undefined, hi: string | null | undefined) => string {
  const language = useLanguage();
  return useMemo(() => (en, hi) => inLanguage(language, en, hi), [language]);
}

export interface Numbers {
  /** 1,20,000 or 1.2 lakh, as chosen; null and undefined read –. */
  number(n: number | null | undefined): string;
  /** Always with all digits, for cells that are edited or added up. */
  exact(n: number | null | undefined): string;
  /** Of a whole percent: 57 reads 57%. */
  percent(whole: number | null | undefined): string;
  /** 18-04-2022 */
  day(day: string | null | undefined): string;
  /** 18 April, Monday */
  dayWords(day: string | null | undefined): string;
  /** 17:30 */
  time(minutes: number | null | undefined): string;
  /** 5:30 शाम */
  timeWords(minutes: number | null | undefined): string;
  /** 1 h 30 min */
  duration(minutes: number | null | undefined): string;
}

/** Numbers, days and times as this person reads them. */
export function useNumbers(): Numbers {
  const language = useLanguage();
  const readsLakh = useSession((session) => session.lakh);
  return useMemo((): Numbers => {
    const or = <V>(value: V | null | undefined, read: (value: V) => string) => (value === null || value === undefined ? none : read(value));
    return {
      number: (n) => or(n, (value) => numberAsRead(value, { lakh: readsLakh, language })),
      exact: (n) => or(n, (value) => numberAsRead(value, { language })),
      percent: (whole) => or(whole, (value) => percentAsRead(value / 100)),
      day: (day) => or(day, dayAsRead),
      dayWords: (day) => or(day, (value) => dayInWords(value, language)),
      time: (minutes) => or(minutes, timeAsRead),
      timeWords: (minutes) => or(minutes, (value) => timeInWords(value, language)),
      duration: (minutes) => or(minutes, (value) => durationAsRead(value, language)),
    };
  }, [language, readsLakh]);
}

/** Fills `name` from `nameEn`/`nameHi` and so on: sentences name only the gap, the language chooses its text. */
export function valuesIn(language: Language, detail: Values): Values {
  const values: Values = { ...detail };
  for (const key of Object.keys(detail)) {
    const stem = /^(.+)(?:En|Hi)$/.exec(key)?.[1];
    if (stem !== undefined) values[stem] ??= inLanguage(language, detail[`${stem}En`] as string | null, detail[`${stem}Hi`] as string | null);
  }
  return values;
}

/** What went wrong, in a sentence; codes without words of their own get a general one. */
export function errorInWords(error: CallError, language: Language = useSession.getState().language): string {
  const t = wordsIn(language, 'errors', useSession.getState().lakh);
  if (!hasWords(`errors:${error.code}`)) return t('general', { code: error.code });
  // A refusal that names what the file is has words for that where there are any (`notReadable_pdf`).
  return t(error.code, { ...valuesIn(language, error.detail), context: error.detail['format'] });
}
