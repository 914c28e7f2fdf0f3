// The figures of `npm run bench`: import, apportioning, undo, boards, search, first screen, each beside its baseline.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readTable } from '../../electron/sheets/readTable.ts';
import { guessColumns } from '../../shared/rules/importing/guessColumns.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { firstScreens } from './firstScreens.ts';
import { writeFlatSheet } from './flatSheet.ts';
import { plainCopy } from './plainCopy.ts';
import { asTable, line, runs } from './timing.ts';
import type { Line } from './timing.ts';

async function importing(sample: TestWorkspace, folder: string): Promise<Line> {
  const sheet = join(folder, 'jharkhand.csv');
  const units = writeFlatSheet(sample, sheet);
  const table = await readTable(sheet);
  const mapping = guessColumns(table.rows, sample.ask('units.levels', {}));
  if (!mapping) throw new Error('the sheet was not understood');
  const found: number[] = [];
  let added = 0;
  for (let run = 0; run < 3; run++) {
    const empty = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: '' });
    const input = { token: 'sheet', rootId: empty.ask('workspace.get', {}).rootUnitId, mapping };
    found.push(...(await runs(1, async () => ({ added } = await empty.act('exchange.apply', input, { sheet })))));
    empty.close();
  }
  const baseline = await runs(3, () => {
    readFileSync(sheet, 'utf8').split('\n');
    plainCopy(join(folder, 'bare.db'), units);
  });
  return line(`import a CSV of ${units} units (${added} added)`, found.sort((a, b) => a - b), `reading the file, bare rows into a bare table`, baseline);
}

async function targets(sample: TestWorkspace, folder: string): Promise<Line[]> {
  const rootId = sample.ask('workspace.get', {}).rootUnitId as string;
  const [programme] = sample.ask('programmes.list', {});
  const metric = programme?.metrics.find((candidate) => candidate.kind === 'sum');
  if (!programme || !metric) throw new Error('the sample has no programme to time');
  const cell = { programmeId: programme.id, metricId: metric.id };
  const input = { ...cell, unitId: rootId, method: 'electors' as const, total: 1_500_000, toLevelId: 'booth' };
  const preview = await runs(5, () => sample.ask('targets.apportionPreview', input));
  const apportion: number[] = [];
  const undo: number[] = [];
  let count = 0;
  for (let run = 0; run < 3; run++) {
    apportion.push(...(await runs(1, async () => { count = (await sample.act('targets.apportion', input)).targets; })));
    undo.push(...(await runs(1, () => sample.act('history.undo', {}))));
  }
  await sample.act('targets.apportion', input);
  const bare = await runs(3, () => plainCopy(join(folder, 'bare.db'), count));
  const connection = new Database(sample.path, { readonly: true });
  const subtree = connection.prepare('SELECT id, parentId, levelId, path, electors FROM unit ORDER BY path').raw();
  const walk = await runs(5, () => subtree.all());
  const lines = [
    line(`preview 15,00,000 over ${count} units`, preview, 'reading those units from the file', walk),
    line('apportion it and write every target', apportion.sort((a, b) => a - b), `${count} bare rows into a bare table`, bare),
    line('undo that', undo.sort((a, b) => a - b), `${count} bare rows into a bare table`, bare),
  ];
  for (const levelId of ['state', 'district', 'block', 'panchayat']) {
    const unit = sample.rows<{ id: string; n: number }>('SELECT unit.id, COUNT(*) AS n FROM unit JOIN unit AS child ON child.parentId = unit.id WHERE unit.levelId = ? GROUP BY unit.id ORDER BY n DESC LIMIT 1', levelId)[0];
    if (!unit) continue;
    const plain = connection.prepare('SELECT * FROM unit WHERE parentId = ?');
    lines.push(line(`board of a ${levelId} (${unit.n} lines)`, await runs(21, () => sample.ask('targets.board', { ...cell, unitId: unit.id })), 'its units alone, bare', await runs(21, () => plain.all(unit.id))));
  }
  const like = connection.prepare(`SELECT id FROM unit WHERE nameEn LIKE ? LIMIT 12`);
  for (const text of ['r', 'singhbhum', 'राँची', 'booth 12']) {
    lines.push(line(`search "${text}"`, await runs(21, () => sample.ask('units.search', { text })), 'LIKE over all English names', await runs(21, () => like.all(`%${text}%`))));
  }
  connection.close();
  return lines;
}

export async function bench(root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sangathan-bench-'));
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    console.log(`Sangathan ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
    const sample = await testWorkspace();
    const lines = [await importing(sample, folder), ...(await targets(sample, folder))];
    sample.close();
    lines.push(...(await firstScreens(root, folder)));
    console.log(asTable(lines));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
