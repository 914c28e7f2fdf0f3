// The home screen: what matters today, in one answer.
import type { HomeSummary } from '../../shared/contract/sheets.ts';
import type { Programme } from '../../shared/model/programme.ts';
import { daysBetween } from '../../shared/dates.ts';
import { pace } from '../../shared/rules/pace.ts';
import type { Calls, QueryContext } from '../calls.ts';
import { boardLines } from './board.ts';
import { boardRows } from './charge/board.ts';
import { programmesOf } from './programmes.ts';
import { tours } from './tours.ts';
import { rootOf } from './units.ts';

/** A programme is on the home screen from this many days before its first day to as many after its last. */
const daysAround = 21;

/** More districts than any state has. */
const mostGaps = 500;

/** What was cancelled or has no days in force asks nothing of today. */
const shown = (programme: Programme, today: string) =>
  programme.state !== 'cancelled' && programme.state !== 'untilFurtherNotice' && daysBetween(today, programme.fromDay) <= daysAround && daysBetween(programme.toDay, today) <= daysAround;

function programmesToday({ db, today }: QueryContext, list: Programme[], rootId: string): HomeSummary['programmes'] {
  return list.map((programme) => ({
    id: programme.id, nameEn: programme.nameEn, nameHi: programme.nameHi, fromDay: programme.fromDay, toDay: programme.toDay,
    daysLeft: daysBetween(today, programme.toDay),
    metrics: programme.metrics.flatMap((metric) => {
      const [line] = boardLines(db, { programme, metric, today }, 'unit.id = ?', rootId);
      if (!line) return [];
      const goal = line.own ?? line.below;
      const requiredPerDay = metric.kind === 'share' || goal === null || goal === 0 ? null
        : pace({ target: goal, achieved: line.achieved ?? 0, fromDay: programme.fromDay, toDay: programme.toDay, today }).requiredPerDay;
      return [{ metricId: metric.id, nameEn: metric.nameEn, nameHi: metric.nameHi, target: line.own, below: line.below, achieved: metric.kind === 'share' ? line.sharePercent : line.achieved, state: line.state, requiredPerDay }];
    }),
  }));
}

/** The five districts furthest behind of the first metric of a running programme that has targets. */
function behindToday({ db, today }: QueryContext, list: Programme[]): HomeSummary['behind'] {
  for (const programme of list) {
    const metric = programme.metrics.find((candidate) => candidate.kind === 'sum');
    if (!metric) continue;
    const lines = boardLines(db, { programme, metric, today }, `unit.levelId = 'district' AND unit.closedDay IS NULL`)
      .filter((line) => line.own !== null && (line.state === 'behind' || line.state === 'critical'))
      .sort((a, b) => (a.percent ?? 0) - (b.percent ?? 0)).slice(0, 5);
    if (lines.length > 0) {
      return lines.map((line) => ({ unitId: line.id, nameEn: line.nameEn, nameHi: line.nameHi, programmeId: programme.id, metricId: metric.id, own: line.own ?? 0, achieved: line.achieved ?? 0, percent: line.percent ?? 0, state: line.state ?? 'behind' }));
    }
  }
  return [];
}

export const home = {
  'home.summary': (context) => {
    const { db, today } = context;
    const rootId = rootOf(db);
    const list = programmesOf(db, today).filter((programme) => shown(programme, today));
    const details = tours['tours.list'](context).filter((tour) => tour.onCalendar && tour.toDay >= today && tour.planned > 0).slice(0, 2).map((tour) => tours['tours.get'](context, { id: tour.id }));
    return {
      today,
      counts: rootId === null ? [] : db.all<{ levelId: string; units: number }>('SELECT levelId, units FROM tally JOIN level ON level.id = levelId WHERE unitId = ? ORDER BY ordinal', rootId),
      programmes: rootId === null ? [] : programmesToday(context, list, rootId),
      behind: behindToday(context, list),
      nextTourDays: details.flatMap((tour) => {
        const day = tour.days.find((candidate) => candidate.day >= today && candidate.visits.length > 0);
        return day ? [{ tourId: tour.id, nameEn: tour.nameEn, nameHi: tour.nameHi, personNameEn: tour.personNameEn, personNameHi: tour.personNameHi, day }] : [];
      }),
      gaps: boardRows(db, { levelId: 'district', unitId: null, programmeId: null, group: null, fromDay: today, toDay: today, only: 'free', personId: null }, 0, mostGaps)
        .map(({ id, nameEn, nameHi }) => ({ unitId: id, nameEn, nameHi })).toSorted((a, b) => (a.nameEn < b.nameEn ? -1 : 1)),
      conflicts: details.reduce((sum, tour) => sum + tour.problems.length + tour.days.reduce((inDays, day) => inDays + day.problems.length, 0), 0),
    };
  },
} satisfies Calls<'home'>;
