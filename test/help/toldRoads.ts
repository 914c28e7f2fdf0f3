// The distances told between places of a state, with the points they lie at: districts.csv, blocks.csv and road_distances.csv of one folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { RoadEnd } from '../../shared/rules/roads/learnRoads.ts';

export interface ToldRoad {
  fromName: string;
  toName: string;
  from: RoadEnd;
  to: RoadEnd;
  km: number | null;
  hours: number | null;
  /** Not doubted by whoever collected them. */
  fit: boolean;
}

export function toldRoads(folder: string): ToldRoad[] {
  const read = (name: string): Record<string, string>[] => parse(readFileSync(join(folder, name), 'utf8'), { columns: true });
  const points = new Map<string, RoadEnd>();
  for (const row of read('districts.csv')) points.set(`district ${row['lgd_code']}`, { lat: Number(row['lat']), lon: Number(row['lon']), road: 'main' });
  for (const row of read('blocks.csv')) points.set(`block ${row['lgd_code']}`, { lat: Number(row['lat']), lon: Number(row['lon']), road: 'side' });
  const number = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));
  return read('road_distances.csv').map((row) => ({
    fromName: row['from_name']!, toName: row['to_name']!, km: number(row['km']), hours: number(row['hours']), fit: row['use_for_calibration'] === 'yes',
    from: points.get(`${row['from_level']} ${row['from_lgd_code']}`)!, to: points.get(`${row['to_level']} ${row['to_lgd_code']}`)!,
  }));
}
