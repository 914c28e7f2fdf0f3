// react-big-calendar calls its boxes table, row and cell without making them one, which sends screen readers astray: boxes they are.
import { useEffect } from 'react';
import type { RefObject } from 'react';

const wrongRoles = '[role=table], [role=rowgroup], [role=row], [role=cell], [role=columnheader]';

/** Takes the false roles away, also from what is drawn later. Every entry says its own day, and real tables keep their own roles. */
export function usePlainRoles(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const strip = () => {
      for (const box of element.querySelectorAll(wrongRoles)) {
        for (const name of ['role', 'aria-label', 'aria-sort']) box.removeAttribute(name);
      }
    };
    strip();
    const observer = new MutationObserver(strip);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [frame]);
}
