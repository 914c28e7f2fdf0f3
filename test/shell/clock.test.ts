// Ids of one laptop: of the form of RFC 9562, rising strictly whatever the clock does, no two alike.
import { expect, test } from 'vitest';
import { idsFrom } from '../../electron/clock.ts';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('ids rise strictly, also more than 4096 in a millisecond and when the clock is set back', () => {
  let now = 1_649_930_400_000;
  const newId = idsFrom(() => now);
  const ids: string[] = [];
  for (const step of [0, 0, 1, -3_600_000, 5]) {
    now += step;
    for (let count = 0; count < 5000; count++) ids.push(newId());
  }
  expect(ids.every((id) => form.test(id))).toBe(true);
  expect(ids.every((id, at) => at === 0 || id > ids[at - 1]!)).toBe(true);
  expect(parseInt(ids[0]!.slice(0, 8) + ids[0]!.slice(9, 13), 16)).toBe(1_649_930_400_000);
});

test('two laptops at the same moment make no id twice', () => {
  const [one, other] = [idsFrom(() => 1), idsFrom(() => 1)];
  const ids = Array.from({ length: 4000 }, () => [one(), other()]).flat();
  expect(new Set(ids).size).toBe(8000);
});
