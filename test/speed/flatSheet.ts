// The Jharkhand tree written as one flat sheet, a column per level: what the import is timed with.
import { writeFileSync } from 'node:fs';
import type { TestWorkspace } from '../help/workspace.ts';

interface Row {
  levelId: string;
  nameEn: string;
  parentId: string | null;
  id: string;
  electors: number | null;
}

/** Writes the sheet; returns how many units it holds below the state. Equal names under one parent get their number. */
export function writeFlatSheet(workspace: TestWorkspace, path: string): number {
  const units = workspace.rows<Row>(`SELECT id, parentId, levelId, nameEn, electors FROM unit WHERE levelId <> 'state' ORDER BY path`);
  const levels = ['district', 'block', 'town', 'panchayat', 'ward', 'booth'];
  const ways = new Map<string, string[]>();
  const taken = new Set<string>();
  const lines = [[...levels.map((level) => level[0]?.toUpperCase() + level.slice(1)), 'Electors'].join(',')];
  for (const unit of units) {
    const way = [...(ways.get(unit.parentId ?? '') ?? levels.map(() => ''))];
    let name = unit.nameEn;
    for (let number = 2; taken.has(`${unit.parentId} ${name}`); number++) name = `${unit.nameEn} ${number}`;
    taken.add(`${unit.parentId} ${name}`);
    way[levels.indexOf(unit.levelId)] = name;
    ways.set(unit.id, way);
    lines.push([...way, unit.electors ?? ''].map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','));
  }
  writeFileSync(path, lines.join('\n'));
  return units.length;
}
