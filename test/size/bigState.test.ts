// The made states: the same from the same seed, of exactly the wanted size, in both scripts, with nothing twice under one parent.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bigSheetLines } from '../help/bigSheet.ts';
import { bigState, statesBySize, unitsOf } from '../help/bigState.ts';
import type { BigSize } from '../help/bigState.ts';
import { bigWorkspace } from '../help/bigWorkspace.ts';

const digest = (seed: number, size: BigSize): string => {
  const hash = createHash('sha256');
  for (const line of bigSheetLines(seed, size)) hash.update(line);
  return hash.digest('hex');
};

describe('a made state', () => {
  it('is the same byte for byte from the same seed, and another from another', () => {
    expect(digest(7, statesBySize.small)).toBe(digest(7, statesBySize.small));
    expect(digest(8, statesBySize.small)).not.toBe(digest(7, statesBySize.small));
  });

  it.each(['small', 'up'] as const)('%s has exactly the units asked for, named in both scripts, no name twice under one parent', (name) => {
    const size = statesBySize[name];
    const counts: Record<string, number> = {};
    const seen = new Set<string>();
    const parts = new Set<string>();
    const wrong: string[] = [];
    let before = '';
    for (const unit of bigState(7, size).units()) {
      counts[unit.levelId] = (counts[unit.levelId] ?? 0) + 1;
      if (!/^[A-Za-z0-9 ]+$/.test(unit.nameEn) || !/[\u0900-\u097F]/.test(unit.nameHi) || /[A-Za-z]/.test(unit.nameHi)) wrong.push(unit.nameEn);
      for (const key of [`${unit.parentId} ${unit.nameEn}`, `${unit.parentId} ${unit.nameHi}`]) {
        if (seen.has(key)) wrong.push(key);
        seen.add(key);
      }
      if (unit.path <= before) wrong.push(unit.path);
      before = unit.path;
      if (unit.lat < 23.5 || unit.lat > 31.5 || unit.lon < 76 || unit.lon > 85.5) wrong.push(`${unit.nameEn} ${unit.lat} ${unit.lon}`);
      if (unit.levelId === 'booth') parts.add(`${unit.seat} ${unit.partNumber}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(counts).toEqual({ state: 1, district: size.districts, block: size.blocks, panchayat: size.panchayats, town: size.towns, ward: size.wards, booth: size.booths });
    // Seat and part number tell every booth from every other.
    expect(parts.size).toBe(size.booths);
    expect(new Set([...parts].map((part) => part.split(' ')[0])).size).toBe(size.assemblySeats);
  });

  it('keeps any counts asked for, also where there are fewer children than parents', () => {
    const size = { ...statesBySize.small, districts: 7, blocks: 5, panchayats: 3, towns: 0, wards: 0, booths: 11 };
    expect([...bigState(3, size).units()]).toHaveLength(unitsOf(size));
  });

  it('names the same village again and again under different parents, as states do', () => {
    const names = new Map<string, number>();
    for (const unit of bigState(7, statesBySize.up).units()) if (unit.levelId === 'panchayat') names.set(unit.nameEn, (names.get(unit.nameEn) ?? 0) + 1);
    expect([...names.values()].filter((count) => count > 1).length).toBeGreaterThan(1_000);
  });

  it('stands in a workspace file, with leaders and targets that add up', async () => {
    const size = statesBySize.small;
    const workspace = await bigWorkspace({ state: 'small', leaders: true, programme: true });
    const { rootUnitId } = workspace.ask('workspace.get', {});
    const counts = workspace.rows<{ levelId: string; units: number }>('SELECT levelId, units FROM tally WHERE unitId = ?', rootUnitId);
    expect(Object.fromEntries(counts.map(({ levelId, units }) => [levelId, units]))).toEqual({ district: size.districts, block: size.blocks, panchayat: size.panchayats, town: size.towns, ward: size.wards, booth: size.booths });
    expect(workspace.rows('SELECT 1 FROM rollup JOIN target USING (programmeId, metricId, unitId) WHERE rollup.below <> target.value')).toEqual([]);
    expect(workspace.rows<{ value: number }>('SELECT value FROM target WHERE unitId = ?', rootUnitId)).toEqual([{ value: size.booths * 10 }]);
    expect(workspace.rows<{ n: number }>('SELECT COUNT(*) AS n FROM person')[0]?.n).toBe(size.districts * 2 + size.blocks + size.towns + size.panchayats);
    workspace.close();
  });
});
