// Leaders from a flat sheet: read, planned row by row, and added in one step.
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { PeopleMapping } from '../../shared/model/peopleImport.ts';
import { foldKey } from '../../shared/rules/fold.ts';
import { guessPeople } from '../../shared/rules/people/guessPeople.ts';
import type { LevelWords } from '../../shared/rules/people/guessPeople.ts';
import { phoneKey } from '../../shared/rules/people/findDuplicates.ts';
import { planPeople } from '../../shared/rules/people/planPeople.ts';
import type { PeoplePlan } from '../../shared/rules/people/planPeople.ts';
import type { Calls, JobContext } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import { readTable } from '../sheets/readTable.ts';
import type { Table } from '../sheets/table.ts';
import type { ReadDb } from '../store/sql.ts';
import { unitFinder } from './people/unitFinder.ts';

const rowsShown = 30;
const peopleShown = 200;
const badShown = 5000;
/** Office-bearers, never voters: a sheet longer than this is not one of leaders. */
const mostRows = 100_000;

async function readSheet(context: JobContext, token: string): Promise<Table & { name: string }> {
  const path = context.pathOf(token);
  const name = basename(path);
  context.progress('exchange.read', 0, 1);
  const table = await readTable(path).catch((error: unknown) => { throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name }); });
  if (table.rows.length > mostRows) throw new AppError('import.tooManyRows', { limit: mostRows });
  return { ...table, name };
}

const nameKey = (name: string): string => foldKey(name).split(' ').sort().join(' ');

function put(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function planSheet(db: ReadDb, { rows, rowNumbers }: Table, mapping: PeopleMapping): PeoplePlan {
  const kinds = new Map<string, { id: string; nameEn: string }>();
  for (const kind of db.all<{ id: string; nameEn: string; nameHi: string }>('SELECT id, nameEn, nameHi FROM postKind ORDER BY rank')) {
    for (const name of [kind.nameEn, kind.nameHi]) if (!kinds.has(foldKey(name))) kinds.set(foldKey(name), kind);
  }
  const phones = new Map<string, string[]>();
  for (const [number, nameEn, nameHi] of db.raw<[string, string, string | null]>('SELECT number, nameEn, nameHi FROM personPhone JOIN person ON person.id = personId')) {
    if (phoneKey(number) !== '') for (const name of [nameEn, nameHi]) if (name) put(phones, phoneKey(number), nameKey(name));
  }
  const held = new Set<string>();
  for (const [nameEn, nameHi, kind, unitId] of db.raw<[string, string | null, string, string | null]>(
    'SELECT nameEn, nameHi, COALESCE(postKindId, titleEn), unitId FROM post JOIN person ON person.id = personId')) {
    for (const name of [nameEn, nameHi]) if (name) held.add(`${nameKey(name)} ${kind} ${unitId ?? ''}`);
  }
  return planPeople(rows, rowNumbers, mapping, {
    findUnit: unitFinder(db),
    findKind: (name) => kinds.get(foldKey(name)) ?? null,
    namesOfPhone: (key) => phones.get(key) ?? [],
    holds: (key, kind, unitId) => held.has(`${key} ${kind} ${unitId ?? ''}`),
  });
}

export const peopleImport = {
  'peopleImport.inspect': async (context, { token }) => {
    const { rows, name } = await readSheet(context, token);
    const levels = context.db.all<LevelWords>('SELECT id, nameEn, nameHi, ordinal FROM level ORDER BY ordinal, id');
    const guess = guessPeople(rows, levels);
    return { name, rows: rows.length - (guess?.headerRow ?? -1) - 1, sample: rows.slice(0, rowsShown), guess };
  },
  'peopleImport.preview': async (context, { token, mapping }) => {
    const table = await readSheet(context, token);
    context.progress('exchange.plan', 0, 1);
    const { people, there, bad } = planSheet(context.db, table, mapping);
    const first = people.slice(0, peopleShown).map(({ nameEn, nameHi, phone, post }) => {
      const unit = post?.unitId ? context.db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM unit WHERE id = ?', post.unitId) : undefined;
      const kind = post?.postKindId ? context.db.get<{ nameEn: string; nameHi: string }>('SELECT nameEn, nameHi FROM postKind WHERE id = ?', post.postKindId) : undefined;
      return { nameEn, nameHi, phone, titleEn: kind?.nameEn ?? post?.titleEn ?? '', titleHi: kind?.nameHi ?? post?.titleHi ?? null, unitEn: unit?.nameEn ?? null, unitHi: unit?.nameHi ?? null };
    });
    return { added: people.length, first, there, bad: bad.slice(0, badShown) };
  },
  'peopleImport.apply': async (context, { token, mapping }) => {
    const { db, newId, progress, summarise } = context;
    const table = await readSheet(context, token);
    const { people } = planSheet(db, table, mapping);
    if (people.length === 0) throw new AppError('peopleImport.nobodyNew');
    people.forEach(({ nameEn, nameHi, phone, veteran, post }, at) => {
      if (at % 500 === 0) progress('exchange.write', at, people.length);
      const personId = newId();
      insertRow(db, 'person', { id: personId, nameEn, nameHi, veteran: veteran ? 1 : 0 });
      if (phone !== null) insertRow(db, 'personPhone', { personId, ordinal: 1, kind: 'mobile', number: phone });
      if (post) insertRow(db, 'post', { id: newId(), personId, ...post });
    });
    summarise('peopleImport.apply', { count: people.length, fileName: table.name });
    return { added: people.length };
  },
} satisfies Calls<'peopleImport'>;
