// The tree with its search and tools. It scrolls by itself: nothing beside it on the screen is drawn again for that.
import { memo } from 'react';
import type { RefObject } from 'react';
import { useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { TreeSearch } from './TreeSearch.tsx';
import { TreeTools } from './TreeTools.tsx';
import { UnitTree } from './UnitTree.tsx';
import { useTree } from './useTree.ts';

export const TreeSection = memo(function TreeSection({ inputRef, rowHeight }: { inputRef: RefObject<HTMLInputElement | null>; rowHeight: number }) {
  const [closed, setClosed] = useRemembered('organisation.closed', false);
  const select = useSession((session) => session.select);
  const tree = useTree({ rowHeight, closed, onClosed: () => setClosed(true) });
  return (
    <TreeSearch
      inputRef={inputRef} tools={<TreeTools />}
      onChoose={(id) => {
        select(id);
        void tree.reveal(id);
        tree.scrollRef.current?.focus({ preventScroll: true });
      }}
    >
      <UnitTree tree={tree} rowHeight={rowHeight} />
    </TreeSearch>
  );
});
