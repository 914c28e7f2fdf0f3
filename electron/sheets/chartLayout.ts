// Lays a chart of bars out on lying A4 pages: heights of lines by the length of their names, pages that hold whole lines, days in millimetres.
import type { SheetLanguages } from '../../shared/model/common.ts';
import type { SheetChart } from '../../shared/model/sheet.ts';
import { addDays, daysBetween, weekday } from '../../shared/dates.ts';

/** Millimetres. The page's inside is 271 by 178. */
export const chart = { width: 271, nameWidth: 74, daysWidth: 27, headHeight: 11.5, firstPage: 118, furtherPage: 160 } as const;
export const scaleLeft = chart.nameWidth + chart.daysWidth;
export const scaleWidth = chart.width - scaleLeft;

export interface ChartLine {
  /** Place of the bar in the chart. */
  bar: number;
  top: number;
  height: number;
}

export interface ChartPage {
  lines: ChartLine[];
  height: number;
}

const lineMillimetres = 4.9;
const padding = 2;
/** Signs of a name that surely fit on one line of 10 pt: Devanagari is the wider one. */
const signsOnLine = { hi: 33, en: 36 };

const linesOf = (label: { hi: string; en: string }, languages: SheetLanguages): number => {
  const [hi, en] = [Math.ceil(label.hi.length / signsOnLine.hi), Math.ceil(label.en.length / signsOnLine.en)];
  return Math.max(1, languages === 'en' ? en : languages === 'hi' ? hi : label.hi === label.en ? hi : hi + en);
};

/** The chart's bars on pages, none parted; at least one page. */
export function chartPages(bars: SheetChart['bars'], languages: SheetLanguages): ChartPage[] {
  const pages: ChartPage[] = [];
  let page: ChartPage = { lines: [], height: chart.headHeight };
  bars.forEach(({ label }, bar) => {
    const height = linesOf(label, languages) * lineMillimetres + padding;
    const room = pages.length === 0 ? chart.firstPage : chart.furtherPage;
    if (page.lines.length > 0 && page.height + height > room) {
      pages.push(page);
      page = { lines: [], height: chart.headHeight };
    }
    page.lines.push({ bar, top: page.height, height });
    page.height += height;
  });
  return [...pages, page];
}

export interface ChartScale {
  left(day: string): number;
  /** Both days counted, cut at the ends of the scale; null outside. */
  place(fromDay: string, toDay: string): { left: number; width: number } | null;
  months: { day: string; left: number; width: number }[];
  /** Mondays, where there is room to write them. */
  weeks: { day: string; left: number }[];
}

const roomForWeek = 6;
/** From here a month is written with its year. */
const roomForMonth = 9;

export function chartScale({ fromDay, toDay }: Pick<SheetChart, 'fromDay' | 'toDay'>): ChartScale {
  const perDay = scaleWidth / (daysBetween(fromDay, toDay) + 1);
  const left = (day: string) => scaleLeft + daysBetween(fromDay, day) * perDay;
  const place: ChartScale['place'] = (from, to) => {
    if (to < fromDay || from > toDay) return null;
    const [a, b] = [from < fromDay ? fromDay : from, to > toDay ? toDay : to];
    return { left: left(a), width: (daysBetween(a, b) + 1) * perDay };
  };
  const months: ChartScale['months'] = [];
  const weeks: ChartScale['weeks'] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    if (day === fromDay || day.endsWith('-01')) {
      const next = `${addDays(`${day.slice(0, 7)}-28`, 7).slice(0, 7)}-01`;
      months.push({ day, ...place(day, addDays(next, -1))! });
    }
    if (weekday(day) === 0 && perDay * 7 >= roomForWeek) weeks.push({ day, left: left(day) });
  }
  return { left, place, months: months.filter(({ width }) => width >= roomForMonth), weeks };
}
