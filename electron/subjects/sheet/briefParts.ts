// The tables of a stop brief: what is vacant, where the targets stand, what was promised and what is still to be done.
import { dayAsRead } from '../../../shared/dates.ts';
import type { PromiseRow } from '../../../shared/model/promise.ts';
import type { SheetSection, Text } from '../../../shared/model/sheet.ts';
import { percentAsRead } from '../../../shared/text/numbers.ts';
import type { QueryContext } from '../../calls.ts';
import { boardLines } from '../board.ts';
import { committees } from '../committees.ts';
import { programmesOf } from '../programmes.ts';
import { promisesWhere } from '../road/promiseRows.ts';
import { levelsOf } from './unitsBelow.ts';
import { dayWords, figure, joined, nameOf, same, t } from './wording.ts';

/** So that it stays one page. */
const mostOfKind = 4;
const mostLevels = 3;
const stateWords: Record<string, Text> = {
  ahead: t('▲ आगे', '▲ Ahead'), onPace: t('● गति पर', '● On pace'), behind: t('▼ पीछे', '▼ Behind'),
  critical: t('■ बहुत पीछे', '■ Far behind'), done: t('✓ पूर्ण', '✓ Complete'), notStarted: t('आरंभ नहीं', 'Not begun'),
};

/** The unit's own vacant posts, then the levels below it with theirs. */
export function committeePart(context: QueryContext, unitId: string, levelId: string, day: string): SheetSection {
  const own = committees['committees.of'](context, { unitId, day });
  const levels = levelsOf(context.db);
  const vacant = own.seats.filter(({ seats, holders }) => holders.length < seats);
  const below = committees['committees.levels'](context, { unitId, group: null, day }).filter((one) => one.levelId !== levelId && one.seats > 0).slice(0, mostLevels);
  const filled = own.seats.reduce((sum, { seats, holders }) => sum + Math.min(seats, holders.length), 0);
  const seats = own.seats.reduce((sum, seat) => sum + seat.seats, 0);
  return {
    heading: t('समिति में रिक्तियाँ', 'Committee gaps'),
    note: seats === 0 ? undefined : t(`अपनी समिति: ${seats} में से ${filled} पद भरे`, `Own committee: ${filled} of ${seats} seats filled`),
    columns: [
      { key: 'what', label: t('पद या स्तर', 'Post or level'), kind: 'text', width: 46 },
      { key: 'seats', label: t('पद', 'Seats'), kind: 'number', width: 14 },
      { key: 'filled', label: t('भरे', 'Filled'), kind: 'number', width: 14 },
      { key: 'vacant', label: t('रिक्त', 'Vacant'), kind: 'number', width: 14 },
    ],
    rows: [
      ...vacant.slice(0, mostOfKind).map((seat) => [nameOf(seat), seat.seats, Math.min(seat.seats, seat.holders.length), seat.seats - Math.min(seat.seats, seat.holders.length)]),
      ...below.map((one) => {
        const level = levels.get(one.levelId);
        return [level ? t(`${level.pluralHi} (${one.units})`, `${level.pluralEn} (${one.units})`) : same(one.levelId), one.seats, one.filled, one.vacant];
      }),
    ],
  };
}

/** The targets of the programmes at hand, the first metrics first. */
export function targetPart({ db, today }: QueryContext, unitId: string): SheetSection {
  const rows = programmesOf(db, today).filter((programme) => programme.state !== 'cancelled').toSorted((a, b) => (a.toDay < b.toDay ? 1 : -1)).flatMap((programme) => programme.metrics.flatMap((metric) => {
    const [line] = boardLines(db, { programme, metric, today }, 'unit.id = ?', unitId);
    const goal = line ? line.own ?? line.below : null;
    if (!line || (goal === null && line.achieved === null)) return [];
    const share = metric.kind === 'share';
    const reached = share ? line.sharePercent : line.achieved;
    const read = (value: number | null): Text => (value === null ? same('–') : share ? same(percentAsRead(value / 100)) : figure(value));
    return [[
      joined([nameOf(programme), nameOf(metric)], ': '), read(goal), read(reached), line.percent === null ? same('–') : same(percentAsRead(line.percent / 100)),
      line.state ? stateWords[line.state] ?? same('') : same('–'), line.lastReportDay ? same(dayAsRead(line.lastReportDay)) : same('–'),
    ]];
  }));
  return {
    heading: t('लक्ष्य और उपलब्धि', 'Target and achieved'),
    columns: [
      { key: 'what', label: t('कार्यक्रम: माप', 'Programme: metric'), kind: 'text', width: 36 },
      { key: 'target', label: t('लक्ष्य', 'Target'), kind: 'number', width: 13 },
      { key: 'achieved', label: t('उपलब्धि', 'Achieved'), kind: 'number', width: 13 },
      { key: 'percent', label: t('प्रतिशत', 'Percent'), kind: 'number', width: 9 },
      { key: 'state', label: t('गति', 'Pace'), kind: 'text', width: 15 },
      { key: 'report', label: t('अंतिम सूचना', 'Last report'), kind: 'day', width: 14 },
    ],
    rows: rows.slice(0, mostOfKind),
  };
}

function promiseRow({ text, who, madeDay, dueDay, doneDay, overdueDays }: PromiseRow): SheetSection['rows'][number] {
  const state = doneDay !== null ? t(`पूर्ण ${dayAsRead(doneDay)}`, `Done ${dayAsRead(doneDay)}`)
    : overdueDays !== null ? t(`${overdueDays} दिन विलंब`, `${overdueDays} days overdue`) : t('लंबित', 'Open');
  return [halves(text), halves(who), same(dayAsRead(madeDay)), same(dueDay ? dayAsRead(dueDay) : '–'), state];
}

/** What somebody wrote in both languages ("… · …") is read in each; what was written in one, in that. */
function halves(text: string): Text {
  const [first, second, ...more] = text.split(' · ');
  const isHindi = (part: string): boolean => /[ऀ-ॿ]/.test(part);
  return first !== undefined && second !== undefined && more.length === 0 && isHindi(first) && !isHindi(second) ? { hi: first, en: second } : same(text);
}

/** Open promises and those kept since; open tasks only. */
export function promisePart({ db, today }: QueryContext, unitId: string, kind: 'promise' | 'task'): SheetSection {
  const { rows } = promisesWhere(db, today, { offset: 0, limit: mostOfKind }, `promise.unitId = ? AND promise.kind = ?${kind === 'task' ? ' AND promise.doneDay IS NULL' : ''}`, unitId, kind);
  return {
    heading: kind === 'promise' ? t('पिछले आश्वासन', 'What was promised') : t('लंबित कार्य', 'Open follow-ups'),
    columns: [
      { key: 'text', label: kind === 'promise' ? t('आश्वासन', 'Promise') : t('कार्य', 'Task'), kind: 'text', width: 42 },
      { key: 'who', label: kind === 'promise' ? t('किसे', 'To whom') : t('कौन करेंगे', 'Who does it'), kind: 'text', width: 20 },
      { key: 'made', label: t('कब कहा', 'Said on'), kind: 'day', width: 13 },
      { key: 'due', label: t('अंतिम तिथि', 'Due date'), kind: 'day', width: 13 },
      { key: 'state', label: t('स्थिति', 'State'), kind: 'text', width: 16 },
    ],
    rows: rows.map(promiseRow),
  };
}

/** Room for the pen. */
export const writePart = (): SheetSection => ({
  heading: t('आज क्या कहा गया', 'Said today'),
  columns: [
    { key: 'text', label: t('आश्वासन या कार्य', 'Promise or task'), kind: 'blank', width: 58 },
    { key: 'who', label: t('किसे / कौन', 'To whom / who'), kind: 'blank', width: 24 },
    { key: 'due', label: t('कब तक', 'By when'), kind: 'blank', width: 18 },
  ],
  rows: [[null, null, null], [null, null, null]],
});

/** The visit before today: the day in words, how long ago, who came, how many were there. */
export function lastVisitText({ db, today }: QueryContext, unitId: string): Text {
  const last = db.get<{ day: string; attendance: number | null; nameEn: string; nameHi: string | null; days: number }>(
    `SELECT visit.day, visit.attendance, person.nameEn, person.nameHi, CAST(julianday(?) - julianday(visit.day) AS INTEGER) AS days
     FROM visit JOIN person ON person.id = visit.personId WHERE visit.unitId = ? AND visit.state = 'held' AND visit.day <= ? ORDER BY visit.day DESC LIMIT 1`, today, unitId, today,
  );
  if (!last) return t('अब तक कोई नहीं', 'None so far');
  const crowd = last.attendance === null ? same('') : t(`उपस्थिति ${last.attendance}`, `${last.attendance} present`);
  return joined([dayWords(last.day), t(`${last.days} दिन पहले`, `${last.days} days ago`), nameOf(last), crowd], ' · ');
}
