// Units below the scope with their seats, filled and vacant; Enter goes further down, to the single committee at last.
import { IconChevronRight } from '@tabler/icons-react';
import { useLevelName } from '../../frame/levels.ts';
import { useRemembered, useScope, useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useLanguage, useNamed, useWords } from '../../words.ts';
import type { CommitteeLine, SortBy } from '../../../shared/model/committee.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import { useSeatColumns } from './seatColumns.tsx';

interface Props {
  unitId: string;
  group: GroupFilter | null;
  levelId: string;
  openId: string | null;
  onOpen: (unitId: string) => void;
}

export function CommitteeBoard({ unitId, group, levelId, openId, onOpen }: Props) {
  const t = useWords('committees');
  const named = useNamed();
  const level = useLevelName();
  const language = useLanguage();
  const scope = useScope();
  const select = useSession((session) => session.select);
  const selectedId = useSession((session) => session.selectedUnitId);
  const rowHeight = useSession((session) => session.density) === 'dense' ? 26 : 32;
  const [sort, setSort] = useRemembered<SortBy>('committees.sort', 'vacant');
  const list = useWindowedPages('committees.board', { unitId, group, levelId, sort, language }, { rowHeight });
  const isLast = (row: CommitteeLine) => row.levelId === levelId;
  const goDown = (row: CommitteeLine) => { if (isLast(row)) onOpen(row.unitId); else scope.setScope(row.unitId); };
  const every: GridColumn<CommitteeLine>[] = [
    { id: 'name', head: t('unit'), width: 'minmax(170px, 3fr)', sortable: true, render: (row) => <Figure onOpen={() => goDown(row)} label={t(isLast(row) ? 'openCommittee' : 'goDown')}>{named(row)}{isLast(row) ? null : <IconChevronRight size={13} aria-hidden="true" />}</Figure> },
    ...useSeatColumns(levelId).map((column) => ({ ...column, sortable: column.id !== 'share' })),
  ];
  // Beside an open committee there is room for the counts alone.
  const columns = openId === null ? every : every.filter((column) => !['units', 'share'].includes(column.id));
  if (list.error) return <ErrorPanel error={list.error} />;
  if (list.first?.total === 0) return <EmptyState title={t('noneTitle')} text={t('noneHere', { level: level(levelId, 2) })} />;
  return (
    <RowGrid
      label={t('title')} columns={columns} total={list.total} rowAt={list.rowAt} keyOf={(row) => row.unitId} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
      selectedKey={openId ?? selectedId} onSelect={(row) => { if (isLast(row)) onOpen(row.unitId); else select(row.unitId); }} onOpen={goDown} sortedBy={sort} onSort={(id) => setSort(id as SortBy)}
    />
  );
}
