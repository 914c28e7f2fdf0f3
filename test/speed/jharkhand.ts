// The bench on the Jharkhand sample: apportioning, undo, boards and search, each beside the same figures read or written barely.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { plainCopy } from './plainCopy.ts';
import { line, runs } from './timing.ts';
import type { Line } from './timing.ts';

async function targets(sample: TestWorkspace, folder: string): Promise<Line[]> {
  const rootId = sample.ask('workspace.get', {}).rootUnitId as string;
  const [programme] = sample.ask('programmes.list', {});
  const metric = programme?.metrics.find((candidate) => candidate.kind === 'sum');
  if (!programme || !metric) throw new Error('the sample has no programme to time');
  const cell = { programmeId: programme.id, metricId: metric.id };
  const input = { ...cell, unitId: rootId, method: 'electors' as const, total: 1_500_000, toLevelId: 'booth' };
  const preview = await runs(5, () => sample.act('targets.apportionPreview', input));
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

export async function jharkhand(folder: string): Promise<Line[]> {
  const sample = await testWorkspace();
  try {
    return await targets(sample, folder);
  } finally {
    sample.close();
  }
}
