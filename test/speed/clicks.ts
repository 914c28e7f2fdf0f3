// Asks every query of the contract as the screens ask it, on a large file: at the state, a district, a block and a panchayat, first and deep pages.
import { contract } from '../../shared/contract.ts';
import type { CallName, InputOf, NamesOf } from '../../shared/contract.ts';
import type { TestWorkspace } from '../help/workspace.ts';

type QueryName = NamesOf<'query'>;

/** What the questions are about. */
interface Places {
  root: string;
  district: string;
  block: string;
  panchayat: string;
  booth: string;
  town: string;
  assembly: string;
  lokSabha: string;
  person: string;
  cell: { programmeId: string; metricId: string };
  /** A stop with a leg before it; null without a planned tour. */
  stop: { id: string; tourId: string; personId: string; day: string } | null;
}

export function placesOf(workspace: TestWorkspace): Places {
  const one = (sql: string, ...values: string[]) => workspace.rows<{ id: string }>(sql, ...values)[0]?.id ?? '';
  /** The unit of a level with most below it: the worst case. */
  const largest = (levelId: string) => one('SELECT unit.id FROM unit LEFT JOIN unitSum ON unitSum.unitId = unit.id WHERE levelId = ? ORDER BY children DESC, path LIMIT 1', levelId);
  const [programme] = workspace.ask('programmes.list', {});
  return {
    root: workspace.ask('workspace.get', {}).rootUnitId ?? '', district: largest('district'), block: largest('block'), panchayat: largest('panchayat'), town: largest('town'),
    booth: one(`SELECT id FROM unit WHERE levelId = 'booth' ORDER BY path DESC LIMIT 1`),
    assembly: one(`SELECT id FROM constituency WHERE kind = 'assembly' LIMIT 1`), lokSabha: one(`SELECT id FROM constituency WHERE kind = 'lokSabha' LIMIT 1`),
    person: one('SELECT id FROM person LIMIT 1'),
    cell: { programmeId: programme?.id ?? '', metricId: programme?.metrics[0]?.id ?? '' },
    stop: workspace.rows<{ id: string; tourId: string; personId: string; day: string }>('SELECT tourStop.id, tourId, tour.personId, day FROM tourStop JOIN tour ON tour.id = tourId WHERE day IS NOT NULL ORDER BY day DESC, beginMinute DESC LIMIT 1')[0] ?? null,
  };
}

const languages = ['en', 'hi'] as const;
const levels = ['district', 'block', 'panchayat', 'booth'];
type Table = { [Name in QueryName]?: () => InputOf<Name>[] };

/** The questions; whatever is not here is told by `notAsked`, so that a new call does not slip by. */
function questions(places: Places): Table {
  const { root, district, block, panchayat, town, booth, assembly, lokSabha, person, cell, stop } = places;
  const scopes = [root, district, block, panchayat, town];
  const groups = [{ classificationId: 'assembly', classId: assembly }, { classificationId: 'lokSabha', classId: lokSabha }];
  const period = { fromDay: '2022-04-14', toDay: '2022-05-13' };
  const across = <A, B, Value>(as: readonly A[], bs: readonly B[], make: (a: A, b: B) => Value): Value[] => as.flatMap((a) => bs.map((b) => make(a, b)));
  return {
    'workspace.get': () => [{}],
    'units.levels': () => [{}],
    'units.children': () => [{ parentId: null }, ...across(scopes, languages, (parentId, language) => ({ parentId, language })), ...scopes.map((parentId) => ({ parentId, closed: true }))],
    'units.branches': () => [...across(['booth', 'panchayat', 'block', null], [null, root, district, block], (openTo, parentId) => ({ of: [{ parentId, offset: 0 }], openTo })), { of: Array.from({ length: 30 }, () => ({ parentId: panchayat, offset: 0 })), openTo: 'booth' }],
    'units.list': () => across(['tree', 'name', 'booths', 'electors'] as const, languages, (order, language) => [
      ...across(levels, [0, 20_000, 80_000, 150_000], (levelId, offset) => ({ id: root, levelId, order, language, offset })),
      ...across([district, block], levels.slice(1), (id, levelId) => ({ id, levelId, order, language })),
      ...[assembly, lokSabha].map((constituencyId) => ({ id: null, levelId: 'booth', constituencyId, order, language })),
    ]).flat(),
    'units.get': () => [...scopes, booth].map((id) => ({ id })),
    'units.counts': () => [null, ...scopes].map((id) => ({ id })),
    'units.map': () => [null, ...scopes].map((id) => ({ id })),
    'units.constituencies': () => [{}],
    'people.list': () => [...across([null, district, block], languages, (unitId, language) => ({ unitId, language })), { offset: 30_000 }, { offset: 58_000 }, { text: 'kumar' }, { text: 'कुमार', unitId: district }, { text: 'singh', offset: 2_000 }, { limit: 1 }],
    'people.grouped': () => ['assembly', 'lokSabha'].flatMap((classificationId) => [{ classificationId }, { classificationId, offset: 30_000 }, { classificationId, unitId: district }, { classificationId, text: 'kumar' }]),
    'people.get': () => [{ id: person }],
    'people.ofUnit': () => scopes.map((unitId) => ({ unitId })),
    'charges.board': () => [...groups.flatMap((group) => levels.map((levelId) => ({ ...period, levelId, group }))), ...across(levels, [null, district], (levelId, unitId) => ({ ...period, levelId, unitId })).flatMap((view) => [view, { ...view, only: 'free' as const, offset: 500 }])],
    'charges.grouped': () => ['assembly', 'lokSabha'].flatMap((classificationId) => levels.flatMap((levelId) => (['all', 'free'] as const).map((only) => ({ ...period, levelId, classificationId, only })))),
    'charges.unitIds': () => levels.map((levelId) => ({ ...period, levelId })),
    'charges.map': () => [...across(levels, groups, (levelId, group) => ({ ...period, levelId, group })), ...across(levels, [null, district], (levelId, unitId) => ({ ...period, levelId, unitId }))],
    'charges.leaders': () => [{ ...period, levelId: 'district' }, { ...period, levelId: 'block', unitId: district }, { ...period, levelId: 'district', text: 'kumar' }, { ...period, levelId: 'district', holding: true }],
    'charges.problemCount': () => levels.map((levelId) => ({ kind: 'nobody' as const, levelId, day: period.fromDay })),
    'charges.problems': () => across(levels, ['nobody', 'tooMany', 'ranOut', 'soon', 'double', 'away'] as const, (levelId, kind) => ({ levelId, kind, day: period.fromDay })),
    'charges.problemsGrouped': () => across(['assembly', 'lokSabha'], ['nobody', 'tooMany', 'ranOut', 'soon', 'double', 'away', 'vacant'] as const, (classificationId, kind) => ({ classificationId, levelId: 'panchayat', kind, day: period.fromDay })),
    'charges.problemMap': () => levels.map((levelId) => ({ kind: 'nobody' as const, levelId, day: period.fromDay })),
    'committees.templates': () => [{}],
    'committees.of': () => scopes.map((unitId) => ({ unitId })),
    'committees.levels': () => [...groups.map((group) => ({ group })), ...[null, district, block].map((unitId) => ({ unitId }))],
    'committees.kinds': () => across([null, district], levels, (unitId, levelId) => ({ unitId, levelId })),
    'committees.board': () => [...across(groups, levels, (group, levelId) => ({ group, levelId })), ...across([null, district, block], levels, (unitId, levelId) => ({ unitId, levelId }))],
    'committees.vacant': () => [...across(groups, levels, (group, levelId) => ({ group, levelId })), ...across([null, district], levels, (unitId, levelId) => ({ unitId, levelId }))],
    'committees.classes': () => [...across(['assembly', 'lokSabha'], levels, (classificationId, levelId) => ({ classificationId, levelId })), ...across(groups, levels, (group, levelId) => ({ classificationId: group.classificationId === 'assembly' ? 'lokSabha' : 'assembly', levelId, group }))],
    'committees.vacantGrouped': () => across(['assembly', 'lokSabha'], levels, (classificationId, levelId) => ({ classificationId, levelId })),
    'groups.list': () => [{}],
    'groups.classes': () => across(['assembly', 'lokSabha'], [null, district], (classificationId, unitId) => ({ classificationId, unitId })),
    'groups.ofUnit': () => [...scopes, booth].map((unitId) => ({ unitId })),
    'groups.board': () => across(['assembly', 'lokSabha'], [root, district, block], (classificationId, unitId) => ({ ...cell, classificationId, unitId })),
    'groups.members': () => [{ group: { classificationId: 'assembly', classId: assembly } }, { group: { classificationId: 'lokSabha', classId: lokSabha } }],
    'groups.units': () => [...across(['assembly', 'lokSabha'], levels, (classificationId, levelId) => ({ classificationId, id: root, levelId })), ...across(groups, levels, (group, levelId) => ({ classificationId: group.classificationId === 'assembly' ? 'lokSabha' : 'assembly', id: root, levelId, group }))],
    'groups.ofChildren': () => [root, district].map((unitId) => ({ unitId, classificationId: 'assembly' })),
    'names.counts': () => [null, district].map((unitId) => ({ unitId })),
    'names.list': () => across([null, district], ['missing', 'proposed'] as const, (unitId, state) => ({ unitId, levelId: null, state })),
    'outlines.levels': () => [null, district].map((unitId) => ({ unitId })),
    'imports.list': () => [{}],
    'posts.kinds': () => [{}],
    'reorganisation.list': () => [{}],
    'programmes.list': () => [{}],
    'programmes.metrics': () => [{}],
    'programmes.get': () => [{ id: cell.programmeId }],
    'programmes.links': () => [{ kind: 'programme' as const, id: cell.programmeId }],
    'programmes.linkable': () => ['', 'abhiyan'].map((text) => ({ text })),
    'programmes.timeline': () => [null, district, panchayat].map((unitId) => ({ fromDay: '2022-03-01', toDay: '2022-06-30', unitId })),
    'programmes.previewOrder': () => [{ programmeId: cell.programmeId, kind: 'extension' as const, orderDay: '2022-04-20', toDay: '2022-05-15' }],
    'programmes.orders': () => [{}],
    'blackouts.list': () => [null, district].map((unitId) => ({ fromDay: '2022-04-01', toDay: '2022-04-30', unitId })),
    'targets.board': () => across(scopes, ['name', 'own', 'below', 'difference', 'achieved', 'percent', 'electors'] as const, (unitId, sort) => ({ ...cell, unitId, sort, descending: true, limit: 500 })),
    'progress.ofUnit': () => [district, block].map((unitId) => ({ ...cell, unitId })),
    'tours.list': () => [{}],
    'tours.places': () => [{}, { levelId: 'block' }],
    'calendar.range': () => [{ fromDay: '2022-04-01', toDay: '2022-04-30' }, { fromDay: '2022-04-01', toDay: '2022-04-30', unitId: district }],
    'calendar.page': () => [...[null, 14].map((mostPerDay) => ({ fromDay: '2022-03-28', toDay: '2022-05-08', mostPerDay })), { fromDay: '2022-04-18', toDay: '2022-04-24', unitId: district }],
    'calendar.problems': () => (stop ? [{ kind: 'stop' as const, id: stop.id }] : []),
    'calendar.travel': () => [{ fromDay: '2022-04-01', toDay: '2022-04-30' }],
    'calendar.leaders': () => [{ fromDay: '2022-04-01', toDay: '2022-04-30' }],
    'calendar.rules': () => [{}],
    'calendar.html': () => (['month', 'week'] as const).map((kind) => ({ sheet: { kind, day: '2022-04-18' }, languages: 'both' as const })),
    'calendar.scopeName': () => [{ scope: { kind: 'unit' as const, id: district }, language: 'hi' as const }],
    'coverage.board': () => [...['district', 'block'].map((levelId) => ({ levelId })), { levelId: 'panchayat', unitId: district }],
    'promises.list': () => [null, district].map((unitId) => ({ unitId })),
    'onTheDay.tours': () => [{}],
    ...(stop === null ? {} : {
      'tours.get': () => [{ id: stop.tourId }],
      'onTheDay.day': () => [{ tourId: stop.tourId, personId: stop.personId, day: stop.day }],
      'onTheDay.late': () => [30, 200, 600].map((lateMinutes) => ({ tourId: stop.tourId, personId: stop.personId, day: stop.day, lateMinutes })),
      'road.alongLeg': () => across(['block', 'panchayat', 'booth'], [15, 40], (levelId, corridorKm) => ({ tourId: stop.tourId, stopId: stop.id, levelId, corridorKm })),
    }),
    'sheets.model': () => across([district, block, panchayat], [false, true], (unitId, detail) => ({ sheet: { kind: 'assignment' as const, unitId, ...cell, detail } })),
    'sheets.html': () => across([district, block], [false, true], (unitId, detail) => ({ sheet: { kind: 'assignment' as const, unitId, ...cell, detail }, languages: 'both' as const })),
    'history.list': () => [{}],
    'history.state': () => [{}],
    'home.summary': () => [{}],
    // Whole pages are typed letter by letter: every beginning of these.
    'units.search': () => ['rampur khurd', 'bhimauli', 'राजगढ़', 'प्राथमिक', 'singh', '44012', 'ward 1', 'sultanganj', 'composite school', 'gopalpur k'].flatMap((text) => Array.from(text, (_, end) => ({ text: [...text].slice(0, end + 1).join('') }))),
  };
}

export interface Click {
  name: string;
  /** The input that took longest. */
  worst: string;
  /** By the clock, sorted. */
  milliseconds: number[];
  /** The asking thread's own processor time, sorted: what other work on the machine doesn't lengthen. */
  processor: number[];
}

/** Milliseconds this thread has worked. */
export const processorTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Every question `times` times, each answer made into text as it is on its way to the window. */
export function clicks(workspace: TestWorkspace, times: number): Click[] {
  const table = questions(placesOf(workspace));
  return Object.entries(table).map(([name, inputs]) => {
    const milliseconds: number[] = [];
    const processor: number[] = [];
    let worst = '';
    let longest = -1;
    for (const input of (inputs as () => unknown[])()) {
      const found: number[] = [];
      for (let time = 0; time < times; time++) {
        const begun = performance.now();
        const begunOn = processorTime();
        JSON.stringify(workspace.ask(name as QueryName, input as never));
        found.push(processorTime() - begunOn);
        milliseconds.push(performance.now() - begun);
      }
      processor.push(...found);
      const middle = found.toSorted((a, b) => a - b)[times >> 1] ?? 0;
      if (middle > longest) {
        longest = middle;
        worst = `${middle.toFixed(1)} ms ${JSON.stringify(input, (key, value: unknown) => (key === 'levelId' || !/^id$|Id$/.test(key) ? value : undefined))}`;
      }
    }
    return { name, worst, milliseconds: milliseconds.sort((a, b) => a - b), processor: processor.sort((a, b) => a - b) };
  });
}

/** Queries of the contract nobody times. */
export function notAsked(workspace: TestWorkspace): string[] {
  const asked = new Set(Object.keys(questions(placesOf(workspace))));
  return (Object.keys(contract) as CallName[]).filter((name) => contract[name].kind === 'query' && !asked.has(name));
}

export const percentile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
