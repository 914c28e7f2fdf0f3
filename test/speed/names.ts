// The figures of `npm run bench:names`: spellings that find each other, keystrokes, the index, and proposed Hindi names, each beside a baseline.
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import type Database from 'better-sqlite3';
import { openFile } from '../../electron/store/open.ts';
import { rebuildSearch } from '../../electron/store/searchKeys.ts';
import { sqlOf } from '../../electron/store/sql.ts';
import type { WriteDb } from '../../electron/store/sql.ts';
import { searchEverything } from '../../electron/subjects/unitSearch.ts';
import { bigWorkspace } from '../help/bigWorkspace.ts';
import { heldOutNames } from '../help/heldOutNames.ts';
import { measureSearch, placesOfSample, plantPlaces, spelledPlaces } from '../help/namePairs.ts';
import type { Hits, Measured } from '../help/namePairs.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { asTable, line, runs } from './timing.ts';
import type { Line } from './timing.ts';

const day = '2022-04-14';
const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`.padStart(8);
const three = ({ pairs, at1, named1, at5 }: Hits): string => `${percent(at1, pairs)}${percent(named1, pairs)}${percent(at5, pairs)}`;

function printHits(title: string, lines: readonly Measured[]): void {
  console.log(`\n${title}\n${'class of pair (level: typed, stored)'.padEnd(48)}pairs     at 1  or namesake  at 5 | LIKE: at 1, or namesake, at 5 | equal`);
  for (const { what, baselines, ...hits } of lines) console.log(`${what.padEnd(48)}${String(hits.pairs).padStart(5)} ${three(hits)} |${three(baselines.like)} |${three(baselines.equal)}`);
}

/** Inside a transaction that is taken back. */
function without(connection: Database.Database, work: (db: WriteDb) => void): void {
  connection.exec('BEGIN');
  try {
    work(sqlOf(connection));
  } finally {
    connection.exec('ROLLBACK');
  }
}

const phrases = ['government primary school rampur', 'प्राथमिक विद्यालय सुल्तान', 'booth 12', 'anil kumar', 'jhumritilaiya', 'shahjahanpur khurd', '9876543210', 'rampur kalan', 'राँची', 'district president'];

/** Every beginning, from one letter on, of every twentieth spelling of the pairs and of phrases as people type them. */
const beginnings = (): string[] =>
  [...spelledPlaces().flatMap(({ spellings }) => spellings).filter((_, at) => at % 20 === 0), ...phrases].flatMap((text) => Array.from({ length: text.length }, (_, end) => text.slice(0, end + 1)));

function keystrokes(connection: Database.Database): void {
  const db = sqlOf(connection);
  const like = connection.prepare('SELECT id FROM unit WHERE nameEn LIKE ? OR nameHi LIKE ? LIMIT 12');
  const texts = beginnings();
  const ask = (text: string) => searchEverything(db, day, { text, limit: 12, kinds: ['unit', 'constituency', 'person'], scopeId: null });
  for (const text of texts.slice(0, 60)) ask(text);
  const timed = (some: readonly string[], work: (text: string) => unknown) => some.map((text) => {
    const begun = performance.now();
    const used = process.threadCpuUsage();
    work(text);
    const { user, system } = process.threadCpuUsage(used);
    return { text, milliseconds: performance.now() - begun, computing: (user + system) / 1000 };
  }).sort((a, b) => a.milliseconds - b.milliseconds);
  for (const [what, found] of [['search', timed(texts, ask)], ['baseline: LIKE over all names', timed(texts.filter((_, at) => at % 30 === 0), (text) => like.all(`%${text}%`, `%${text}%`))]] as const) {
    const at = (share: number) => found[Math.min(found.length - 1, Math.floor(found.length * share))]!;
    console.log(`${what.padEnd(32)} ${found.length} keystrokes: median ${at(0.5).milliseconds.toFixed(1)} ms, 95th percentile ${at(0.95).milliseconds.toFixed(1)} ms, 99th ${at(0.99).milliseconds.toFixed(1)} ms, most ${at(1).milliseconds.toFixed(1)} ms (${at(1).text})`);
    // On a machine that others use too, the clock also counts waiting for them.
    const own = found.map(({ computing }) => computing).sort((a, b) => a - b);
    console.log(`${''.padEnd(32)} of which its own computing: median ${own[own.length >> 1]!.toFixed(1)} ms, 95th percentile ${own[Math.floor(own.length * 0.95)]!.toFixed(1)} ms, most ${own.at(-1)!.toFixed(1)} ms`);
  }
}

function megabytes(db: WriteDb): string {
  const sizes = db.all<{ name: string; bytes: number }>(`SELECT name, SUM(pgsize) AS bytes FROM dbstat WHERE name LIKE 'search%' GROUP BY name`);
  return sizes.map(({ name, bytes }) => `${name} ${(bytes / 1e6).toFixed(1)} MB`).join(', ');
}

/** `parts`: pairs, keys, proposals; none means all. */
export async function benchNames(root: string, parts: readonly string[] = []): Promise<void> {
  const wants = (part: string): boolean => parts.length === 0 || parts.includes(part);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  console.log(`Names at ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? ''}`);

  const learnt = heldOutNames({ learn: true });
  const usual = heldOutNames({ learn: false });
  console.log(`\nproposed Hindi of ${learnt.words} unseen real words: exact ${percent(learnt.exact, learnt.words)}, at most one letter off ${percent(learnt.oneEdit, learnt.words)} | baseline, the usual reading of every letter: ${percent(usual.exact, usual.words)}, ${percent(usual.oneEdit, usual.words)}`);

  if (wants('pairs')) {
    const sample = await testWorkspace();
    const small = openFile(sample.path);
    without(small, (db) => printHits('(a) in the Jharkhand sample, every place under one spelling alone', measureSearch(db, placesOfSample(db), { baseline: true })));
    small.close();
    sample.close();
  }

  const up = await bigWorkspace({ leaders: true });
  const large = openFile(up.path);
  const units = Number(large.prepare('SELECT COUNT(*) FROM unit').pluck().get());
  if (wants('pairs')) without(large, (db) => printHits(`(b) planted among ${units} units`, measureSearch(db, plantPlaces(db), { baseline: true })));
  console.log('');
  if (wants('keys')) keystrokes(large);
  const read = large.prepare('SELECT id, path, nameEn, nameHi, placeEn, placeHi, code FROM unit').raw();
  const rebuilt: number[] = [];
  without(large, (db) => { for (let run = 0; run < 5; run++) { const begun = performance.now(); rebuildSearch(db); rebuilt.push(performance.now() - begun); } });
  const lines = [line(`index of ${units} units, seats and people anew`, rebuilt.sort((a, b) => a - b), 'reading those units', await runs(5, () => read.all()))];
  console.log(`index: ${megabytes(sqlOf(large))}`);
  if (wants('proposals')) large.exec('UPDATE unit SET nameHi = NULL');
  large.close();
  if (wants('proposals')) await proposals(up, units, lines);
  console.log(`\n${asTable(lines)}`);
  up.close();
}

/** Over a file without any Hindi name. */
async function proposals(up: TestWorkspace, units: number, lines: Line[]): Promise<void> {
  const propose: number[] = [];
  const undo: number[] = [];
  for (let run = 0; run < 2; run++) {
    propose.push(...(await runs(1, () => up.act('names.propose', { unitId: null, levelId: null }))));
    if (run === 0) undo.push(...(await runs(1, () => up.act('history.undo', {}))));
  }
  lines.push(line(`propose Hindi for ${units} units, one step`, propose.sort((a, b) => a - b), 'its undo', undo));
  const list = await runs(11, () => up.ask('names.list', { unitId: null, levelId: null, state: 'proposed', offset: 100_000 }));
  lines.push(line('a page in the middle of the proposed names', list, 'counts per level', await runs(11, () => up.ask('names.counts', { unitId: null }))));
}
