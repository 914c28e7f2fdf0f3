// The tree's branches: the units directly below one or many, a window of each, and how many lines each would show where whole levels stand open.
import type { Page } from '../../shared/model/common.ts';
import type { TreeRow, UnitRow } from '../../shared/model/unit.ts';
import type { ReadDb, SqlValue } from '../store/sql.ts';
import { unitOf } from './unitPlace.ts';
import { asUnitRow, byName, unitColumns, unitJoins } from './unitRows.ts';
import type { StoredUnitRow } from './unitRows.ts';

interface Branch {
  parentId: string | null;
  offset: number;
}

interface Reading {
  limit: number;
  language: 'en' | 'hi';
  closed: boolean;
}

function pageOf<Row extends StoredUnitRow>(db: ReadDb, { parentId, offset }: Branch, { limit, language, closed }: Reading, more: string, values: SqlValue[]): { total: number; rows: Row[] } {
  const open = closed ? '' : 'AND unit.closedDay IS NULL';
  const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE parentId IS ? ${open}`, parentId)?.n ?? 0;
  const rows = db.all<Row>(
    `SELECT ${unitColumns}${more} FROM unit ${unitJoins} JOIN level ON level.id = unit.levelId
     WHERE unit.parentId IS ? ${open} ORDER BY level.ordinal, ${byName(language)}, unit.path LIMIT ? OFFSET ?`,
    ...values, parentId, limit, offset,
  );
  return { total, rows };
}

/** The units directly under one (null: the top), sorted by name, a window of them. Throws `units.gone`. */
export function childrenOf(db: ReadDb, { parentId, offset, ...reading }: Branch & Reading): Page<UnitRow> {
  if (parentId !== null) unitOf(db, parentId);
  const { total, rows } = pageOf<StoredUnitRow>(db, { parentId, offset }, reading, '', []);
  return { total, offset, rows: rows.map(asUnitRow) };
}

/** Levels whose units stand open when the tree is open down to one: all above it. */
const levelsAbove = (db: ReadDb, openTo: string): string[] =>
  db.raw<[string]>('SELECT id FROM level WHERE ordinal < (SELECT ordinal FROM level WHERE id = ?)', openTo).map(([id]) => id);

/**
 * As SQL over `unit`, with its values: the lines below a unit when units of `open` levels stand open. Where everything that has
 * something below it stands open, that is all there is below; else what stands directly below each open one is added up.
 */
function linesBelow(db: ReadDb, open: string[]): { sql: string; values: SqlValue[] } {
  if (open.length === 0) return { sql: '0', values: [] };
  const list = JSON.stringify(open);
  const isOpen = 'unit.levelId IN (SELECT value FROM json_each(?))';
  const everything = db.get('SELECT 1 FROM levelUnder WHERE parentLevelId NOT IN (SELECT value FROM json_each(?)) LIMIT 1', list) === undefined;
  if (everything) return { sql: `CASE WHEN ${isOpen} THEN COALESCE((SELECT SUM(units) FROM tally WHERE tally.unitId = unit.id), 0) ELSE 0 END`, values: [list] };
  const below = `SELECT SUM(inner.children) FROM unit AS lower JOIN unitSum AS inner ON inner.unitId = lower.id
    WHERE lower.levelId IN (SELECT value FROM json_each(?)) AND lower.path > unit.path AND lower.path < unit.path || '{' AND lower.closedDay IS NULL`;
  return { sql: `CASE WHEN ${isOpen} THEN COALESCE(sums.children, 0) + COALESCE((${below}), 0) ELSE 0 END`, values: [list, list] };
}

/** A window of each branch; one whose unit has gone is empty. */
export function branchesOf(db: ReadDb, { of, openTo, ...reading }: Reading & { of: Branch[]; openTo: string | null }): Page<TreeRow>[] {
  const lines = linesBelow(db, openTo === null ? [] : levelsAbove(db, openTo));
  return of.map((branch) => {
    const { total, rows } = pageOf<StoredUnitRow & { lines: number }>(db, branch, reading, `, ${lines.sql} AS lines`, lines.values);
    return { total, offset: branch.offset, rows: rows.map(asUnitRow) };
  });
}
