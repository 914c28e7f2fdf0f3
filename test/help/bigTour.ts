// A planned tour of thirty districts in a made state, with two thousand earlier visits: what the questions of the road are asked of.
import Database from 'better-sqlite3';
import { insertRow } from '../../electron/store/insertRow.ts';
import { sqlOf } from '../../electron/store/sql.ts';
import type { TestWorkspace } from './workspace.ts';

const visits = 2000;
const stops = 30;

export async function bigTour(workspace: TestWorkspace): Promise<void> {
  const connection = new Database(workspace.path);
  const db = sqlOf(connection);
  const personId = db.get<{ id: string }>('SELECT id FROM person ORDER BY id LIMIT 1')!.id;
  const units = db.all<{ id: string }>(`SELECT id FROM unit WHERE levelId IN ('district', 'block', 'panchayat') ORDER BY id LIMIT ?`, visits);
  connection.transaction(() => units.forEach(({ id }, at) => insertRow(db, 'visit', { id: `visit ${at}`, unitId: id, personId, day: `2022-0${1 + (at % 3)}-1${at % 10}`, state: 'held' })))();
  const unitIds = db.all<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' ORDER BY lat, lon LIMIT ?`, stops).map(({ id }) => id);
  connection.close();
  const fromDay = '2022-04-18';
  const { id: tourId } = await workspace.act('tours.save', {
    id: null,
    fields: { nameEn: 'Thirty districts', nameHi: null, personId, fromDay, toDay: '2022-05-05', firstUnitId: null, lastUnitId: null, unitIds, meetingMinutes: 90, dutyFrom: 480, dutyTo: 1230, roadFactor: 1.25, speedKmPerHour: 40 },
  });
  await workspace.act('tours.plan', { id: tourId });
}
