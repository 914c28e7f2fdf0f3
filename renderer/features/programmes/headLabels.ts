// A month's name that no longer has room beside the names at the left is left out whole, not cut through.
import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Marks those of the children of `ref` whose label would be pushed out at the left. Looked at anew whenever they are drawn. */
export function useWholeLabels(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const months = ref.current;
    const scroller = months?.closest<HTMLElement>('.tl');
    if (!months || !scroller) return;
    const places = [...months.children].map((cell) => ({ cell: cell as HTMLElement, end: (cell as HTMLElement).offsetLeft + (cell as HTMLElement).offsetWidth, wide: (cell.firstElementChild as HTMLElement).offsetWidth + 6 }));
    const look = () => { for (const { cell, end, wide } of places) cell.toggleAttribute('data-leaving', end - scroller.scrollLeft < wide); };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  });
}
