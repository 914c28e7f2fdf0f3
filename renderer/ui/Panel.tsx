// A bordered part of a screen with its own heading.
import { useId } from 'react';
import type { ReactNode } from 'react';

/** `flush` lets a grid or map reach the border. `aside` stands at the right of the heading. */
export function Panel({ title, aside, flush = false, children }: { title?: string; aside?: ReactNode; flush?: boolean; children: ReactNode }) {
  const headingId = useId();
  return (
    <section className="panel" data-flush={flush || undefined} aria-labelledby={title ? headingId : undefined}>
      {title ? (
        <div className="panel-head">
          <h2 id={headingId}>{title}</h2>
          {aside}
        </div>
      ) : null}
      <div className="panel-body">{children}</div>
    </section>
  );
}
