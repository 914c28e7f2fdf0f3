// The four kinds of call, and how the contract's table is typed.
import type { z } from 'zod';

/** query: reads. command: one transaction, one undo step. effect: uses the host. job: long, with progress and cancel. */
export type Kind = 'query' | 'command' | 'effect' | 'job';

/**
 * One line of the contract. The input is checked at the boundary, so it is a schema; the output is ours, so it is only a type.
 * `writes` marks a job that changes the file: it is one transaction and one step, like a command.
 */
export interface Call<K extends Kind, Input extends z.ZodType, Output, Writes extends boolean = boolean> {
  kind: K;
  input: Input;
  writes: Writes;
  readonly output?: Output;
}

/** `query(input).gives<Output>()` and its sisters. */
function line<K extends Kind, Input extends z.ZodType, Writes extends boolean>(kind: K, writes: Writes, input: Input) {
  return { gives: <Output>(): Call<K, Input, Output, Writes> => ({ kind, writes, input }) };
}

export const query = <Input extends z.ZodType>(input: Input) => line('query', false, input);
export const command = <Input extends z.ZodType>(input: Input) => line('command', true, input);
export const effect = <Input extends z.ZodType>(input: Input) => line('effect', false, input);
export const readingJob = <Input extends z.ZodType>(input: Input) => line('job', false, input);
export const writingJob = <Input extends z.ZodType>(input: Input) => line('job', true, input);
