// The same leaders in groups: under the heads of the classes their posts' units stand in, each of which opens and closes.
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { GroupHead } from '../../frame/GroupHead.tsx';
import { useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useLanguage, useWords } from '../../words.ts';
import type { GroupedPerson } from '../../../shared/model/person.ts';
import { usePersonColumns } from './personColumns.tsx';
import type { PeopleListProps } from './PeopleList.tsx';

export function GroupedPeopleList({ classificationId, group, text, unitId, rowHeight, personId, onOpen, addButton }: PeopleListProps & { classificationId: string }) {
  const t = useWords('people');
  const g = useWords('groups');
  const language = useLanguage();
  const setScope = useSession((session) => session.setScope);
  const [folded, setFolded] = useState<string[]>([]);
  const [here, setHere] = useState<string | null>(null);
  const list = useWindowedPages('people.grouped', { classificationId, unitId, text, language, group, folded }, { rowHeight });
  const { ref, width } = useElementSize<HTMLDivElement>();
  const fold = (id: string) => setFolded((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const columns = usePersonColumns(width).map((column, at): GridColumn<GroupedPerson> => ({
    ...column,
    render: (line) => {
      if (line.kind === 'person') return at === 0 ? <span className="in-group">{column.render(line.person)}{line.whole ? null : <span className="part-mark">{g('partly')}</span>}</span> : column.render(line.person);
      return at === 0 ? <GroupHead of={line.class} count={line.count} folded={folded.includes(line.key)} onFold={() => fold(line.key)} /> : null;
    },
  }));
  const isEmpty = list.first?.total === 0;
  const open = (line: GroupedPerson) => { setHere(line.key); if (line.kind === 'person') onOpen(line.person); };
  return (
    <div className="split-main" ref={ref}>
      <LoadingLine shown={list.loading} />
      {list.error ? <ErrorPanel error={list.error} /> : null}
      {isEmpty && text.trim() !== '' ? <EmptyState text={t('nobodyFound', { text: text.trim() })} action={unitId === null ? undefined : <button type="button" className="figure" onClick={() => setScope(null)}>{t('searchEverywhere')}</button>} /> : null}
      {isEmpty && text.trim() === '' ? <EmptyState title={t('emptyTitle')} text={t('emptyText')} action={addButton} /> : null}
      {isEmpty ? null : (
        <RowGrid
          label={t('title')} columns={columns} total={list.total} rowAt={list.rowAt} keyOf={(line) => (line.kind === 'person' && here === null ? line.person.id : line.key)} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
          selectedKey={here ?? personId} onSelect={open} onOpen={(line) => { if (line.kind === 'class') fold(line.key); else document.querySelector<HTMLElement>('[data-side-panel] h2')?.focus(); }}
        />
      )}
    </div>
  );
}
