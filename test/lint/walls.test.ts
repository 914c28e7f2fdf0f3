// The import walls stand: a file that reaches through one is refused by the linter, a file that keeps to them is not.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');

describe('import walls', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sangathan-walls-'));
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lint = (path: string, from: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `// A probe.\nimport { thing } from '${from}';\nexport const other = thing;\n`);
    const { stdout } = spawnSync(process.execPath, [oxlint, '-c', '.oxlintrc.json', '--format=json', path], { cwd: folder, encoding: 'utf8' });
    rmSync(file);
    return stdout.includes('no-restricted-imports');
  };

  it.each([
    ['shared/rules/probe.ts', 'node:fs'],
    ['shared/rules/probe.ts', 'zod'],
    ['shared/rules/probe.ts', '../contract.ts'],
    ['shared/rules/probe.ts', '../../electron/app.ts'],
    ['shared/model/probe.ts', '../rules/pace.ts'],
    ['shared/tour/probe.ts', 'react'],
    ['shared/probe.ts', '../renderer/api.ts'],
    ['electron/subjects/probe.ts', 'better-sqlite3'],
    ['electron/subjects/probe.ts', 'electron'],
    ['electron/store/probe.ts', 'electron'],
    ['electron/probe.ts', '../renderer/api.ts'],
    ['electron/probe.ts', '../test/help/launch.ts'],
    ['renderer/probe.ts', 'node:fs'],
    ['renderer/probe.ts', '../electron/app.ts'],
    ['renderer/features/tours/probe.ts', '../targets/columns.ts'],
    ['renderer/features/tours/probe.ts', '../../../electron/app.ts'],
    ['renderer/ui/probe.ts', '../features/home/HomeScreen.tsx'],
    ['renderer/features/tours/probe.ts', '../../../shared/model/unit.ts'],
    ['renderer/probe.ts', '../shared/contract.ts'],
  ])('%s may not import %s', (path, from) => {
    expect(lint(path, from)).toBe(true);
  });

  it.each([
    ['shared/rules/probe.ts', '../model/unit.ts'],
    ['shared/rules/probe.ts', './pace.ts'],
    ['electron/subjects/probe.ts', '../store/sql.ts'],
    ['electron/main.ts', 'electron'],
    ['electron/store/probe.ts', 'better-sqlite3'],
    ['renderer/features/tours/probe.ts', '../../hooks.ts'],
    ['renderer/features/tours/probe.ts', './TourForm.tsx'],
    ['renderer/features/tours/probe.ts', '../../../shared/limits.ts'],
    ['renderer/features/tours/probe.ts', '../../../shared/rules/pace.ts'],
  ])('%s may import %s', (path, from) => {
    expect(lint(path, from)).toBe(false);
  });

  it('nothing in shared/ is compiled with Node or the DOM in sight', () => {
    const shown = JSON.parse(execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--showConfig', '-p', 'shared'], { cwd: root, encoding: 'utf8' })) as { compilerOptions: { types: string[]; lib: string[] } };
    expect(shown.compilerOptions.types).toEqual([]);
    expect(shown.compilerOptions.lib.map((lib) => lib.toLowerCase())).toEqual(['es2024']);
  });
});
