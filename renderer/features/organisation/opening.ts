// What of the tree stands open, remembered from one start to the next: whole levels, and what was opened and shut by hand.
import { useMemo } from 'react';
import { useLevels } from '../../frame/levels.ts';
import { useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import type { Opening } from './treeLayout.ts';

/** Branches kept open or shut by hand. */
export const mostByHand = 500;
export const openToKey = 'organisation.openTo';
const openedKey = 'organisation.expanded';
const shutKey = 'organisation.shut';

export function useOpening(rootId: string | null): { opening: Opening; openTo: string | null } {
  const levels = useLevels();
  const [opened] = useRemembered<string[] | null>(openedKey, null);
  const [shut] = useRemembered<string[] | null>(shutKey, null);
  const [openTo] = useRemembered<string | null>(openToKey, null);
  const opening = useMemo(() => {
    const ordinal = levels.find((level) => level.id === openTo)?.ordinal ?? 0;
    return {
      levels: new Set(levels.filter((level) => level.ordinal < ordinal).map((level) => level.id)),
      opened: new Set(opened ?? (rootId ? [rootId] : [])), shut: new Set(shut ?? []),
    };
  }, [levels, opened, shut, openTo, rootId]);
  return { opening, openTo };
}

/** Read anew each time: two acts may follow each other before the screen is drawn again. */
export function changeOpening(rootId: string | null, change: (opened: Set<string>, shut: Set<string>) => void): void {
  const { remembered, remember } = useSession.getState();
  const opened = new Set((remembered[openedKey] as string[] | undefined) ?? (rootId ? [rootId] : []));
  const shut = new Set((remembered[shutKey] as string[] | undefined) ?? []);
  change(opened, shut);
  remember(openedKey, [...opened].slice(-mostByHand));
  remember(shutKey, [...shut].slice(-mostByHand));
}

/** Whole levels open, down to one; what was opened and shut by hand before no longer counts. Null: only the top stands open. */
export function openDownTo(levelId: string | null, rootId: string | null): void {
  const { remember } = useSession.getState();
  remember(openToKey, levelId);
  remember(shutKey, []);
  remember(openedKey, rootId ? [rootId] : []);
}
