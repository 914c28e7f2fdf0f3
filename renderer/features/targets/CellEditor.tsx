// The field inside a cell: takes what is typed, says at once what it cannot be, and goes on as a spreadsheet does.
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

export type Leaving = 'down' | 'up' | 'right' | 'left' | 'stay';

interface Props {
  initial: string;
  label: string;
  align: 'left' | 'right';
  /** Undefined: what is typed cannot be; `wrong` then says why. */
  parse: (text: string) => { value: number | string | null } | undefined;
  wrong: string;
  onCommit: (value: number | string | null, leaving: Leaving) => void;
  onCancel: () => void;
}

export function CellEditor({ initial, label, align, parse, wrong, onCommit, onCancel }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);
  const [refused, setRefused] = useState(false);
  const left = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    // A first figure typed is continued; an old value is replaced unless the cursor is moved.
    if (initial.length > 1) field.current?.select();
  }, [initial]);

  function finish(leaving: Leaving): void {
    if (left.current) return;
    const parsed = parse(text);
    if (!parsed) { setRefused(true); return; }
    left.current = true;
    onCommit(parsed.value, leaving);
  }
  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const leaving = event.key === 'Enter' ? (event.shiftKey ? 'up' : 'down') : event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right')
      : event.key === 'ArrowDown' ? 'down' : event.key === 'ArrowUp' ? 'up' : null;
    if (event.key === 'Escape') {
      left.current = true;
      onCancel();
    } else if (leaving && !event.nativeEvent.isComposing) finish(leaving);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        ref={field} className="cell-input" style={{ textAlign: align }} value={text} aria-label={label} aria-invalid={refused} autoComplete="off" spellCheck={false}
        onChange={(event) => { setText(event.currentTarget.value); setRefused(false); }}
        onKeyDown={onKeyDown} onMouseDown={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}
        // Left by the mouse: what is right is kept, what is not is let go.
        onBlur={() => { if (!left.current) { if (parse(text)) finish('stay'); else { left.current = true; onCancel(); } } }}
      />
      {refused ? <span role="alert" className="cell-refused">{wrong}</span> : null}
    </>
  );
}
