// The leaders at and below the scope, by post; searched as one types.
import { useElementSize } from '@mantine/hooks';
import { useSession } from '../../store.ts';
import { useWindowedPages } from '../../hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import { useLanguage, useWords } from '../../words.ts';
import type { ReactNode } from 'react';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { PersonRow } from '../../../shared/model/person.ts';
import { usePersonColumns } from './personColumns.tsx';

export interface PeopleListProps {
  group: GroupFilter | null;
  text: string;
  unitId: string | null;
  rowHeight: number;
  personId: string | null;
  onOpen: (person: PersonRow) => void;
  /** Shown instead of an empty list that no search has emptied. */
  addButton: ReactNode;
}

export function PeopleList({ group, text, unitId, rowHeight, personId, onOpen, addButton }: PeopleListProps) {
  const t = useWords('people');
  const language = useLanguage();
  const setScope = useSession((session) => session.setScope);
  const list = useWindowedPages('people.list', { unitId, text, language, group }, { rowHeight });
  const { ref, width } = useElementSize<HTMLDivElement>();
  const columns = usePersonColumns(width);
  const isEmpty = list.first?.total === 0;
  return (
    <div className="split-main" ref={ref}>
      <LoadingLine shown={list.loading} />
      {list.error ? <ErrorPanel error={list.error} /> : null}
      {isEmpty && text.trim() !== '' ? <EmptyState text={t('nobodyFound', { text: text.trim() })} action={unitId === null ? undefined : <button type="button" className="figure" onClick={() => setScope(null)}>{t('searchEverywhere')}</button>} /> : null}
      {isEmpty && text.trim() === '' ? <EmptyState title={t('emptyTitle')} text={t('emptyText')} action={addButton} /> : null}
      {isEmpty ? null : (
        <RowGrid
          label={t('title')} columns={columns} total={list.total} rowAt={list.rowAt} keyOf={(row) => row.id} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
          selectedKey={personId} onSelect={onOpen} onOpen={() => document.querySelector<HTMLElement>('[data-side-panel] h2')?.focus()}
        />
      )}
    </div>
  );
}
