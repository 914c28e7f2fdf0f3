// A sheet of roads, chosen or pasted: read, and planned against the file.
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { TravelSheetInput } from '../../../shared/model/travel.ts';
import { straightLineKm } from '../../../shared/rules/roads/greatCircle.ts';
import { planRoads } from '../../../shared/rules/roads/planRoads.ts';
import type { RoadsPlan } from '../../../shared/rules/roads/planRoads.ts';
import { readRoads } from '../../../shared/rules/roads/readRoads.ts';
import type { RoadSheet } from '../../../shared/rules/roads/readRoads.ts';
import type { JobContext } from '../../calls.ts';
import { readTable } from '../../sheets/readTable.ts';
import type { ReadDb } from '../../store/sql.ts';
import { placeFinder } from './placeFinder.ts';

/** More roads than this nobody knows; a matrix of 500 places is as large. */
const mostRoads = 250_000;
const mostRows = 60_000;
const mostColumns = 1000;

export interface PlannedSheet {
  name: string | null;
  sheet: RoadSheet;
  plan: RoadsPlan;
}

/** Excel puts quotes round cells with tabs or line ends in them. */
function pasted(text: string): string[][] {
  return text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1').trim()));
}

async function cellsOf(context: JobContext, { token, text }: TravelSheetInput): Promise<{ rows: string[][]; rowNumbers: number[]; name: string | null }> {
  if (token === null) {
    const rows = pasted(text ?? '');
    return { rows, rowNumbers: rows.map((_, at) => at + 1), name: null };
  }
  const path = context.pathOf(token);
  const name = basename(path);
  const limits = { rows: mostRows, columns: mostColumns };
  const table = await readTable(path, limits).catch((error: unknown) => { throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name }); });
  return { rows: table.rows, rowNumbers: table.rowNumbers, name };
}

/** Throws what `readTable` throws, `exchange.fileGone {name}`, `travel.tooManyRoads {count, limit}`. */
export async function planSheet(context: JobContext, input: TravelSheetInput): Promise<PlannedSheet> {
  context.progress('exchange.read', 0, 1);
  const { rows, rowNumbers, name } = await cellsOf(context, input);
  context.progress('travel.plan', 0, 1);
  const sheet = readRoads(rows, rowNumbers, input.figure);
  if (sheet.roads.length > mostRoads) throw new AppError('travel.tooManyRoads', { count: sheet.roads.length, limit: mostRoads });
  return { name, sheet, plan: planned(context.db, sheet, input.bothWays) };
}

type There = [distanceKm: number, travelMinutes: number | null, bothWays: number, distanceEstimated: number];

function planned(db: ReadDb, sheet: RoadSheet, bothWays: boolean): RoadsPlan {
  const there = new Map(db.raw<[string, string, ...There]>('SELECT fromUnitId, toUnitId, distanceKm, travelMinutes, bothWays, distanceEstimated FROM travelCorrection')
    .map(([from, to, ...figures]) => [`${from} ${to}`, figures] as const));
  const find = placeFinder(db);
  const points = new Map<string, { lat: number; lon: number } | null>();
  const pointOf = (unitId: string): { lat: number; lon: number } | null => {
    let point = points.get(unitId);
    if (point === undefined) {
      const row = db.get<{ lat: number | null; lon: number | null }>('SELECT lat, lon FROM unit WHERE id = ?', unitId);
      points.set(unitId, point = row?.lat == null || row.lon == null ? null : { lat: row.lat, lon: row.lon });
    }
    return point;
  };
  return planRoads(sheet, {
    find, bothWays,
    there: (fromId, toId) => {
      const figures = there.get(`${fromId} ${toId}`);
      return figures && { distanceKm: figures[3] === 1 ? null : figures[0], travelMinutes: figures[1], bothWays: figures[2] === 1 };
    },
    straightKm: (fromId, toId) => {
      const [from, to] = [pointOf(fromId), pointOf(toId)];
      return from && to ? straightLineKm(from, to) : null;
    },
  });
}
