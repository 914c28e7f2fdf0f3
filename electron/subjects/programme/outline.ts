// The timeline and the list by the window: all rows in few bytes, and those that are seen whole.
import { dayNumber } from '../../../shared/dates.ts';
import type { DatedKind } from '../../../shared/model/schedule.ts';
import type { FullBar, Outline, OutlineOrder } from '../../../shared/model/timeline.ts';
import type { ProgrammeSaid } from '../../../shared/model/programme.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import { programmeState } from '../../../shared/rules/programmeState.ts';
import { compareNames } from '../../../shared/text/sorting.ts';
import type { Calls } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { blackoutsOf } from './blackouts.ts';
import { concerning } from './concerns.ts';
import { keyOf } from './dated.ts';
import { linksAt } from './links.ts';
import { programmesOf } from './read.ts';
import { barsOf, linkedOthers } from './timeline.ts';

const ever = { fromDay: '0001-01-01', toDay: '9999-12-31' };
/** As they matter: what runs first, what is cancelled last. */
const stateOrder = ['running', 'postponed', 'untilFurtherNotice', 'planned', 'done', 'cancelled'];

interface Line {
  kind: DatedKind;
  id: string;
  nameEn: string;
  nameHi: string | null;
  fromDay: string;
  toDay: string;
  said: ProgrammeSaid;
  personNameEn: string | null;
  personNameHi: string | null;
}

function linesOf(db: ReadDb, onlyProgrammes: boolean): Line[] {
  const programmes = db.all<Line>(
    `SELECT 'programme' AS kind, programme.id, programme.nameEn, programme.nameHi, fromDay, toDay, state AS said, person.nameEn AS personNameEn, person.nameHi AS personNameHi
     FROM programme LEFT JOIN person ON person.id = personId ORDER BY fromDay, programme.nameEn, programme.id`);
  if (onlyProgrammes) return programmes;
  const others = linkedOthers(db, ever.fromDay, ever.toDay).map((one): Line => ({ ...one, said: 'byDays' }));
  if (others.length === 0) return programmes;
  const compare = (a: Line, b: Line): number => (a.fromDay === b.fromDay ? (a.nameEn < b.nameEn ? -1 : a.nameEn > b.nameEn ? 1 : 0) : a.fromDay < b.fromDay ? -1 : 1);
  return [...programmes, ...others].sort(compare);
}

/** Every word typed begins or stands somewhere in the names, in either script. */
function fitting(lines: readonly Line[], text: string): readonly Line[] {
  const words = foldKey(text).split(' ').filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const names = foldKey([line.nameEn, line.nameHi, line.personNameEn, line.personNameHi].filter(Boolean).join(' '));
    return words.every((word) => names.includes(word));
  });
}

/** Within what is equal the order of first days stays. */
function inOrder(lines: readonly Line[], by: OutlineOrder, language: 'en' | 'hi', today: string): readonly Line[] {
  if (by === 'from') return lines;
  if (by === 'to') return [...lines].sort((a, b) => (a.toDay < b.toDay ? -1 : a.toDay > b.toDay ? 1 : 0));
  if (by === 'state') {
    const places = new Map(lines.map((line) => [line, stateOrder.indexOf(programmeState(line.said, line, today))]));
    return [...lines].sort((a, b) => places.get(a)! - places.get(b)!);
  }
  const read = (en: string | null, hi: string | null): string => (language === 'hi' ? hi || en : en || hi) ?? '';
  const names = new Map(lines.map((line) => [line, by === 'name' ? read(line.nameEn, line.nameHi) : read(line.personNameEn, line.personNameHi)]));
  const compare = compareNames(language);
  return [...lines].sort((a, b) => { const [x, y] = [names.get(a)!, names.get(b)!]; return x === '' || y === '' ? Number(x === '') - Number(y === '') : compare(x, y); });
}

export const outlineCalls = {
  'programmes.outline': ({ db, today }, { text, by, language, onlyProgrammes, unitId, group }) => {
    const concerns = concerning(db, unitId, group);
    const all = linesOf(db, onlyProgrammes);
    const lines = inOrder(fitting(concerns === null ? all : all.filter(({ kind, id }) => concerns(kind, id)), text), by, language, today);
    const phases = new Map(db.all<{ programmeId: string; count: number }>('SELECT programmeId, COUNT(*) AS count FROM phase GROUP BY programmeId').map(({ programmeId, count }) => [programmeId, count]));
    return {
      today,
      programmes: lines.filter(({ kind }) => kind === 'programme').length,
      programmesInAll: all.filter(({ kind }) => kind === 'programme').length,
      kinds: lines.map(({ kind }) => kind[0]!).join(''),
      ids: lines.map(({ id }) => id),
      from: lines.map(({ fromDay }) => dayNumber(fromDay)),
      to: lines.map(({ toDay }) => dayNumber(toDay)),
      phases: lines.map(({ kind, id }) => (kind === 'programme' ? (phases.get(id) ?? 0) : 0)),
      blackouts: blackoutsOf(db, { fromDay: null, toDay: null, unitId }),
    } satisfies Outline;
  },
  'programmes.bars': ({ db, today }, { items }) => {
    const links = linksAt(db, items);
    const programmes = programmesOf(db, today, items.filter(({ kind }) => kind === 'programme').map(({ id }) => id));
    const wanted = new Set(items.map(({ kind, id }) => keyOf(kind, id)));
    const others = wanted.size === programmes.length ? [] : linkedOthers(db, ever.fromDay, ever.toDay).filter(({ kind, id }) => wanted.has(keyOf(kind, id)));
    const metrics = new Map(programmes.map((one) => [one.id, one.metrics]));
    return { bars: barsOf(db, today, programmes, others, links).map((bar): FullBar => ({ ...bar, metrics: metrics.get(bar.id) ?? [] })), links };
  },
} satisfies Pick<Calls<'programmes'>, 'programmes.outline' | 'programmes.bars'>;
