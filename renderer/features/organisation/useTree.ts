// The tree as the screen walks it: open branches remembered, windows of children asked for as they are seen, any unit found and shown.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { call } from '../../api.ts';
import { useQuery, useRemembered, useWorkspace } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { useLanguage } from '../../words.ts';
import { keyOf, layOut, pageOfLine, pageRows, pagesToFind } from './treeLayout.ts';
import type { PageKey } from './treeLayout.ts';
import { createTreePages } from './treePages.ts';

/** Branches kept open from one start to the next. */
const mostExpanded = 500;
const rememberedAs = 'organisation.expanded';
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
  const [remembered, remember] = useRemembered<string[] | null>(rememberedAs, null);
  const expanded = useMemo(() => new Set(remembered ?? (rootId ? [rootId] : [])), [remembered, rootId]);
  const [pages] = useState(() => createTreePages(pageRows));
  const held = useSyncExternalStore(pages.listen, pages.snapshot);
  /** The way down to a unit that is to be shown, the unit itself last. */
  const [way, setWay] = useState<string[] | null>(null);
  const scrollRef = useRef<HTMLDivElement>(null);
  const { lines, open } = useMemo(() => layOut(expanded, (key) => held.get(keyOf(key))?.data), [held, expanded]);

  // oxlint-disable-next-line react/incompatible-library -- its changing functions are meant: the tree redraws as it scrolls
  const virtualizer = useVirtualizer({ count: lines.length, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan: 10 });
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);

  // What is seen, what was seen and still stands open (so that nothing jumps), and what leads to the unit looked for.
  const wanted = new Map<string, PageKey>([[keyOf(top), top]]);
  const want = (key: PageKey) => wanted.set(keyOf(key), key);
  for (const { index } of virtualizer.getVirtualItems()) if (lines[index]) want(pageOfLine(lines[index]));
  for (const { key } of held.values()) if (open.has(key.parentId)) want(key);
  if (way) for (const key of pagesToFind(way, lines, (page) => held.get(keyOf(page))?.data)) want(key);
  const wantedKeys = [...wanted.keys()].join('\n');
  const hold = useEffectEvent(() => pages.hold([...wanted.values()], { language, closed }));
  useLayoutEffect(() => hold(), [wantedKeys, language, closed]);
  useEffect(() => () => pages.drop(), [pages]);
  const { error } = useQuery('units.children', { parentId: null, language, closed, offset: 0, limit: pageRows });

  const indexOf = (unitId: string | null): number => (unitId === null ? -1 : lines.findIndex((line) => line.row?.id === unitId));

  // Once every step of the way has its line, the last one is brought into sight.
  const arrive = useEffectEvent(() => {
    const index = way ? indexOf(way.at(-1)!) : -1;
    if (index < 0) return;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    setWay(null);
  });
  useLayoutEffect(() => arrive(), [way, lines]);

  /** Read anew each time: two acts may follow each other before the screen is drawn again. */
  const put = (change: (ids: Set<string>) => void) => {
    const now = useSession.getState().remembered[rememberedAs] as string[] | undefined;
    const ids = new Set(now ?? (rootId ? [rootId] : []));
    change(ids);
    remember([...ids].slice(-mostExpanded));
  };

  /** Opens all branches above a unit and brings it into sight. */
  async function reveal(unitId: string): Promise<void> {
    const unit = await call('units.get', { id: unitId }).catch(() => null);
    if (!unit) return;
    if (unit.closedDay !== null) onClosed();
    const above = unit.ancestors.map((crumb) => crumb.id);
    put((ids) => { for (const id of above) ids.add(id); });
    setWay([...above, unitId]);
  }

  return {
    lines, virtualizer, scrollRef, indexOf, reveal, error,
    isEmpty: lines.length === 0 || !held.has(keyOf(top)),
    expand: (unitIds: string[]) => put((ids) => { for (const id of unitIds) ids.add(id); }),
    collapse: (unitId: string) => put((ids) => ids.delete(unitId)),
    collapseAll: () => remember(rootId ? [rootId] : []),
  };
}

export type Tree = ReturnType<typeof useTree>;
