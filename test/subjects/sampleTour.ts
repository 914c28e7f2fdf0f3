// The tour of the sample that the tests plan and move: all 24 districts, Jamshedpur to Ranchi, 18 to 26 April 2022.
import type { TourFields } from '../../shared/model/tourFields.ts';
import type { TestWorkspace } from '../help/workspace.ts';

export interface SampleTour {
  tourId: string;
  personId: string;
  fields: TourFields;
  /** Unit id of a district by its name in English. */
  unitId(nameEn: string): string;
  stopId(nameEn: string): string;
}

export async function sampleTour(workspace: TestWorkspace, change: Partial<TourFields> = {}): Promise<SampleTour> {
  const districts = workspace.rows<{ id: string; nameEn: string }>(`SELECT id, nameEn FROM unit WHERE levelId = 'district' ORDER BY path`);
  const personId = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'State in-charge'`)[0]!.id;
  const unitId = (nameEn: string): string => districts.find((unit) => unit.nameEn === nameEn)!.id;
  const fields: TourFields = {
    nameEn: 'Tour of all districts', nameHi: 'सभी जिलों का दौरा', personId, fromDay: '2022-04-18', toDay: '2022-04-26',
    firstUnitId: unitId('East Singhbhum'), lastUnitId: unitId('Ranchi'), unitIds: districts.map((unit) => unit.id),
    meetingMinutes: 90, dutyFrom: 480, dutyTo: 1230, roadFactor: 1.25, speedKmPerHour: 40, ...change,
  };
  const { id: tourId } = await workspace.act('tours.save', { id: null, fields });
  const stopId = (nameEn: string): string =>
    workspace.rows<{ id: string }>('SELECT id FROM tourStop WHERE tourId = ? AND unitId = ?', tourId, unitId(nameEn))[0]!.id;
  return { tourId, personId, fields, unitId, stopId };
}

/** Undoes step by step until the newest one not undone is `call`'s (null: until nothing is left). */
export async function undoBackTo(workspace: TestWorkspace, call: string | null): Promise<void> {
  const newest = (): string | null => workspace.rows<{ call: string }>(`SELECT call FROM step WHERE kind = 'do' AND state = 'done' ORDER BY seq DESC LIMIT 1`)[0]?.call ?? null;
  while (newest() !== call) await workspace.act('history.undo', {});
}
