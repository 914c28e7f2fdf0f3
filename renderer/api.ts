// Asks the app: one typed function over the bridge, and the one list of those who listen to its pushes.
import type { CallName, InputOf, OutputOf, Progress, Push } from '../shared/contract.ts';

/** A refusal as the renderer meets it: the code has words in `errors.json`, the detail fills their gaps. */
export class CallError extends Error {
  readonly code: string;
  readonly detail: Record<string, unknown>;

  constructor(code: string, detail: Record<string, unknown>) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.detail = detail;
  }
}

export interface CallOptions {
  /** Given by whoever wants to cancel the call or to know its progress; else a fresh one. */
  callId?: string;
  onProgress?: (progress: Progress) => void;
}

/** Runs listener on every push; gives back the function that ends it. */
export const onPush = (listener: (push: Push) => void): (() => void) => window.sangathan.onPush(listener);

/** Throws `CallError` with the code the app gave; what is not even answered is code `bug`. */
export async function call<Name extends CallName>(name: Name, input: InputOf<Name>, options: CallOptions = {}): Promise<OutputOf<Name>> {
  const { callId = crypto.randomUUID(), onProgress } = options;
  const stop = onProgress
    ? onPush((push) => { if (push.type === 'progress' && push.progress.callId === callId) onProgress(push.progress); })
    : undefined;
  try {
    const reply = await window.sangathan.call(name, input, callId);
    if (!reply.ok) throw new CallError(reply.error.code, reply.error.detail);
    return reply.value as OutputOf<Name>;
  } catch (error) {
    throw error instanceof CallError ? error : new CallError('bug', {});
  } finally {
    stop?.();
  }
}
