// Everything that was done in this file, in words, with the way back.
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useState } from 'react';
import './history.css';
import { HistoryPage } from './HistoryPage.tsx';
import { actInWords } from '../../actInWords.ts';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { redo, undo } from '../../toasts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useWords } from '../../words.ts';

export default function HistoryScreen() {
  const t = useWords('history');
  const go = useSession((session) => session.go);
  const { data: state } = useQuery('history.state', {});
  const { data: newest, error } = useQuery('history.list', { limit: 1 });
  /** The page beginnings shown: null is the newest. */
  const [starts, setStarts] = useState<(number | null)[]>([null]);
  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')} note={t('note')}
        action={(
          <Button leftSection={<IconArrowBackUp size={17} />} disabled={!state?.undo} title={state?.undo ? actInWords(state.undo) : undefined} onClick={() => void undo()}>{t('undoThis')}</Button>
        )}
      >
        <Button variant="default" leftSection={<IconArrowForwardUp size={17} />} disabled={!state?.redo} title={state?.redo ? actInWords(state.redo) : undefined} onClick={() => void redo()}>{t('redoThis')}</Button>
      </ScreenHeader>
      <div className="screen-body" role="region" aria-label={t('title')} tabIndex={0}>
        {error ? <ErrorPanel error={error} /> : null}
        {newest?.length === 0 ? <EmptyState title={t('emptyTitle')} text={t('emptyText')} action={<Button onClick={() => go('targets')}>{t('emptyAction')}</Button>} /> : null}
        {newest && newest.length > 0 ? (
          <section className="panel history" data-flush>
            <table className="grid">
              <thead>
                <tr><th scope="col">{t('when')}</th><th scope="col">{t('what')}</th><th scope="col">{t('who')}</th><th scope="col" className="figures">{t('size')}</th></tr>
              </thead>
              {starts.map((start, at) => (
                <HistoryPage key={start ?? 'newest'} beforeSeq={start} nextUndo={state?.undo?.seq ?? null} onOlder={at === starts.length - 1 ? (seq) => setStarts([...starts, seq]) : undefined} />
              ))}
            </table>
          </section>
        ) : null}
      </div>
    </div>
  );
}
