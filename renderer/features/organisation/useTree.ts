// The tree as the screen walks it: open branches remembered, windows of children asked for as they are seen, any unit found and shown.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { call } from '../../api.ts';
import { useWorkspace } from '../../hooks.ts';
import { useLanguage } from '../../words.ts';
import { changeOpening, mostByHand, useOpening } from './opening.ts';
import { keyOf, layOut, pagesToFind } from './treeLayout.ts';
import type { PageKey } from './treeLayout.ts';
import { createTreePages } from './treePages.ts';

/** Windows last seen that stay, so that going back shows at once. */
const mostRecent = 150;
const top: PageKey = { parentId: null, page: 0 };

interface Options {
  rowHeight: number;
  /** Closed units are shown too. */
  closed: boolean;
  /** A closed unit is to be shown. */
  onClosed: () => void;
}

export function useTree({ rowHeight, closed, onClosed }: Options) {
  const language = useLanguage();
  const rootId = useWorkspace()?.rootUnitId ?? null;
  const { opening, openTo } = useOpening(rootId);
  const [pages] = useState(createTreePages);
  const held = useSyncExternalStore(pages.listen, pages.snapshot);
  const error = useSyncExternalStore(pages.listen, pages.error);
  /** The way down to a unit that is to be shown, the unit itself last. */
  const [way, setWay] = useState<string[] | null>(null);
  const scrollRef = useRef<HTMLDivElement>(null);
  const recent = useRef(new Map<string, PageKey>());
  const layout = useMemo(() => layOut(opening, (key) => held.get(keyOf(key))?.data, new Set([...held.values()].map(({ key }) => key.parentId))), [held, opening]);

  // oxlint-disable-next-line react/incompatible-library -- its changing functions are meant: the tree redraws as it scrolls
  const virtualizer = useVirtualizer({ count: layout.total, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan: 12 });
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);
  const shown = virtualizer.getVirtualItems().map((item) => ({ item, line: layout.lineAt(item.index) }));

  // What is seen, what leads to the unit looked for, what was opened or shut by hand and seen (so that nothing jumps), what was seen last.
  const wanted = new Map<string, PageKey>([[keyOf(top), top]]);
  const want = (key: PageKey) => wanted.set(keyOf(key), key);
  for (const { line } of shown) for (const key of line.pages) want(key);
  if (way) for (const key of pagesToFind(way, layout, (page) => held.get(keyOf(page))?.data)) want(key);
  const seen = [...wanted.values()];
  let byHand = 0;
  for (const { key, data } of held.values()) {
    if (byHand >= mostByHand) break;
    if (!opening.opened.has(key.parentId ?? '') && !data.rows.some((row) => opening.opened.has(row.id) || opening.shut.has(row.id))) continue;
    byHand += 1;
    want(key);
  }
  const seenKeys = seen.map(keyOf).join('\n');
  const hold = useEffectEvent(() => {
    for (const key of seen) {
      recent.current.delete(keyOf(key));
      recent.current.set(keyOf(key), key);
    }
    for (const id of [...recent.current.keys()].slice(0, -mostRecent)) recent.current.delete(id);
    for (const [id, key] of recent.current) if (held.has(id)) want(key);
    pages.want([...wanted.values()], { language, closed, openTo });
  });
  useLayoutEffect(() => hold(), [seenKeys, byHand, language, closed, openTo]);

  const indexOf = (unitId: string | null): number => (unitId === null ? -1 : layout.indexOf(unitId));

  // Once every step of the way has its line, the last one is brought into sight.
  const arrive = useEffectEvent(() => {
    const index = way ? indexOf(way.at(-1)!) : -1;
    if (index < 0) return;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    setWay(null);
  });
  useLayoutEffect(() => arrive(), [way, layout]);

  const expand = (unitIds: string[]) => changeOpening(rootId, (opened, shut) => { for (const id of unitIds) { opened.add(id); shut.delete(id); } });

  /** Opens all branches above a unit and brings it into sight. */
  async function reveal(unitId: string): Promise<void> {
    const unit = await call('units.get', { id: unitId }).catch(() => null);
    if (!unit) return;
    if (unit.closedDay !== null) onClosed();
    const above = unit.ancestors.map((crumb) => crumb.id);
    expand(above);
    setWay([...above, unitId]);
  }
  return {
    layout, shown, virtualizer, scrollRef, indexOf, reveal, error, expand,
    isEmpty: !held.has(keyOf(top)),
    collapse: (unitId: string) => changeOpening(rootId, (opened, shut) => { opened.delete(unitId); shut.add(unitId); }),
  };
}

export type Tree = ReturnType<typeof useTree>;
