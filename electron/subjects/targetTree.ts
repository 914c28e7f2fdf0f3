// One apportionment, worked out over the units of the file: what each would get. Preview and act use the same.
import type { ApportionInput, ApportionLine, ApportionPreview } from '../../shared/model/target.ts';
import type { Level } from '../../shared/model/unit.ts';
import { AppError } from '../../shared/errors.ts';
import { apportionTree, mixedWeights, normTree } from '../../shared/rules/apportionTree.ts';
import { isDivided } from '../../shared/rules/metricKinds.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../store/sql.ts';
import { programmeAndMetric } from './programmes.ts';
import { unitOf } from './unitPlace.ts';
import { levelsOf } from './levels.ts';

/** Without names: of 35,000 units the person sees two dozen. */
type Row = [id: string, parentId: string | null, levelId: string, electors: number, booths: number, counted: number, before: number | null, locked: number | null, strength: number | null];

export interface Apportioned {
  rows: Row[];
  /** Value per row; row 0 is the unit that is divided. */
  values: Float64Array;
  /** 1 where the row keeps a locked value. */
  kept: Uint8Array;
  /** False for a share, where everyone has the same percentage. */
  addsUp: boolean;
}

/** How deep a level lies at the most: levels of different branches (block, town) may share a depth. */
function depths(levels: Level[]): Map<string, number> {
  const found = new Map<string, number>();
  const depthOf = (id: string, seen: Set<string>): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    if (seen.has(id)) return 0;
    const under = levels.find((level) => level.id === id)?.under ?? [];
    const depth = under.length === 0 ? 0 : 1 + Math.max(...under.map((parent) => depthOf(parent, new Set([...seen, id]))));
    found.set(id, depth);
    return depth;
  };
  for (const level of levels) depthOf(level.id, new Set());
  return found;
}

/** Names the unit an error of the rules points at by its index. */
function withUnit(db: ReadDb, error: unknown, rows: Row[]): unknown {
  if (!(error instanceof AppError) || typeof error.detail.node !== 'number') return error;
  const unit = unitOf(db, rows[error.detail.node]?.[0] ?? '');
  return new AppError(error.code, { ...error.detail, unitEn: unit.nameEn, unitHi: unit.nameHi ?? unit.nameEn });
}

/**
 * Reads the subtree down to the wanted level and divides. A share gives everyone the same percentage; one-per-unit gives
 * every unit as many as it has units of the counted level.
 */
export function apportioned(db: ReadDb, input: ApportionInput): Apportioned {
  const { metric } = programmeAndMetric(db, input.programmeId, input.metricId);
  const unit = unitOf(db, input.unitId);
  const depth = depths(levelsOf(db));
  const deepest = depth.get(input.toLevelId) ?? 0;
  const reached = new Set([...depth].filter(([, at]) => at <= deepest).map(([id]) => id));
  if ((depth.get(unit.levelId) ?? 0) >= deepest) throw new AppError('apportion.levelNotBelow', { levelId: input.toLevelId });
  const [from, to] = subtreeRange(unit.path);
  const counts = metric.countLevelId !== null;
  const strengthOf = input.strengthOf ?? input;
  if (input.method === 'strength' && input.strengthOf) programmeAndMetric(db, input.strengthOf.programmeId, input.strengthOf.metricId);
  const rows = db.raw<Row>(
    `SELECT unit.id, unit.parentId, unit.levelId,
       COALESCE(NULLIF(sums.electors, 0), unit.electors, 0), CASE WHEN unit.levelId = 'booth' THEN 1 ELSE COALESCE(booths.units, 0) END,
       ${counts ? 'CASE WHEN unit.levelId = ? THEN 1 ELSE COALESCE(counted.units, 0) END' : '0'}, target.value, target.locked, strength.achieved
     FROM unit LEFT JOIN unitSum AS sums ON sums.unitId = unit.id
     LEFT JOIN tally AS booths ON booths.unitId = unit.id AND booths.levelId = 'booth'
     ${counts ? 'LEFT JOIN tally AS counted ON counted.unitId = unit.id AND counted.levelId = ?' : ''}
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     LEFT JOIN rollup AS strength ON strength.programmeId = ? AND strength.metricId = ? AND strength.unitId = unit.id
     WHERE unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL ORDER BY unit.path`,
    ...(counts ? [metric.countLevelId, metric.countLevelId] : []), input.programmeId, input.metricId, strengthOf.programmeId, strengthOf.metricId, from, to,
  ).filter((row) => reached.has(row[2]));
  const count = rows.length;
  if (count < 2) throw new AppError('apportion.nothingBelow');
  const index = new Map<string, number>();
  const parent = new Int32Array(count).fill(-1);
  const locked = new Float64Array(count).fill(Number.NaN);
  const kept = new Uint8Array(count);
  rows.forEach(([id, parentId, , , , , before, isLocked], at) => {
    index.set(id, at);
    if (at > 0) parent[at] = index.get(parentId ?? '') ?? 0;
    if (at > 0 && isLocked === 1 && before !== null) {
      locked[at] = before;
      kept[at] = 1;
    }
  });
  const { nameEn, nameHi } = unit;
  const [, , , , , , ownValue, ownLocked] = rows[0]!;
  const setsOwn = metric.kind === 'share' || (isDivided(metric.kind) && input.method !== 'norm');
  if (setsOwn && ownLocked === 1 && ownValue !== null && ownValue !== input.total) throw new AppError('apportion.unitLocked', { unitEn: nameEn, unitHi: nameHi ?? nameEn, locked: ownValue, total: input.total });
  const column = (at: 3 | 4 | 5) => Float64Array.from(rows, (row) => row[at]);
  const isLeaf = Uint8Array.from(rows, () => 1);
  for (const above of parent) if (above >= 0) isLeaf[above] = 0;
  if (metric.kind === 'share') {
    if (input.total > 100) throw new AppError('apportion.shareAbove100', { total: input.total });
    return { rows, kept, addsUp: false, values: Float64Array.from(rows, (_, at) => (kept[at] === 1 ? (locked[at] ?? 0) : input.total)) };
  }
  try {
    if (metric.kind === 'onePerUnit') return { rows, kept, addsUp: true, values: normTree({ parent, norm: 1, count: column(5), locked }).values };
    if (input.method === 'norm') return { rows, kept, addsUp: true, values: normTree({ parent, norm: input.total, count: column(4), locked }).values };
    const weight = input.method === 'mixed' ? mixedWeights(isLeaf, [{ weight: column(3), part: input.electorsPart }, { weight: column(4), part: 100 - input.electorsPart }]) : column(input.method === 'booths' ? 4 : 3);
    const instead = input.method === 'strength' ? Float64Array.from(rows, (row) => row[8] ?? Number.NaN) : undefined;
    return {
      rows, kept, addsUp: true,
      values: apportionTree({ total: input.total, parent, weight, ...(instead ? { instead } : {}), locked, step: input.step, minimum: input.minimum, maximum: input.maximum ?? Infinity, equalAmongSiblings: input.method === 'equal' }),
    };
  } catch (error) {
    throw withUnit(db, error, rows);
  }
}

/** The division as a person looks at it before it is made. */
export function previewOf(db: ReadDb, { rows, values, kept, addsUp }: Apportioned): ApportionPreview {
  const rootId = rows[0]?.[0] ?? '';
  const names = new Map(db.raw<[string, string, string | null]>('SELECT id, nameEn, nameHi FROM unit WHERE parentId = ?', rootId).map(([id, nameEn, nameHi]) => [id, { nameEn, nameHi }]));
  const levels = new Map<string, ApportionPreview['levels'][number]>();
  const sums = new Map<string, number>();
  const lines: ApportionLine[] = [];
  let locked = 0;
  rows.forEach(([unitId, parentId, levelId, electors, booths, , before], at) => {
    if (at === 0) return;
    const after = values[at] ?? 0;
    locked += kept[at] ?? 0;
    if (parentId !== null) sums.set(parentId, (sums.get(parentId) ?? 0) + after);
    let level = levels.get(levelId);
    if (!level) levels.set(levelId, (level = { levelId, units: 0, sum: 0, least: after, most: after }));
    level.units += 1;
    level.sum += after;
    if (after < level.least) level.least = after;
    if (after > level.most) level.most = after;
    const name = parentId === rootId ? names.get(unitId) : undefined;
    if (name) lines.push({ unitId, ...name, levelId, electors, booths, before, after, locked: kept[at] === 1 });
  });
  const exact = addsUp ? rows.every(([unitId], at) => (sums.get(unitId) ?? values[at]) === values[at]) : null;
  return { total: values[0] ?? 0, lines, levels: [...levels.values()], locked, exact };
}
