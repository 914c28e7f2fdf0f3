// A made state in a real workspace file, filled directly in seconds; a file once made is kept in the temporary folder and copied from there.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertRow } from '../../electron/store/insertRow.ts';
import { fillLevels } from '../../electron/sample/startingLevels.ts';
import { seedCommittees } from '../../electron/store/migrations/0030-people.ts';
import { migrations } from '../../electron/store/migrations/all.ts';
import { openFile } from '../../electron/store/open.ts';
import { stepsOver } from '../../electron/store/steps.ts';
import type { WriteDb } from '../../electron/store/sql.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import { makeName } from './bigNames.ts';
import { bigState, statesBySize } from './bigState.ts';
import type { BigSize, BigStateName, BigUnit } from './bigState.ts';
import { openWorkspace } from './workspace.ts';
import type { TestWorkspace } from './workspace.ts';

export interface BigOptions {
  state?: BigStateName;
  seed?: number;
  /** Instead of the named state's numbers. */
  size?: Partial<BigSize>;
  /** Presidents of every district, block, town and panchayat, coordinators with a charge for most districts. */
  leaders?: boolean;
  /** A membership drive with a target for every unit and a few reports: 10 members a booth, weighed by electors. */
  programme?: boolean;
}

const presidents: Partial<Record<BigUnit['levelId'], string>> = { district: 'districtPresident', block: 'blockPresident', town: 'townPresident', panchayat: 'panchayatPresident' };

function fillLeaders(db: WriteDb, units: readonly BigUnit[], seed: number): void {
  const random = seededRandom(seed ^ 0x1eade5);
  let count = 0;
  const id = (kind: string) => `01900000-${kind}-7000-8000-${(++count).toString(16).padStart(12, '0')}`;
  const person = (unit: BigUnit, postKindId: string): string => {
    const name = makeName.person(random);
    const personId = id('0002');
    insertRow(db, 'person', { id: personId, nameEn: name.en, nameHi: name.hi, veteran: 0 });
    insertRow(db, 'post', { id: id('0004'), personId, postKindId, unitId: unit.id });
    // No Indian telephone number has ten digits and begins with 0.
    insertRow(db, 'personPhone', { personId, ordinal: 1, kind: 'mobile', number: String(count).padStart(10, '0') });
    return personId;
  };
  for (const unit of units) {
    const postKindId = presidents[unit.levelId];
    if (postKindId) person(unit, postKindId);
    if (unit.levelId !== 'district') continue;
    const personId = person(unit, 'districtCoordinator');
    if (random.below(10) > 0) insertRow(db, 'responsibility', { id: id('0003'), personId, unitId: unit.id, fromDay: '2022-04-01', toDay: '2022-04-30' });
  }
}

function fillProgramme(db: WriteDb, units: readonly BigUnit[], booths: number): void {
  const programmeId = '01900000-0006-7000-8000-000000000001';
  const metricId = '01900000-0007-7000-8000-000000000001';
  insertRow(db, 'metric', { id: metricId, nameEn: 'Members enrolled', nameHi: 'नए सदस्य', kind: 'sum' });
  insertRow(db, 'programme', { id: programmeId, nameEn: 'Membership drive', nameHi: 'सदस्यता अभियान', fromDay: '2022-03-01', toDay: '2022-04-30' });
  insertRow(db, 'programmeMetric', { programmeId, metricId, ordinal: 0 });
  const total = booths * 10;
  const electors = units.reduce((sum, unit) => sum + (unit.electors ?? 0), 0);
  const values = new Map<string, number>();
  let electorsSoFar = 0;
  let given = 0;
  for (const unit of units) {
    if (unit.electors === null) continue;
    electorsSoFar += unit.electors;
    const upTo = Math.round((total * electorsSoFar) / electors);
    values.set(unit.id, upTo - given);
    given = upTo;
  }
  for (const unit of units.toReversed()) if (unit.parentId !== null) values.set(unit.parentId, (values.get(unit.parentId) ?? 0) + (values.get(unit.id) ?? 0));
  let reports = 0;
  for (const unit of units) {
    const value = values.get(unit.id) ?? 0;
    insertRow(db, 'target', { programmeId, metricId, unitId: unit.id, value });
    if (unit.levelId !== 'block' || reports >= 400) continue;
    reports += 1;
    insertRow(db, 'report', { id: `01900000-0008-7000-8000-${String(reports).padStart(12, '0')}`, programmeId, metricId, unitId: unit.id, day: '2022-04-12', value: Math.round((value * (20 + (reports % 80))) / 100), source: 'phone', toldBy: 'District coordinator', note: '' });
  }
}

function fillState(db: WriteDb, seed: number, size: BigSize, { leaders, programme }: BigOptions): void {
  fillLevels(db);
  db.run(seedCommittees);
  for (const [key, value] of Object.entries({ nameEn: size.nameEn, nameHi: size.nameHi, asOfDay: '2022-04-14' })) insertRow(db, 'workspace', { key, value });
  const state = bigState(seed, size);
  for (const seat of state.seats) insertRow(db, 'constituency', { ...seat });
  const seatIds = new Map(state.seats.filter((seat) => seat.kind === 'assembly').map((seat) => [seat.number, seat.id]));
  const units = [...state.units()];
  let district = 0;
  for (const { seat, ...unit } of units) {
    insertRow(db, 'unit', { ...unit, constituencyId: seat === null ? null : seatIds.get(seat) ?? null });
    if (unit.levelId === 'district') insertRow(db, 'outline', { unitId: unit.id, rings: JSON.stringify([state.rings[district++]]) });
  }
  if (leaders) fillLeaders(db, units, seed);
  if (programme) fillProgramme(db, units, size.booths);
}

/** Files of another shape or by another generator must not be taken for this one's. */
function keyOf(options: BigOptions): string {
  const root = join(import.meta.dirname, '../..');
  const hash = createHash('sha256').update(JSON.stringify([options, migrations]));
  for (const folder of ['electron/store', 'test/help']) {
    for (const name of readdirSync(join(root, folder)).sort()) if (folder === 'electron/store' ? name.endsWith('.ts') : name.startsWith('big')) hash.update(readFileSync(join(root, folder, name)));
  }
  hash.update(readFileSync(join(root, 'shared/rules/fold.ts')));
  return hash.digest('hex').slice(0, 16);
}

/** The path of the kept file; it is not to be written into: copy it first. */
export async function bigFile(options: BigOptions = {}): Promise<string> {
  const { state = 'up', seed = 7, size } = options;
  const kept = join(tmpdir(), `sangathan-state-${keyOf(options)}.sangathan`);
  if (existsSync(kept)) return kept;
  const folder = mkdtempSync(join(tmpdir(), 'sangathan-state-'));
  const path = join(folder, 'made.sangathan');
  const connection = openFile(path, { create: true });
  try {
    const steps = stepsOver(connection);
    await steps.fill(() => fillState(steps.db, seed, { ...statesBySize[state], ...size }, options));
    connection.pragma('optimize');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
  renameSync(path, kept);
  rmSync(folder, { recursive: true, force: true });
  return kept;
}

/** A workspace of its own on a copy of the made state (by default Uttar Pradesh, seed 7); `close` removes the copy. */
export async function bigWorkspace(options: BigOptions = {}): Promise<TestWorkspace> {
  const kept = await bigFile(options);
  return openWorkspace((path) => copyFileSync(kept, path), { kind: 'none' });
}
