// What the fields read from what hands type, and how long a job still takes.
import { expect, test } from 'vitest';
import { keysInWords } from '../../renderer/frame/acts.ts';
import { secondsLeft } from '../../renderer/ui/ProgressDialog.tsx';
import { parseTime } from '../../renderer/ui/TimeField.tsx';

test.each([
  ['17:30', 1050], ['17.30', 1050], ['1730', 1050], ['9', 540], ['०९:०५', 545], ['0:00', 0], ['23:59', 1439],
  ['24:00', null], ['12:60', null], ['half past', null], ['', null],
])('the time %s', (typed, minutes) => expect(parseTime(typed)).toBe(minutes));

test('time left goes by the speed so far', () => {
  expect(secondsLeft(0, 10_000, 25, 100)).toBe(30);
  expect(secondsLeft(0, 10_000, 0, 100)).toBeNull();
  expect(secondsLeft(0, 10_000, 100, 100)).toBeNull();
});

test.each([['mod+shift+Z', 'Ctrl Shift Z'], ['shift+?', '?'], ['alt+ArrowUp', 'Alt ↑']])('keys %s', (keys, read) => expect(keysInWords(keys)).toBe(read));
