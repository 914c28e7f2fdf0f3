// The log holds where something went wrong, never about whom.
import { expect, it } from 'vitest';
import { tracesOf } from '../../electron/log.ts';
import { plainError } from '../../electron/workers/plainError.ts';

it('leaves the message out of an error, on every line', () => {
  const error = Object.assign(new TypeError('Sunita Devi\n9431100000 at home'), { code: 'ERR_SOMETHING' });
  const trace = tracesOf(error);
  expect(trace).toMatch(/^TypeError ERR_SOMETHING\n\s+at .*log\.test/);
  expect(trace).not.toMatch(/Sunita|94311|at home/);
});

it('is not fooled by a message that looks like frames, nor keeps the folder of whoever is logged in', () => {
  const asFrames = new Error('Ramesh Oraon\n    at Sunita Devi (9431100000:1:1)\n    at home/Sunita:2:2');
  const changed = new Error('Ramesh\n    at Sunita:1:1');
  changed.message = 'another';
  const named = Object.assign(new Error('x'), { name: 'Sunita Devi 94311', code: 'Ramesh' });
  for (const error of [asFrames, changed, named]) expect(plainError(error).trace).not.toMatch(/Sunita|Ramesh|94311|home/);
  const trace = tracesOf(asFrames);
  expect(trace).toContain('shell/log.test.ts');
  expect(trace).not.toContain(import.meta.dirname);
});

it('says only the kind of something thrown that is no error', () => {
  expect(tracesOf('Sunita Devi')).toBe('thrown: string');
});
