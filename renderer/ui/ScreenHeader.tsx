// A screen's title, a note beside it, and its one primary action at the top right.
import type { ReactNode } from 'react';

/** Put `className="screen"` around the screen and `className="screen-body"` around what scrolls. */
export function ScreenHeader({ title, note, children, action }: { title: string; note?: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <header className="screen-head">
      <h1 tabIndex={-1}>{title}</h1>
      <span className="note">{note}</span>
      <div className="acts">{children}{action}</div>
    </header>
  );
}
