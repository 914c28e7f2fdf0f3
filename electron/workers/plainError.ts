// Turns any error into data that may cross to the window: a code with its detail, or `bug` with nothing that names anybody.
import { AppError } from '../../shared/errors.ts';
import { tracesOf } from '../log.ts';
import type { PlainError } from './messages.ts';

const sqliteCodes: Record<string, string> = { SQLITE_FULL: 'file.diskFull', SQLITE_BUSY: 'file.inUse', SQLITE_CORRUPT: 'file.broken', SQLITE_READONLY: 'file.notWritable', SQLITE_IOERR: 'file.diskError' };

export function plainError(error: unknown): PlainError {
  if (error instanceof AppError) return { code: error.code, detail: error.detail, trace: '' };
  if (!(error instanceof Error)) return { code: 'bug', detail: {}, trace: tracesOf(error) };
  const found = 'code' in error && typeof error.code === 'string' ? Object.keys(sqliteCodes).find((code) => (error.code as string).startsWith(code)) : undefined;
  return { code: found ? (sqliteCodes[found] as string) : 'bug', detail: {}, trace: tracesOf(error) };
}
