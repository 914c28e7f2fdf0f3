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
    const isNews = !isOther && !Object.is(before.value, value);
    setChanged(isNews);
    // A timer for each figure of each line that scrolls by would be felt.
    if (!isNews) return;
    const timer = setTimeout(() => setChanged(false), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [of, value]);
  return changed || undefined;
}
