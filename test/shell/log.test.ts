// The log holds where something went wrong, never about whom.
import { expect, it } from 'vitest';
import { tracesOf } from '../../electron/log.ts';

it('leaves the message out of an error, on every line', () => {
  const error = Object.assign(new TypeError('Sunita Devi\n9431100000 at home'), { code: 'ERR_SOMETHING' });
  const trace = tracesOf(error);
  expect(trace).toMatch(/^TypeError ERR_SOMETHING\n\s+at .*log\.test/);
  expect(trace).not.toMatch(/Sunita|94311|at home/);
});

it('says only the kind of something thrown that is no error', () => {
  expect(tracesOf('Sunita Devi')).toBe('thrown: string');
});
