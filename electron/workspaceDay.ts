// The day the workspace looks from: today, or the fixed day a demonstration is set to.
import { localDay } from './clock.ts';
import type { ReadDb } from './store/sql.ts';

/** `YYYY-MM-DD`. */
export function workspaceDay(db: ReadDb, now: number): string {
  const fixed = db.get<{ value: string }>(`SELECT value FROM workspace WHERE key = 'asOfDay'`);
  return fixed?.value || localDay(now);
}
