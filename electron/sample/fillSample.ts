// Writes the Jharkhand sample into an empty file.
import { childPath } from '../../shared/rules/hierarchy.ts';
import { seedCommittees } from '../store/migrations/0030-people.ts';
import type { WriteDb } from '../store/sql.ts';
import { fillDivisions } from './divisions.ts';
import { insertRow } from '../store/insertRow.ts';
import { giveOrder } from '../subjects/programme/giveOrder.ts';
import { jharkhandSample } from './jharkhand.ts';
import type { SampleUnit } from './sample-data.ts';
import { fillLevels } from './startingLevels.ts';

type Report = (stage: string, done: number, total: number) => void;

function fillUnits(db: WriteDb, units: SampleUnit[], progress: Report): void {
  const paths = new Map<string, string>();
  const siblings = new Map<string | null, number>();
  units.forEach((unit, index) => {
    const number = (siblings.get(unit.parentId) ?? 0) + 1;
    siblings.set(unit.parentId, number);
    const path = childPath(unit.parentId === null ? '' : paths.get(unit.parentId) ?? '', number);
    paths.set(unit.id, path);
    insertRow(db, 'unit', { ...unit, path });
    if (index % 1000 === 0) progress('sample', index, units.length);
  });
}

export function fillSample(db: WriteDb, newId: () => string, progress: Report): void {
  progress('sample', 0, 1);
  const sample = jharkhandSample(newId);
  fillLevels(db);
  db.run(seedCommittees);
  for (const [key, value] of Object.entries({ ...sample.workspace, demonstration: '1' })) insertRow(db, 'workspace', { key, value });
  for (const constituency of sample.constituencies) insertRow(db, 'constituency', { ...constituency });
  fillUnits(db, sample.units, progress);
  fillDivisions(db, newId);
  for (const { unitId, name } of sample.unitAliases) insertRow(db, 'unitAlias', { unitId, name });
  for (const { unitId, rings } of sample.outlines) insertRow(db, 'outline', { unitId, rings: JSON.stringify(rings) });
  for (const { post, phone, ...person } of sample.people) {
    insertRow(db, 'person', { ...person });
    insertRow(db, 'personPhone', { personId: person.id, ordinal: 1, kind: 'mobile', number: phone });
    if (post) insertRow(db, 'post', { id: newId(), personId: person.id, ...post });
  }
  for (const day of sample.daysAway) insertRow(db, 'dayAway', { ...day });
  for (const responsibility of sample.responsibilities) insertRow(db, 'responsibility', { ...responsibility });
  for (const metric of sample.metrics) insertRow(db, 'metric', { ...metric });
  for (const { phases, metricIds, ...programme } of sample.programmes) {
    insertRow(db, 'programme', { ...programme });
    for (const phase of phases) insertRow(db, 'phase', { programmeId: programme.id, ...phase });
    metricIds.forEach((metricId, ordinal) => insertRow(db, 'programmeMetric', { programmeId: programme.id, metricId, ordinal }));
  }
  for (const { title, begin, personIds, ...meeting } of sample.meetings) {
    insertRow(db, 'meeting', { ...meeting, titleEn: title, beginMinute: begin });
    for (const personId of personIds) insertRow(db, 'meetingPerson', { meetingId: meeting.id, personId });
  }
  for (const link of sample.links) insertRow(db, 'programmeLink', { ...link });
  for (const blackout of sample.blackouts) insertRow(db, 'blackout', { ...blackout });
  for (const visit of sample.visits) insertRow(db, 'visit', { ...visit, stopId: null });
  for (const promise of sample.promises) insertRow(db, 'promise', { ...promise });
  for (const correction of sample.travelCorrections) insertRow(db, 'travelCorrection', { ...correction, origin: 'imported' });
  // The days before it and everything it moved are kept, as after any order.
  giveOrder({ db, newId, today: sample.workspace.asOfDay, summarise: () => undefined }, sample.order);
}
