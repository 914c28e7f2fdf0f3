// Every word in both languages: same keys, same gaps, and no English left standing in Hindi.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../shared/text');
const namespaces = readdirSync(join(folder, 'en')).toSorted();

function flat(value: unknown, way = ''): [string, string][] {
  if (typeof value === 'string') return [[way, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, below]) => flat(below, way === '' ? key : `${way}.${key}`));
}

const read = (language: string, file: string) => new Map(flat(JSON.parse(readFileSync(join(folder, language, file), 'utf8'))));
const gaps = (text: string) => [...text.matchAll(/\{\{\s*(.+?)\s*\}\}/g)].map((match) => match[1]!).toSorted();

/** Names of keys and of kinds of files, which Hindi readers know in Latin letters; single letters are keys or columns. */
const knownInLatin = /^(xlsb|ods|zip|XML|MB|AC|csv|LGD|[A-Z]|Ctrl|Shift|Alt|Enter|Tab|Esc|Delete|Home|End|CSV|GeoJSON|TopoJSON|WGS|XLSX|XLS|xlsx|xls|PDF|LGD|BLA)$/;
/** Words for somebody who reads the other language, the languages' own names, and names proposed in both at once (`…En`, `…Hi`). */
const isOfOneLanguage = (file: string, key: string) => `${file} ${key}` === 'frame.json otherLanguage' || /(En|Hi)$|^languagesOf\./.test(key);

test('both languages have the same files', () => {
  expect(readdirSync(join(folder, 'hi')).toSorted()).toEqual(namespaces);
});

describe.each(namespaces)('%s', (file) => {
  const en = read('en', file);
  const hi = read('hi', file);

  test('has the same keys', () => {
    expect([...hi.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  test('has the same gaps', () => {
    const different = [...en].filter(([key, text]) => JSON.stringify(gaps(text)) !== JSON.stringify(gaps(hi.get(key) ?? '')));
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('leaves nothing empty and nothing in English', () => {
    const bad = [...hi].filter(([key, text]) => {
      if (isOfOneLanguage(file, key)) return text.trim() === '';
      const bare = text.replaceAll(/\{\{.+?\}\}|\$t\(.+?\)/g, ' ');
      const latin = (bare.match(/[A-Za-z]+/g) ?? []).filter((word) => !knownInLatin.test(word));
      return text.trim() === '' || latin.length > 0;
    });
    expect(bad).toEqual([]);
  });

  test('leaves nothing empty and no Devanagari in English', () => {
    expect([...en].filter(([key, text]) => text.trim() === '' || (/[\u0900-\u097F]/.test(text) && !isOfOneLanguage(file, key)))).toEqual([]);
  });
});
