// Tells for a moment that a value shown has just become another one, whoever changed it.
import { useEffect, useRef, useState } from 'react';

const shownMilliseconds = 1600;

/** Put the answer on `data-changed`. The first value is no change. */
export function useChanged(value: unknown): true | undefined {
  const last = useRef(value);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (Object.is(last.current, value)) return undefined;
    last.current = value;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return changed || undefined;
}
