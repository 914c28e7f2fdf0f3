// A number that leads somewhere: a press shows what it is made of.
import type { ReactNode } from 'react';

/** Without `onOpen` it is plain text. `label` says where a press leads, for hover and screen readers. */
export function Figure({ children, onOpen, label }: { children: ReactNode; onOpen?: (() => void) | undefined; label?: string | undefined }) {
  if (!onOpen) return <span className="figure">{children}</span>;
  return (
    <button type="button" className="figure" title={label} onClick={(event) => { event.stopPropagation(); onOpen(); }}>
      {children}
      {label ? <span className="unseen">, {label}</span> : null}
    </button>
  );
}
