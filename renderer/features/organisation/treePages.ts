// The windows of children the tree holds: asked for once, kept true by the questions behind them, let go when nothing needs them.
import { queries } from '../../queries.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { UnitRow } from '../../../shared/model/unit.ts';
import { keyOf } from './treeLayout.ts';
import type { PageKey } from './treeLayout.ts';

export interface HeldPage {
  key: PageKey;
  data: Page<UnitRow>;
}

/** All windows that have been answered, by `keyOf`; a new map after every answer. */
export type HeldPages = ReadonlyMap<string, HeldPage>;

type Question = Omit<InputOf<'units.children'>, 'offset' | 'limit' | 'parentId'>;

export function createTreePages(rowsOfPage: number) {
  let answered: HeldPages = new Map();
  let question = '';
  const held = new Map<string, () => void>();
  const listeners = new Set<() => void>();

  const say = (next: HeldPages) => {
    answered = next;
    for (const listener of listeners) listener();
  };
  const letGo = (keys: Iterable<string>) => {
    const next = new Map(answered);
    for (const key of keys) {
      held.get(key)?.();
      held.delete(key);
      next.delete(key);
    }
    if (next.size !== answered.size) say(next);
  };
  const takeOn = (id: string, key: PageKey, about: Question) => {
    const input = { parentId: key.parentId, ...about, offset: key.page * rowsOfPage, limit: rowsOfPage };
    const take = () => {
      const data = queries.answer('units.children', input).data as Page<UnitRow> | undefined;
      if (data && answered.get(id)?.data !== data) say(new Map(answered).set(id, { key, data }));
    };
    held.set(id, queries.listen('units.children', input, take));
    take();
  };

  return {
    snapshot: (): HeldPages => answered,
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Holds exactly these windows of this question. */
    hold(keys: readonly PageKey[], about: Question): void {
      const asked = JSON.stringify(about);
      // In another language the old order stays until its first window is there; the rest is asked anew.
      if (asked !== question) for (const [id, end] of held) { end(); held.delete(id); }
      question = asked;
      const wanted = new Map(keys.map((key) => [keyOf(key), key]));
      letGo([...held.keys(), ...answered.keys()].filter((id) => !wanted.has(id)));
      for (const [id, key] of wanted) if (!held.has(id)) takeOn(id, key, about);
    },
    drop: () => letGo([...held.keys()]),
  };
}
