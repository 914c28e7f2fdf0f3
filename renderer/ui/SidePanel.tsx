// A panel at the right edge of a screen, beside what it acts on: head, a body that scrolls, the act at the foot.
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';
import styles from './SidePanel.module.css';

interface Props {
  title: string;
  note?: ReactNode;
  onClose: () => void;
  /** Stands at the foot and does not scroll. */
  foot?: ReactNode;
  children: ReactNode;
  /** It shows what is chosen in a list beside it: the keyboard stays in the list. */
  follows?: boolean;
  /** In pixels. */
  width?: number;
}

/** Put it beside the screen's content in a flex row. Esc closes it unless a field in it wants the key. */
export function SidePanel({ title, note, onClose, foot, children, follows = false, width = 380 }: Props) {
  const t = useWords('common');
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it by key goes on inside; a field that took the focus already keeps it.
  useEffect(() => {
    if (!follows && !heading.current?.closest('aside')?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [follows]);
  return (
    <aside
      className={styles.panel} style={{ width }} aria-labelledby={headingId} data-side-panel
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <div>
          <h2 id={headingId} ref={heading} tabIndex={-1}>{title}</h2>
          {note ? <p>{note}</p> : null}
        </div>
        <ActionIcon variant="subtle" color="gray" size={28} title={t('close')} aria-label={t('close')} onClick={onClose}><IconX size={17} /></ActionIcon>
      </header>
      <div className={styles.body}>{children}</div>
      {foot ? <footer className={styles.foot}>{foot}</footer> : null}
    </aside>
  );
}
