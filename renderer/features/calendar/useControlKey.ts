// Whether Ctrl is held while something is dropped: the calendar's own events do not say.
import { useEffect, useRef } from 'react';

export function useControlKey() {
  const held = useRef(false);
  useEffect(() => {
    const read = (event: KeyboardEvent | MouseEvent) => { held.current = event.ctrlKey || event.metaKey; };
    const names = ['keydown', 'keyup', 'mousemove', 'mouseup'] as const;
    for (const name of names) window.addEventListener(name, read, true);
    return () => { for (const name of names) window.removeEventListener(name, read, true); };
  }, []);
  return held;
}
