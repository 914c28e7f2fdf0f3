// The parts of the setup that decide something: what is missing, and whose turn it is to bundle.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-'));
  await mkdir(join(folder, 'build'));
  await mkdir(join(folder, 'node_modules'));
  await cp(join(root, 'build/setup.mjs'), join(folder, 'build/setup.mjs'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function says(wanted: object, there: object | null): Promise<string> {
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'app' }, ...wanted } }));
  const hidden = join(folder, 'node_modules/.package-lock.json');
  await (there ? writeFile(hidden, JSON.stringify({ packages: there })) : rm(hidden, { force: true }));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module', '-e', `import { packagesAreThere } from ${JSON.stringify(`file://${join(folder, 'build/setup.mjs')}`)}; console.log(packagesAreThere());`,
  ]);
  return stdout.trim();
}

it('sees packages that are missing or old, and lets other systems\' packages be', async () => {
  const wanted = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-win32': { version: '1.0.0', optional: true } };
  expect(await says(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe('true');
  expect(await says(wanted, { 'node_modules/a': { version: '0.9.0' } })).toBe('false');
  expect(await says(wanted, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-win32': { version: '0.9.0' } })).toBe('false');
  expect(await says(wanted, null)).toBe('false');
});

it('lets one process at a time do a piece of work, also after one that was killed in the middle of it', async () => {
  const list = join(folder, 'list');
  const work = `
    import { appendFile } from 'node:fs/promises';
    import { setTimeout as pause } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(`file://${join(root, 'build/withLock.mjs')}`)};
    await withLock(${JSON.stringify(join(folder, 'work'))}, async () => {
      await appendFile(${JSON.stringify(list)}, '(');
      console.log('working');
      await pause(200);
      await appendFile(${JSON.stringify(list)}, ')');
    });`;
  const start = () => spawn(process.execPath, ['--input-type=module', '-e', work], { stdio: ['ignore', 'pipe', 'inherit'] });
  const killed = start();
  await new Promise((resolve) => killed.stdout.once('data', resolve));
  const others = [1, 2, 3, 4].map(() => new Promise((resolve) => start().on('exit', resolve)));
  killed.kill('SIGKILL');
  await Promise.all(others);
  expect(await readFile(list, 'utf8')).toBe('(()()()()');
});
