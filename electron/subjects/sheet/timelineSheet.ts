// The timeline on paper: programmes with their levels, tours and linked meetings as bars; in a workbook the same as a table.
import type { LinkRow } from '../../../shared/model/schedule.ts';
import type { Timeline, TimelineBar } from '../../../shared/model/timeline.ts';
import type { SheetChart, SheetModel, Text } from '../../../shared/model/sheet.ts';
import { addDays } from '../../../shared/dates.ts';
import { monthNames } from '../../../shared/text/days.ts';
import type { QueryContext } from '../../calls.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import { concerning } from '../programme/concerns.ts';
import { keyOf } from '../programme/dated.ts';
import { timelineCalls } from '../programme/timeline.ts';
import { levelsOf } from '../levels.ts';
import { classesOf } from '../group/classNames.ts';
import { unitOf } from '../unitPlace.ts';
import { classLabel } from './classWords.ts';
import { officeOf } from './office.ts';
import { joined, nameOf, period, same, t } from './wording.ts';

const mostBars = 400;
const longestDays = 366;
const shownBefore = 45;

const states: Record<string, Text> = {
  planned: t('योजना में', 'Planned'), running: t('जारी', 'Running'), done: t('पूर्ण', 'Complete'), postponed: t('स्थगित', 'Postponed'),
  untilFurtherNotice: t('अगले आदेश तक स्थगित', 'Until further notice'), cancelled: t('रद्द', 'Cancelled'),
};
const kinds: Record<TimelineBar['kind'], Text> = { programme: t('कार्यक्रम', 'Programme'), tour: t('दौरा', 'Tour'), meeting: t('बैठक', 'Meeting') };

/** A link from the side of what hangs on it. */
function hangsOn({ kind, days, from }: LinkRow): Text {
  const name = nameOf(from);
  if (kind === 'keepsGap') return t(`${name.hi} से अंतर बना रहे`, `keeps its gap to ${name.en}`);
  if (kind === 'mustNotOverlap') return t(`${name.hi} के साथ एक ही दिन न हो`, `must not overlap with ${name.en}`);
  if (kind === 'mustEndBefore') return t(`${name.hi} इससे पहले समाप्त हो`, `${name.en} must end before it`);
  return t(`${name.hi} के कम से कम ${days} दिन बाद`, `at least ${days} ${days === 1 ? 'day' : 'days'} after ${name.en}`);
}

const monthBegin = (day: string): string => `${day.slice(0, 7)}-01`;
const monthEnd = (day: string): string => addDays(monthBegin(addDays(monthBegin(day), 32)), -1);

/** Whole months from a little before today to the last day of anything; at most a year. */
function windowOf(bars: readonly TimelineBar[], today: string, given: { fromDay: string | null; toDay: string | null }): { fromDay: string; toDay: string } {
  const firsts = bars.map(({ fromDay }) => fromDay).sort();
  const lasts = bars.map(({ toDay }) => toDay).sort();
  const early = addDays(today, -shownBefore);
  const first = firsts[0] ?? today;
  const last = lasts.at(-1) ?? today;
  // All of it lies behind: then all of it is shown, as far as a year reaches.
  const fromDay = given.fromDay ?? monthBegin(last < early ? addDays(last, 1 - longestDays) > first ? addDays(last, 1 - longestDays) : first : first > early ? first : early);
  const wanted = given.toDay ?? monthEnd(last > fromDay ? last : fromDay);
  const longest = monthEnd(addDays(fromDay, longestDays - 31));
  return { fromDay, toDay: wanted < fromDay ? monthEnd(fromDay) : wanted > longest ? longest : wanted };
}

function chartOf({ bars, links, blackouts, today }: Timeline, days: { fromDay: string; toDay: string }, levelName: (id: string) => Text): SheetChart {
  const drawn: SheetChart['bars'] = [];
  const at = new Map<string, number>();
  for (const bar of bars) {
    at.set(keyOf(bar.kind, bar.id), drawn.length);
    drawn.push({ label: nameOf(bar), kind: bar.kind, state: bar.state, fromDay: bar.fromDay, toDay: bar.toDay });
    for (const phase of bar.phases) drawn.push({ label: levelName(phase.levelId), kind: 'phase', state: phase.state, fromDay: phase.fromDay, toDay: phase.toDay });
  }
  const bands = blackouts.filter(({ fromDay, toDay }) => toDay >= days.fromDay && fromDay <= days.toDay);
  const inWords = bands.map((band) => joined([nameOf(band), joined([period(band.fromDay, band.toDay), ...(band.unitNameEn ? [nameOf({ nameEn: band.unitNameEn, nameHi: band.unitNameHi })] : [])], ', ')], ' '));
  return {
    ...days, today, bars: drawn,
    links: links.flatMap((link) => { const [from, to] = [at.get(keyOf(link.fromKind, link.fromId)), at.get(keyOf(link.toKind, link.toId))]; return from === undefined || to === undefined ? [] : [{ from, to }]; }),
    bands: bands.map(({ fromDay, toDay }) => ({ fromDay, toDay })),
    states: Object.entries(states).filter(([state]) => drawn.some((bar) => bar.kind === 'programme' && bar.state === state)).map(([state, label]) => ({ state, label })),
    todayLabel: t('आज', 'Today'),
    months: monthNames.hi.map((hi, month) => ({ hi, en: monthNames.en[month]! })),
    notes: inWords.length > 0 ? [joined([t('वर्जित दिन', 'Blackout days'), joined(inWords, '; ')], ': ')] : [],
  };
}

/** What it is narrowed to, where it is. */
function narrowedTo({ db }: QueryContext, { unitId, group }: { unitId: string | null; group: GroupFilter | null }): Text[] {
  const unit = unitId === null ? undefined : unitOf(db, unitId);
  const one = group === null ? undefined : classesOf(db, group.classificationId).find(({ id }) => id === group.classId);
  return [...(unit && unit.parentId !== null ? [nameOf(unit)] : []), ...(one ? [classLabel(one)] : [])];
}

const withNotes = (chart: SheetChart, notes: Text[]): SheetChart => ({ ...chart, notes: [...chart.notes, ...notes] });

export function timelineSheet(context: QueryContext, given: { fromDay: string | null; toDay: string | null; unitId: string | null; group: GroupFilter | null }): SheetModel {
  const { db, today } = context;
  const whole = timelineCalls['programmes.timeline'](context, { fromDay: given.fromDay ?? '1950-01-01', toDay: given.toDay ?? '2150-12-31', unitId: given.unitId, limit: 2000 });
  const concerns = concerning(db, given.unitId, given.group);
  const all = concerns === null ? whole : { ...whole, bars: whole.bars.filter(({ kind, id }) => concerns(kind, id)) };
  const days = windowOf(all.bars, today, given);
  const touching = all.bars.filter(({ fromDay, toDay }) => toDay >= days.fromDay && fromDay <= days.toDay);
  const shown: Timeline = { ...all, bars: touching.slice(0, mostBars) };
  const left = touching.length - shown.bars.length;
  const notShown = left > 0 ? [t(`इन दिनों में ${left} और हैं, जो यहाँ नहीं छपे।`, `${left} more fall into these days and are not printed here.`)] : [];
  const levels = new Map(levelsOf(db).map((level) => [level.id, nameOf(level)]));
  const name = t('कार्यक्रमों की समयरेखा', 'Timeline of programmes');
  const linksTo = (bar: TimelineBar) => joined(all.links.filter((link) => link.toKind === bar.kind && link.toId === bar.id).map(hangsOn), '; ');
  const levelName = (id: string): Text => levels.get(id) ?? same(id);
  return {
    kind: 'timeline', party: officeOf(db), title: name, subtitle: joined([...narrowedTo(context, given), period(days.fromDay, days.toDay)], ' · '), facts: [],
    chart: withNotes(chartOf(shown, days, levelName), notShown),
    sections: [{
      heading: name,
      columns: [
        { key: 'name', label: t('नाम', 'Name'), kind: 'text', width: 30 }, { key: 'kind', label: t('क्या', 'What'), kind: 'text', width: 12 }, { key: 'state', label: t('स्थिति', 'State'), kind: 'text', width: 14 },
        { key: 'days', label: t('दिन', 'Days'), kind: 'text', width: 22 }, { key: 'leader', label: t('प्रभारी नेता', 'Leader'), kind: 'text', width: 22 }, { key: 'link', label: t('किस पर निर्भर', 'Hangs on'), kind: 'text', width: 34 },
      ],
      rows: shown.bars.flatMap((bar) => [
        [nameOf(bar), kinds[bar.kind], bar.kind === 'programme' ? states[bar.state]! : null, period(bar.fromDay, bar.toDay), bar.personNameEn ? nameOf({ nameEn: bar.personNameEn, nameHi: bar.personNameHi }) : null, linksTo(bar)],
        ...bar.phases.map((phase) => [joined([same('–'), levelName(phase.levelId)], ' '), null, states[phase.state]!, period(phase.fromDay, phase.toDay), null, null]),
      ]),
    }],
    signatures: [],
    footer: name,
    printedOn: today,
  };
}
