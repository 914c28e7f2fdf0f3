// The sample's campaign by name, and questions about targets asked of the file itself.
import { afterAll } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

export interface TargetCase {
  drive: string;
  dialogue: string;
  members: string;
  share: string;
  committee: string;
  state: string;
  unit(nameEn: string, levelId: string): string;
  /** The target's value in the file; undefined where there is no row. */
  value(unitId: string, metricId?: string): number | null | undefined;
  /** Sum and number of targets at a level. */
  atLevel(levelId: string, metricId?: string): { sum: number; units: number };
  /** Units whose own target is not the sum of the targets directly below them, where all of those have one. */
  unequal(metricId?: string): number;
}

export function targetCase(workspace: TestWorkspace): TargetCase {
  const one = (sql: string, ...values: string[]): string => {
    const found = workspace.rows<{ id: string }>(sql, ...values);
    if (found.length !== 1) throw new Error(`${found.length} of ${values.join(', ')}`);
    return found[0]!.id;
  };
  const programme = (name: string) => one('SELECT id FROM programme WHERE nameEn = ?', name);
  const metric = (name: string) => one('SELECT id FROM metric WHERE nameEn = ?', name);
  const drive = programme('Membership drive');
  const members = metric('Members enrolled');
  return {
    drive, members,
    dialogue: programme('Dialogue programme'), share: metric('Women\'s share'), committee: metric('Panchayat committee formed'),
    state: one('SELECT id FROM unit WHERE parentId IS NULL'),
    unit: (nameEn, levelId) => one('SELECT id FROM unit WHERE nameEn = ? AND levelId = ?', nameEn, levelId),
    value: (unitId, metricId = members) => workspace.rows<{ value: number | null }>('SELECT value FROM target WHERE unitId = ? AND metricId = ?', unitId, metricId)[0]?.value,
    atLevel: (levelId, metricId = members) => workspace.rows<{ sum: number; units: number }>(
      'SELECT COALESCE(SUM(value), 0) AS sum, COUNT(value) AS units FROM target JOIN unit ON unit.id = unitId WHERE levelId = ? AND metricId = ?', levelId, metricId)[0]!,
    unequal: (metricId = members) => workspace.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM target AS own JOIN (
         SELECT parentId, SUM(target.value) AS below, COUNT(*) AS children, COUNT(target.value) AS given
         FROM unit LEFT JOIN target ON target.unitId = unit.id AND target.metricId = ?1 WHERE closedDay IS NULL GROUP BY parentId
       ) ON parentId = own.unitId WHERE own.metricId = ?1 AND given > 0 AND (below <> own.value OR given <> children)`.replaceAll('?1', '?'), metricId, metricId)[0]!.n,
  };
}

/** The sample and its campaign, opened for the tests of a file and closed behind them. */
export async function targetWorkspace(): Promise<{ workspace: TestWorkspace; of: TargetCase }> {
  const workspace = await testWorkspace();
  afterAll(() => workspace.close());
  return { workspace, of: targetCase(workspace) };
}
