// Whatever the app may say as a code has words: refusals, acts of the history, stages of long work.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasWords } from '../../renderer/words.ts';

const root = join(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('standin'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

const all = [...sources('electron'), ...sources('shared')];
const found = (pattern: RegExp): string[] => [...new Set(all.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!)))].toSorted();

test('every refusal has a sentence', () => {
  const codes = found(/new AppError\(\s*'([^']+)'/g);
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code) => !hasWords(`errors:${code}`))).toEqual([]);
});

test('every act has a sentence in the history', () => {
  const keys = [...found(/summarise\(\s*'([^']+)'/g), ...found(/summarise\([^')]*\? '([^']+)'/g), ...found(/summarise\([^')]*\? '[^']+' : '([^']+)'/g)];
  expect(keys.length).toBeGreaterThan(25);
  const known = (key: string) => hasWords(`history:summary.${key}`) || hasWords(`history:summary.${key}_other`);
  expect(keys.filter((key) => !known(key))).toEqual([]);
});

test('every command and writing job has a sentence, for acts that say nothing of themselves', async () => {
  const { contract } = await import('../../shared/contract.ts');
  const silent = ['history.undo', 'history.redo'];
  const names = Object.entries(contract).filter(([name, line]) => line.writes && !silent.includes(name)).map(([name]) => name);
  const known = (key: string) => hasWords(`history:summary.${key}`) || hasWords(`history:summary.${key}_other`);
  expect(names.filter((name) => !known(name))).toEqual([]);
});

test('every stage of long work has words', () => {
  const stages = found(/progress\(\s*'([^']+)'/g);
  expect(stages).toContain('apportion');
  expect(stages.filter((stage) => !hasWords(`jobs:${stage}`))).toEqual([]);
});
