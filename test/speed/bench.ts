// The parts of `npm run bench`, one after the other, each printed as soon as it is done.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { apportioningLines } from './apportioning.ts';
import { calendarLines } from './calendarLines.ts';
import { clickLines } from './clickLines.ts';
import { jharkhand } from './jharkhand.ts';
import { largeLines } from './largeActs.ts';
import { programmeLines } from './programmes.ts';
import { scrollLines } from './scrolling.ts';
import { startLines } from './starts.ts';
import { timelineLines } from './timelineLines.ts';
import { asBenchTable } from './table.ts';
import { asTable } from './timing.ts';

export { child } from './largeActs.ts';

interface Part {
  title: string;
  run(root: string, folder: string): Promise<string>;
}

const parts: Record<string, Part> = {
  clicks: { title: 'Every query as the screens ask it, Uttar Pradesh (2,21,574 units, 58,748 leaders, a target for every unit)', run: async () => asBenchTable(await clickLines()) },
  acts: { title: 'The long acts on Uttar Pradesh', run: async (root, folder) => asBenchTable(await largeLines(root, folder)) },
  apportioning: { title: 'One metric divided over 2,20,000 leaves, without the store', run: async () => asBenchTable(await apportioningLines()) },
  start: { title: 'Start to the first screen, Uttar Pradesh', run: async (root, folder) => asBenchTable(await startLines(root, folder)) },
  scroll: { title: 'The tree of Uttar Pradesh in Chromium, open down to its booths', run: async (root, folder) => asBenchTable(await scrollLines(root, folder)) },
  programmes: { title: 'An order that moves 5,000 programmes linked to each other, Uttar Pradesh; their timeline in Chromium', run: async (root, folder) => asBenchTable([...await programmeLines(), ...await timelineLines(root, folder)]) },
  calendar: { title: 'A calendar of 5,000 entries', run: async (root, folder) => asBenchTable(await calendarLines(root, folder)) },
  jharkhand: { title: 'Jharkhand (35,149 units)', run: async (_root, folder) => asTable(await jharkhand(folder)) },
};

/** Runs the parts named, or all. */
export async function bench(root: string, wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !parts[name]);
  if (unknown.length > 0) throw new Error(`There are these parts: ${Object.keys(parts).join(', ')}`);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  console.log(`Sangathan ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}`);
  for (const [name, { title, run }] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'sangathan-bench-'));
    try {
      const begun = performance.now();
      const table = await run(root, folder);
      console.log(`\n## ${title} (${name}, ${((performance.now() - begun) / 1000).toFixed(0)} s, load ${loadavg()[0]?.toFixed(1)})\n\n${table}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
