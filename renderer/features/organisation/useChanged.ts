// Tells for a moment that a figure shown has just become another one.
import { useEffect, useRef, useState } from 'react';

const shownMilliseconds = 1600;

/** Put the answer on `data-changed`. `of` names the record: going to another record is no change. */
export function useChanged(of: string | undefined, value: unknown): true | undefined {
  const last = useRef({ of, value });
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    const before = last.current;
    last.current = { of, value };
    const isOther = of === undefined || before.of !== of;
    setChanged(!isOther && !Object.is(before.value, value));
    const timer = setTimeout(() => setChanged(false), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [of, value]);
  return changed || undefined;
}
