// Questions of the screens: asked once for all, asked again after a change, late answers dropped, good answers kept.
import { expect, test } from 'vitest';
import { CallError } from '../../renderer/api.ts';
import { createQueries } from '../../renderer/queries.ts';

const dhanbad = ['units.get', { id: 'dhanbad' }] as const;
const ranchi = ['units.get', { id: 'ranchi' }] as const;

/** An app whose answers are given by hand, in any order. */
function slowApp() {
  const asked: { name: string; input: unknown; answer: (value: unknown) => Promise<void>; refuse: (code: string) => Promise<void> }[] = [];
  const queries = createQueries((name, input) => new Promise((resolve, reject) => {
    asked.push({
      name, input,
      answer: async (value) => { resolve(value); await new Promise(setImmediate); },
      refuse: async (code) => { reject(new CallError(code, {})); await new Promise(setImmediate); },
    });
  }));
  return { asked, queries };
}
const nobody = () => undefined;

test('two listeners, one question, and the input as it was given', () => {
  const { asked, queries } = slowApp();
  queries.listen(...dhanbad, nobody);
  queries.listen(...dhanbad, nobody);
  expect(asked.map(({ name, input }) => ({ name, input }))).toEqual([{ name: 'units.get', input: { id: 'dhanbad' } }]);
});

test('an answer reaches every listener of its question and no other', async () => {
  const { asked, queries } = slowApp();
  const heard: string[] = [];
  queries.listen(...dhanbad, () => heard.push('a'));
  queries.listen(...dhanbad, () => heard.push('b'));
  queries.listen(...ranchi, () => heard.push('ranchi'));
  await asked[0]!.answer({ nameEn: 'Dhanbad' });
  expect(heard).toEqual(['a', 'b']);
  expect(queries.answer(...dhanbad).data).toEqual({ nameEn: 'Dhanbad' });
  expect(queries.answer(...ranchi).data).toBeUndefined();
});

test('after a change what is shown is asked again, what is not is forgotten', async () => {
  const { asked, queries } = slowApp();
  queries.listen(...dhanbad, nobody);
  const end = queries.listen(...ranchi, nobody);
  await asked[0]!.answer(1);
  await asked[1]!.answer(2);
  end();
  expect(queries.answer(...ranchi).data).toBe(2);
  queries.changed();
  expect(asked).toHaveLength(3);
  expect(queries.answer(...dhanbad).data).toBe(1);
  expect(queries.answer(...ranchi).data).toBeUndefined();
});

test('an answer from before the change is dropped, whichever comes first', async () => {
  const { asked, queries } = slowApp();
  queries.listen(...dhanbad, nobody);
  queries.changed();
  await asked[1]!.answer('new');
  await asked[0]!.answer('old');
  expect(queries.answer(...dhanbad).data).toBe('new');
});

test('a refusal keeps the last good answer beside the error, and the next good one clears it', async () => {
  const { asked, queries } = slowApp();
  queries.listen(...dhanbad, nobody);
  await asked[0]!.answer('good');
  queries.changed();
  await asked[1]!.refuse('units.gone');
  expect(queries.answer(...dhanbad)).toMatchObject({ data: 'good', error: { code: 'units.gone' } });
  void queries.refresh(...dhanbad);
  await asked[2]!.answer('better');
  expect(queries.answer(...dhanbad)).toEqual({ data: 'better', error: undefined });
});

test('another file: nothing known before is shown', async () => {
  const { asked, queries } = slowApp();
  queries.listen(...dhanbad, nobody);
  await asked[0]!.answer('of the old file');
  queries.forgetAll();
  expect(queries.answer(...dhanbad).data).toBeUndefined();
  await asked[1]!.answer('of the new file');
  expect(queries.answer(...dhanbad).data).toBe('of the new file');
});

test('idle only when every question is answered', async () => {
  const { asked, queries } = slowApp();
  let idle = 0;
  queries.onIdle(() => { idle += 1; });
  queries.listen(...dhanbad, nobody);
  queries.listen(...ranchi, nobody);
  await asked[0]!.answer(1);
  expect(idle).toBe(0);
  expect(queries.isIdle()).toBe(false);
  await asked[1]!.answer(2);
  expect(idle).toBe(1);
  expect(queries.isIdle()).toBe(true);
});

test('a long question nobody waits for any more is stopped, and asked anew when somebody does', async () => {
  const asked: string[] = [];
  const stopped: string[] = [];
  const queries = createQueries((_, __, callId) => { asked.push(callId); return new Promise(() => undefined); }, (_, callId) => stopped.push(callId));
  const preview = ['targets.apportionPreview', { total: 15 }] as const;
  const end = queries.listen(...preview, nobody);
  const other = queries.listen(...dhanbad, nobody);
  end();
  other();
  // A quick question is left to finish: its answer is kept for going back.
  expect(stopped).toEqual([asked[0]]);
  queries.listen(...preview, nobody);
  expect(asked).toHaveLength(3);
  // Something was written: the answer under way is of before, so it is stopped and asked again.
  queries.changed();
  expect(stopped).toContain(asked[2]);
});
