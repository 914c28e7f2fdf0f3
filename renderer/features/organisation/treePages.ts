// The windows of children the tree holds: asked for many at a time, at most one question under way, asked again after every change of the file.
import { call, onPush } from '../../api.ts';
import type { CallError } from '../../api.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { TreeRow } from '../../../shared/model/unit.ts';
import { keyOf, pageRows } from './treeLayout.ts';
import type { PageKey } from './treeLayout.ts';

export interface HeldPage {
  key: PageKey;
  data: Page<TreeRow>;
}

/** All windows that have been answered, by `keyOf`; a new map after every answer. */
export type HeldPages = ReadonlyMap<string, HeldPage>;
export type TreeQuestion = Pick<InputOf<'units.branches'>, 'language' | 'closed' | 'openTo'>;

/** As many windows are asked for in one question. */
const mostAtOnce = 60;

export function createTreePages() {
  let held: HeldPages = new Map();
  let wanted: readonly PageKey[] = [];
  let question: TreeQuestion = {};
  /** Windows answered before the last change of the file, or to another question. */
  let stale = new Set<string>();
  let asking = false;
  let error: CallError | undefined;
  const listeners = new Set<() => void>();

  const say = () => { for (const listener of listeners) listener(); };
  const isMissing = (key: PageKey): boolean => !held.has(keyOf(key)) || stale.has(keyOf(key));

  /** Asks for what is wanted and not there, until nothing is; what is wanted meanwhile comes in the next question. */
  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      for (;;) {
        const keys = wanted.filter(isMissing).slice(0, mostAtOnce);
        if (keys.length === 0) return;
        const about = question;
        const marks = stale;
        const pages = await call('units.branches', { ...about, of: keys.map(({ parentId, page }) => ({ parentId, offset: page * pageRows })), limit: pageRows });
        // Meanwhile another question was asked, or the file changed: this answer is of yesterday.
        if (about !== question || marks !== stale) continue;
        const next = new Map(held);
        keys.forEach((key, at) => {
          next.set(keyOf(key), { key, data: pages[at]! });
          stale.delete(keyOf(key));
        });
        const still = new Set(wanted.map(keyOf));
        for (const id of next.keys()) if (!still.has(id)) next.delete(id);
        held = next;
        error = undefined;
        say();
      }
    } catch (caught) {
      error = caught as CallError;
      say();
    } finally {
      asking = false;
    }
  }
  const outdate = () => {
    stale = new Set(held.keys());
    void ask();
  };

  return {
    snapshot: (): HeldPages => held,
    error: (): CallError | undefined => error,
    listen(listener: () => void): () => void {
      listeners.add(listener);
      if (listeners.size > 1) return () => listeners.delete(listener);
      const end = onPush((push) => { if (push.type === 'changed') outdate(); });
      return () => {
        listeners.delete(listener);
        end();
      };
    },
    /** These windows are wanted from now on, the most urgent first. In another language the old answers stay until the new are there. */
    want(keys: readonly PageKey[], about: TreeQuestion): void {
      wanted = keys;
      if (JSON.stringify(about) !== JSON.stringify(question)) {
        question = about;
        outdate();
      } else void ask();
    },
  };
}
