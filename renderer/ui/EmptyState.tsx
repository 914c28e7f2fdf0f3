// What belongs here, in one sentence, and the button that starts it.
import type { ReactNode } from 'react';

/** `action` is usually one Button. `compact` for panels. */
export function EmptyState({ title, text, action, compact = false }: { title?: string; text: string; action?: ReactNode; compact?: boolean }) {
  return (
    <div className="empty" data-compact={compact || undefined}>
      {title ? <strong>{title}</strong> : null}
      <span>{text}</span>
      {action}
    </div>
  );
}
