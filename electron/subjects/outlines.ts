// Outlines of units: how many there are, and bringing them in from a file of areas.
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/model/common.ts';
import { outlineLimits } from '../../shared/model/outline.ts';
import type { OutlineChoice, OutlineLevel } from '../../shared/model/outline.ts';
import { mostMapUnits } from '../../shared/limits.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import { guessChoice, matchAreas, propertiesOf } from '../../shared/rules/map/matchAreas.ts';
import type { AreaMatch, AreaUnit } from '../../shared/rules/map/matchAreas.ts';
import { simplifyAreas } from '../../shared/rules/map/simplify.ts';
import type { OutlineUnmatched } from '../../shared/model/outline.ts';
import type { Calls, JobContext } from '../calls.ts';
import type { ReadDb } from '../store/sql.ts';
import { readOutlines } from './outline/readOutlines.ts';
import { unitOf } from './unitPlace.ts';

const chooseTitle: Record<Language, string> = { en: 'Choose a file of outlines', hi: 'सीमाओं की फ़ाइल चुनें' };

const rangeOf = (db: ReadDb, unitId: string | null): [string, string] => subtreeRange(unitId === null ? '' : unitOf(db, unitId).path);

/** Open units below one, of one level or of all that are not booths by the tens of thousands. */
function unitsFor(db: ReadDb, unitId: string | null, levelId: string | null): AreaUnit[] {
  const [from, to] = rangeOf(db, unitId);
  const columns = `unit.id, unit.levelId, unit.nameEn, unit.nameHi, unit.code, unit.lat, unit.lon, parent.nameEn AS parentEn, parent.nameHi AS parentHi`;
  const rest = 'unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL';
  if (levelId !== null) return db.all<AreaUnit>(`SELECT ${columns} FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parentId WHERE unit.levelId = ? AND ${rest}`, levelId, from, to);
  return db.all<AreaUnit>(`SELECT ${columns} FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parentId WHERE unit.levelId <> 'booth' AND ${rest}`, from, to);
}

/** What the history calls the units. */
function kindOf(db: ReadDb, levelId: string): { kindEn: string; kindHi: string } {
  const level = db.get<{ pluralEn: string; pluralHi: string }>('SELECT pluralEn, pluralHi FROM level WHERE id = ?', levelId);
  return { kindEn: level?.pluralEn.toLowerCase() ?? '', kindHi: level?.pluralHi ?? '' };
}

/** Reads the file and says which area is whose: preview and act use the same. */
async function matched(context: JobContext, token: string, choice: OutlineChoice): Promise<{ matches: AreaMatch[]; unmatched: OutlineUnmatched[]; units: number }> {
  context.progress('outlines.read', 0, 3);
  const { areas } = await readOutlines(context.pathOf(token));
  context.progress('outlines.thin', 1, 3);
  const rings = simplifyAreas(areas);
  context.progress('outlines.match', 2, 3);
  const units = unitsFor(context.db, choice.unitId, choice.levelId);
  return { ...matchAreas(areas, rings, units, choice), units: units.length };
}

export const outlines = {
  'outlines.levels': ({ db }, { unitId }) => {
    const [from, to] = rangeOf(db, unitId);
    const counted = new Map(db.raw<[string, number]>('SELECT unit.levelId, COUNT(*) FROM outline JOIN unit ON unit.id = outline.unitId WHERE unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL GROUP BY unit.levelId', from, to));
    const root = unitId ?? db.get<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL ORDER BY path LIMIT 1')?.id ?? null;
    return db.all<Omit<OutlineLevel, 'outlines'>>('SELECT levelId, units FROM tally JOIN level ON level.id = tally.levelId WHERE unitId = ? ORDER BY level.ordinal', root)
      .map((level) => ({ ...level, outlines: counted.get(level.levelId) ?? 0 }));
  },

  'outlines.choose': async ({ host, desk, keepPath }) => {
    const path = await host.chooseToOpen(chooseTitle[desk.settings().language], [{ name: 'GeoJSON, TopoJSON', extensions: ['geojson', 'topojson', 'json'] }]);
    return path === null ? null : { token: keepPath(path), name: basename(path) };
  },

  'outlines.inspect': async (context, { token, unitId }) => {
    context.progress('outlines.read', 0, 1);
    const path = context.pathOf(token);
    const { areas, withoutArea, notes } = await readOutlines(path);
    return {
      token, name: basename(path), areas: areas.length, withoutArea, notes, properties: propertiesOf(areas),
      guess: guessChoice(areas, unitsFor(context.db, unitId, null)),
    };
  },

  'outlines.preview': async (context, { token, choice }) => {
    const { matches, unmatched, units } = await matched(context, token, choice);
    const there = new Set(context.db.raw<[string]>('SELECT unitId FROM outline').map(([id]) => id));
    return {
      matched: matches.length, replaced: matches.filter(({ unit }) => there.has(unit.id)).length, without: units - matches.length,
      unmatched: unmatched.slice(0, outlineLimits.unmatchedShown), unmatchedCount: unmatched.length,
      shapes: matches.slice(0, mostMapUnits).map(({ unit, rings }) => ({ id: unit.id, nameEn: unit.nameEn, nameHi: unit.nameHi, rings })),
    };
  },

  'outlines.apply': async (context, { token, choice }) => {
    const { matches } = await matched(context, token, choice);
    if (matches.length === 0) throw new AppError('outlines.nothingMatched');
    matches.forEach(({ unit, rings }, at) => {
      if (at % 500 === 0) context.progress('outlines.write', at, matches.length);
      context.db.run('INSERT INTO outline (unitId, rings) VALUES (?, ?) ON CONFLICT (unitId) DO UPDATE SET rings = excluded.rings WHERE rings <> excluded.rings', unit.id, JSON.stringify(rings));
    });
    context.summarise('outlines.apply', { count: matches.length, ...kindOf(context.db, choice.levelId) });
    return { outlines: matches.length };
  },

  'outlines.remove': ({ db, summarise }, { unitId, levelId }) => {
    const [from, to] = rangeOf(db, unitId);
    const count = db.run('DELETE FROM outline WHERE unitId IN (SELECT id FROM unit WHERE levelId = ? AND path >= ? AND path < ?)', levelId, from, to);
    summarise('outlines.remove', { count, ...kindOf(db, levelId) });
    return { outlines: count };
  },
} satisfies Calls<'outlines'>;
