// An order past many blackout days of any length: exactly those its new days touch and its old ones did not are told.
import { expect, test } from 'vitest';
import { addDays } from '../../shared/dates.ts';
import { testWorkspace } from '../help/workspace.ts';
import { seeded } from '../rules/seeded.ts';

test('blackouts told are those a plain look over all of them finds', async () => {
  const workspace = await testWorkspace({ kind: 'new', nameEn: 'State', nameHi: 'प्रदेश' });
  const random = seeded(5);
  const all: { nameEn: string; fromDay: string; toDay: string }[] = [];
  for (let at = 0; at < 40; at++) {
    const fromDay = addDays('2022-05-01', random.whole(0, 120));
    const one = { nameEn: `B${at}`, fromDay, toDay: addDays(fromDay, random.next() < 0.2 ? random.whole(10, 60) : random.whole(0, 3)) };
    all.push(one);
    await workspace.act('blackouts.save', { id: null, fields: { ...one, nameHi: null, kind: 'festival', unitId: null } });
  }
  const { id } = await workspace.act('programmes.save', { id: null, fields: { nameEn: 'P', nameHi: null, fromDay: '2022-05-10', toDay: '2022-05-16', phases: [], metricIds: [] } });
  for (let by = 1; by < 110; by += 6) {
    const [fromDay, toDay] = [addDays('2022-05-10', by), addDays('2022-05-16', by)];
    const told = workspace.ask('programmes.previewOrder', { programmeId: id, kind: 'postponement', orderDay: '2022-05-01', fromDay }).conflicts.map(({ detail }) => detail['nameEn'] as string);
    const touches = (one: (typeof all)[number], from: string, to: string) => one.fromDay <= to && one.toDay >= from;
    expect(told.toSorted()).toEqual(all.filter((one) => touches(one, fromDay, toDay) && !touches(one, '2022-05-10', '2022-05-16')).map(({ nameEn }) => nameEn).toSorted());
  }
  workspace.close();
});
