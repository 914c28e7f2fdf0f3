// The Jharkhand sample as a file, made once by the app's own filling and copied from there: hundreds of tests begin with it.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../electron/engine.ts';

const root = join(import.meta.dirname, '../..');

/** A file made by other code must not be taken for this one's: all that could have a hand in it counts. */
function key(): string {
  const hash = createHash('sha256');
  for (const folder of ['electron', 'shared']) {
    for (const name of (readdirSync(join(root, folder), { recursive: true }) as string[]).sort()) {
      if (/\.(tsx?|csv|json|geojson)$/.test(name)) hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

let known: string | null = null;

/** Those of other code are of no use any more after a day. */
function removeOld(): void {
  for (const name of readdirSync(tmpdir())) {
    const path = join(tmpdir(), name);
    if (/^sangathan-sample-[0-9a-f]{16}\.sangathan$/.test(name) && Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path, { force: true });
  }
}

/** The path of the kept file; it is not to be written into: copy it first. */
export async function sampleFile(): Promise<string> {
  known ??= join(tmpdir(), `sangathan-sample-${key()}.sangathan`);
  if (existsSync(known)) return known;
  removeOld();
  const folder = mkdtempSync(join(tmpdir(), 'sangathan-sample-'));
  const path = join(folder, 'made.sangathan');
  const engine = await openEngine(path, { filling: { kind: 'sample' } });
  const kept = join(folder, 'kept.sangathan');
  await engine.backup(kept);
  engine.close();
  renameSync(kept, known);
  rmSync(folder, { recursive: true, force: true });
  return known;
}
