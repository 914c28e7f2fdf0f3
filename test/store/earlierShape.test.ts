// A file made before there were classes opens and keeps what it held, and acts in it can be undone.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../electron/store/migrations/all.ts';
import { openWorkspace } from '../help/workspace.ts';

/** Version 95 as it was first handed out: no classes, no counted imports, no kept committees. */
function earlierFile(path: string): void {
  const connection = new Database(path);
  for (const { version, sql } of migrations) if (version <= 95 && version !== 60) connection.exec(sql);
  connection.exec(`
    DROP TABLE stepImport; DROP TABLE committeeSum; DROP TABLE committeeFull; DROP TABLE personOrder; DROP TABLE committeeDay;
    DROP INDEX chargePlaceByPerson;
    CREATE INDEX chargePlaceByPerson ON chargePlace (personId, levelId, path, fromDay, toDay, programmeId, electors);
    INSERT INTO programme (id, nameEn, nameHi, fromDay, toDay) VALUES ('p', 'Old drive', NULL, '2022-04-01', '2022-04-30');
    INSERT INTO person (id, nameEn, nameHi, veteran) VALUES ('l', 'Leader', NULL, 0);
    INSERT INTO tour (id, nameEn, nameHi, personId, fromDay, toDay, meetingMinutes, dutyFrom, dutyTo, roadFactor, speedKmPerHour)
      VALUES ('t', 'Old tour', NULL, 'l', '2022-05-01', '2022-05-06', 90, 480, 1230, 1.3, 40);`);
  connection.pragma(`application_id = ${0x53616e67}`);
  connection.pragma('user_version = 95');
  connection.close();
}

it('opens a file of version 95 from before there were classes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sangathan-earlier-'));
  const path = join(folder, 'earlier.sangathan');
  try {
    earlierFile(path);
    const workspace = await openWorkspace((to) => copyFileSync(path, to), { kind: 'none' });
    expect(workspace.ask('programmes.list', {})).toMatchObject([{ nameEn: 'Old drive', fromDay: '2022-04-01', toDay: '2022-04-30' }]);
    expect(workspace.rows('SELECT id, onCalendar FROM tour')).toEqual([{ id: 't', onCalendar: 1 }]);
    const before = workspace.record();
    await workspace.act('programmes.remove', { id: 'p' });
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
    workspace.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
