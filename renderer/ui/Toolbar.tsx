// The row of choices under a screen's or panel's heading.
import type { ReactNode } from 'react';

/** `inside` for the narrower padding of a panel. */
export function Toolbar({ label, inside = false, children }: { label: string; inside?: boolean; children: ReactNode }) {
  return <div className="toolbar" role="toolbar" aria-label={label} data-inside={inside || undefined}>{children}</div>;
}
