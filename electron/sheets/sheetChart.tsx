// Bars over days on paper: black on white, states by pattern and mark, links as arrows, every name whole.
import type { ReactNode } from 'react';
import type { SheetLanguages } from '../../shared/model/common.ts';
import type { SheetChart } from '../../shared/model/sheet.ts';
import { dayAsRead } from '../../shared/dates.ts';
import { chart as measures, chartPages, chartScale } from './chartLayout.ts';
import type { ChartLine, ChartPage, ChartScale } from './chartLayout.ts';
import { wording } from './sheetWords.ts';

/** Marks of the states in a box of 12 by 12, as on the screen. */
const marks: Record<string, ReactNode> = {
  planned: <circle cx="6" cy="6" r="4.2" fill="none" stroke="#000" strokeWidth="1.6" />,
  running: <path d="M3 1.2v9.6l8-4.8z" />,
  done: <path d="m1.2 6.4 1.6-1.6 2.1 2.1 4.3-4.3 1.6 1.6-5.9 5.9z" />,
  postponed: <path d="M1 2.2 5.6 6 1 9.8zm5 0L10.6 6 6 9.8zM10.4 2h1.4v8h-1.4z" />,
  untilFurtherNotice: <path d="M2 1.5h3v9H2zm5 0h3v9H7z" />,
  cancelled: <path d="m2.2 1 3.8 3.8L9.8 1 11 2.2 7.2 6 11 9.8 9.8 11 6 7.2 2.2 11 1 9.8 4.8 6 1 2.2z" />,
};
const fills: Record<string, string> = { planned: '#fff', running: '#d4d4d4', done: '#9a9a9a', postponed: 'url(#hatch)', untilFurtherNotice: '#fff', cancelled: '#fff' };
const dashes: Record<string, string> = { untilFurtherNotice: '1.6 0.8', cancelled: '0.5 0.7' };

const Mark = ({ state }: { state: string }): ReactNode => <svg viewBox="0 0 12 12" width="3mm" height="3mm">{marks[state]}</svg>;
const millimetres = (box: { left?: number; top?: number; width?: number; height?: number }): Record<string, string> => Object.fromEntries(Object.entries(box).map(([key, value]) => [key, `${value.toFixed(2)}mm`]));

function Bar({ bar, line, scale }: { bar: SheetChart['bars'][number]; line: ChartLine; scale: ChartScale }): ReactNode {
  const place = scale.place(bar.fromDay, bar.toDay);
  if (!place) return null;
  const high = bar.kind === 'phase' ? 2.2 : 4;
  const y = line.top + (line.height - high) / 2;
  const [middleX, middleY] = [place.left + place.width / 2, y + high / 2];
  if (bar.kind === 'meeting') return <path d={`M${middleX} ${middleY - 2.2}l2.2 2.2l-2.2 2.2l-2.2 -2.2z`} fill="#fff" stroke="#000" strokeWidth="0.35" />;
  return (
    <g>
      <rect x={place.left} y={y} width={Math.max(0.8, place.width)} height={high} rx="0.6" fill={bar.kind === 'tour' ? 'url(#stripes)' : bar.kind === 'phase' ? '#777' : fills[bar.state]} stroke="#000" strokeWidth="0.35" strokeDasharray={dashes[bar.state]} />
      {bar.state === 'cancelled' ? <line x1={place.left} x2={place.left + place.width} y1={middleY} y2={middleY} stroke="#000" strokeWidth="0.35" /> : null}
    </g>
  );
}

/** Arrows between two lines of the same page. */
function Arrows({ chart, page, scale }: { chart: SheetChart; page: ChartPage; scale: ChartScale }): ReactNode {
  const lineOf = new Map(page.lines.map((line) => [line.bar, line]));
  return chart.links.map(({ from, to }) => {
    const [a, b] = [lineOf.get(from), lineOf.get(to)];
    const [x, y] = [chart.bars[from], chart.bars[to]];
    const [begin, end] = [x && scale.place(x.fromDay, x.toDay), y && scale.place(y.fromDay, y.toDay)];
    if (!a || !b || !begin || !end) return null;
    const [x1, y1, x2, y2] = [begin.left + begin.width, a.top + a.height / 2, end.left, b.top + b.height / 2];
    const aside = b.top > a.top ? b.top : b.top + b.height;
    const way = x2 - 1.6 >= x1 + 1.6 ? `H${x1 + 1.6}V${y2}H${x2 - 1.4}` : `H${x1 + 1.6}V${aside}H${x2 - 2.4}V${y2}H${x2 - 1.4}`;
    return <g key={`${from} ${to}`}><path d={`M${x1} ${y1}${way}`} fill="none" stroke="#000" strokeWidth="0.3" /><path d={`M${x2} ${y2}l-1.7 -0.9v1.8z`} /></g>;
  });
}

function Page({ chart, page, scale, languages }: { chart: SheetChart; page: ChartPage; scale: ChartScale; languages: SheetLanguages }): ReactNode {
  const { width, headHeight, nameWidth } = measures;
  const said = (text: { hi: string; en: string }) => { const { first, second } = wording(text, languages); return second === null ? first : <span>{first}<span className="second" lang="en">{second}</span></span>; };
  const inside = chart.today >= chart.fromDay && chart.today <= chart.toDay;
  const today = scale.left(chart.today) + (scale.place(chart.today, chart.today)?.width ?? 0) / 2;
  return (
    <div className="chart" style={millimetres({ width, height: page.height })}>
      <svg viewBox={`0 0 ${width} ${page.height}`} style={millimetres({ width, height: page.height })}>
        <defs>
          <pattern id="hatch" width="1.4" height="1.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.4" height="1.4" fill="#fff" /><line x1="0" y1="0" x2="0" y2="1.4" stroke="#000" strokeWidth="0.5" /></pattern>
          <pattern id="stripes" width="1.6" height="1.6" patternUnits="userSpaceOnUse"><rect width="1.6" height="1.6" fill="#fff" /><line x1="0.4" y1="0" x2="0.4" y2="1.6" stroke="#000" strokeWidth="0.35" /></pattern>
          <pattern id="band" width="2.4" height="2.4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><line x1="0" y1="0" x2="0" y2="2.4" stroke="#888" strokeWidth="0.3" /></pattern>
        </defs>
        {chart.bands.map((band) => { const place = scale.place(band.fromDay, band.toDay); return place ? <rect key={`${band.fromDay} ${band.toDay}`} x={place.left} y={headHeight} width={place.width} height={page.height - headHeight} fill="url(#band)" /> : null; })}
        {scale.weeks.map(({ day, left }) => <line key={day} x1={left} x2={left} y1={headHeight} y2={page.height} stroke="#bbb" strokeWidth="0.12" />)}
        {scale.months.map(({ day, left }) => <line key={day} x1={left} x2={left} y1={0} y2={page.height} stroke="#555" strokeWidth="0.2" />)}
        {page.lines.map(({ top, bar }) => <line key={bar} x1={0} x2={width} y1={top} y2={top} stroke="#999" strokeWidth="0.15" />)}
        <rect x={0.15} y={0.15} width={width - 0.3} height={page.height - 0.3} fill="none" stroke="#000" strokeWidth="0.3" />
        <line x1={0} x2={width} y1={headHeight} y2={headHeight} stroke="#000" strokeWidth="0.3" />
        {inside ? <line x1={today} x2={today} y1={headHeight} y2={page.height} stroke="#000" strokeWidth="0.5" strokeDasharray="2 0.6" /> : null}
        <Arrows chart={chart} page={page} scale={scale} />
        {page.lines.map((line) => <Bar key={line.bar} bar={chart.bars[line.bar]!} line={line} scale={scale} />)}
      </svg>
      {scale.months.map(({ day, left, width: wide }) => <div key={day} className="month" style={millimetres({ left, top: 0.4, width: wide })}>{wording(chart.months[Number(day.slice(5, 7)) - 1]!, languages).first}{wide > 22 ? ` ${day.slice(0, 4)}` : ''}</div>)}
      {scale.weeks.map(({ day, left }) => <div key={day} className="week" style={millimetres({ left, top: 6.4 })}>{Number(day.slice(8))}</div>)}
      {inside ? <div className="todayName" style={millimetres({ left: today, top: headHeight - 4.6 })}>{wording(chart.todayLabel, languages).first}</div> : null}
      {page.lines.map(({ bar: at, top, height }) => {
        const bar = chart.bars[at]!;
        const days = bar.fromDay === bar.toDay ? dayAsRead(bar.fromDay).slice(0, 5) : `${dayAsRead(bar.fromDay).slice(0, 5)} – ${dayAsRead(bar.toDay).slice(0, 5)}`;
        return [
          <div key={`n${at}`} className={bar.kind === 'phase' ? 'name phase' : 'name'} style={millimetres({ left: 1.5, top, width: nameWidth - 2, height })}>
            {bar.kind === 'phase' ? null : <span style={{ flex: 'none', width: '5mm' }}>{bar.kind === 'programme' ? <Mark state={bar.state} /> : null}</span>}<span>{said(bar.label)}</span>
          </div>,
          <div key={`d${at}`} className="days" style={millimetres({ left: nameWidth, top, height })}>{days}</div>,
        ];
      })}
    </div>
  );
}

export function Chart({ chart, languages }: { chart: SheetChart; languages: SheetLanguages }): ReactNode {
  const scale = chartScale(chart);
  const oneLine = (text: { hi: string; en: string }) => { const { first, second } = wording(text, languages); return second === null ? first : `${first} · ${second}`; };
  return (
    <>
      {chartPages(chart.bars, languages).map((page, at) => <Page key={at} chart={chart} page={page} scale={scale} languages={languages} />)}
      <p className="chartLegend">{chart.states.map(({ state, label }) => <span key={state}><Mark state={state} />{oneLine(label)}</span>)}</p>
      {chart.notes.map((note, at) => <p key={at} className="chartNote">{oneLine(note)}</p>)}
    </>
  );
}
