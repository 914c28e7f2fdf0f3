// A printed calendar as one complete HTML document: a month or a week as a grid of days, a leader's fortnight as a list; long days flow over.
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { SheetLanguages } from '../../shared/model/common.ts';
import type { Text } from '../../shared/model/sheet.ts';
import { sheetStyle } from './sheetStyle.ts';
import { footLine, oneLine, wording } from './sheetWords.ts';

export interface PrintedEntry {
  /** Empty for what fills the whole day. */
  time: Text;
  title: Text;
  place: Text;
  people: Text;
  /** In the fortnight: the way there. */
  way: Text;
  kind: string;
  cancelled: boolean;
  isBand: boolean;
}

export interface PrintedDay {
  /** In a grid: `18`, or `1 मई` on the first of a month. In a list the whole day. */
  label: Text;
  /** Outside the month that is printed. */
  isOutside: boolean;
  entries: PrintedEntry[];
}

export interface PrintedCalendar {
  layout: 'month' | 'week' | 'fortnight';
  party: Text;
  title: Text;
  subtitle: Text;
  /** Of a grid's columns, or of a list's. */
  heads: Text[];
  days: PrintedDay[];
  nothing: Text;
  footer: Text;
  printedOn: string;
}

const own = `
.party{text-align:center}
h1{font-size:15pt;line-height:1.3;text-align:center}
.rule{margin:1mm 0 1.5mm}
.grid,.list{width:calc(100% - 1pt)}
.grid{table-layout:fixed;margin-top:2.5mm}
.grid th{text-align:center;font-size:9.5pt;padding-block:.8mm}
.grid td{vertical-align:top;padding:1mm 1.4mm;height:var(--row)}
.outside{background:#f4f4f4;color:#444}
.number{font-weight:600;font-size:10.5pt;line-height:1.3;text-align:left}
.item{margin:.5mm 0 0;font-size:10pt;line-height:1.4;break-inside:avoid;overflow-wrap:anywhere}
.item b{font-weight:600}
.item .second{font-size:8pt;line-height:1.25}
.item small{display:block;font-size:8.5pt;line-height:1.35}
.band{padding:0 1mm;border:.5pt solid #777;border-left:2pt solid #000}
.blackout{border-style:dashed;border-left:2pt solid #000}
.off{text-decoration:line-through}
.list{margin-top:3mm}
.list td{vertical-align:top}
.list .day th{background:#e6e6e6;font-size:11pt;break-after:avoid;padding-block:.9mm}
.list .day small{display:inline;font-size:9pt;font-weight:400;margin-left:3mm}
.list .time{white-space:nowrap;width:24mm}
.list .way{width:66mm;font-size:9pt}
`;

/** The same page settings, foot and page numbers as every sheet. */
export function calendarHtml(calendar: PrintedCalendar, languages: SheetLanguages, { fontsBase }: { fontsBase: string }): string {
  const { layout, party, title, subtitle } = calendar;
  const said = (text: Text): ReactNode => {
    const { first, second } = wording(text, languages);
    return second === null ? first : <>{first}<span className="second" lang="en">{second}</span></>;
  };
  const foot = footLine(calendar, languages);
  const style = `${sheetStyle(fontsBase, orientationOfCalendar(layout), languages, foot)}\n${own}\n:root{--row:${layout === 'month' ? '17mm' : '108mm'}}`;
  const has = (text: Text): boolean => text.hi !== '' || text.en !== '';
  // One leader's day says his name once, not under every stop.
  const item = (entry: PrintedEntry, key: number, details: boolean, before: PrintedEntry | undefined): ReactNode => (
    <div key={key} className={['item', entry.isBand ? 'band' : '', entry.kind, entry.cancelled ? 'off' : ''].join(' ')}>
      {has(entry.time) ? <><b>{oneLine(entry.time, 'en')}</b> </> : null}{said(entry.title)}
      {details && has(entry.place) ? <small>{oneLine(entry.place, languages)}</small> : null}
      {has(entry.people) && (before?.people.hi !== entry.people.hi || before.people.en !== entry.people.en) ? <small>{oneLine(entry.people, languages === 'both' ? 'hi' : languages)}</small> : null}
    </div>
  );
  const weeks = Array.from({ length: Math.ceil(calendar.days.length / 7) }, (_, at) => calendar.days.slice(at * 7, at * 7 + 7));
  const grid = (
    <table className="grid">
      <thead><tr>{calendar.heads.map((head, at) => <th key={at} scope="col">{oneLine(head, languages)}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, on) => (
              <td key={on} className={day.isOutside ? 'outside' : undefined}>
                <div className="number">{oneLine(day.label, languages === 'both' ? 'hi' : languages)}</div>
                {day.entries.map((entry, index) => item(entry, index, layout === 'week', day.entries[index - 1]))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  const list = (
    <table className="list">
      <thead><tr>{calendar.heads.map((head, at) => <th key={at} scope="col">{said(head)}</th>)}</tr></thead>
      <tbody>
        {calendar.days.map((day, at) => {
          const bands = day.entries.filter((entry) => entry.isBand);
          const timed = day.entries.filter((entry) => !entry.isBand);
          return [
            <tr key={`${at}`} className="day"><th colSpan={calendar.heads.length} scope="rowgroup">{oneLine(day.label, languages)}{bands.map((band, index) => <small key={index} className={band.cancelled ? 'off' : undefined}>{oneLine(band.title, languages)}</small>)}</th></tr>,
            ...(timed.length === 0 ? [<tr key={`${at} none`}><td colSpan={calendar.heads.length}>{oneLine(calendar.nothing, languages)}</td></tr>] : timed.map((entry, index) => (
              <tr key={`${at} ${index}`} className={entry.cancelled ? 'off' : undefined}>
                <td className="time">{oneLine(entry.time, 'en')}</td>
                <td>{said(entry.title)}</td>
                <td>{said(entry.place)}</td>
                <td className="way">{said(entry.way)}</td>
              </tr>
            ))),
          ];
        })}
      </tbody>
    </table>
  );
  const document = (
    <html lang={languages === 'en' ? 'en' : 'hi'}>
      <head>
        <meta charSet="utf-8" />
        <title>{oneLine(title, languages)}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <p className="party">{oneLine(party, languages)}</p>
          <div className="rule" />
          <h1>{oneLine(title, languages)}</h1>
          {has(subtitle) ? <p className="subtitle">{oneLine(subtitle, languages)}</p> : null}
        </header>
        {layout === 'fortnight' ? list : grid}
        <p className="foot">{foot}</p>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(document)}`;
}

export const orientationOfCalendar = (layout: PrintedCalendar['layout']): 'portrait' | 'landscape' => (layout === 'fortnight' ? 'portrait' : 'landscape');
