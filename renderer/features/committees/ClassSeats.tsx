// The seats of a level's committees by class: a line a class, which narrows everything to it when it is opened.
import { useState } from 'react';
import { useClassName, useGrouping } from '../../frame/grouping.ts';
import { useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useWords } from '../../words.ts';
import type { CommitteeClass } from '../../../shared/model/committee.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import { useSeatColumns } from './seatColumns.tsx';

interface Props {
  unitId: string;
  group: GroupFilter | null;
  groupBy: string;
  levelId: string;
}

export function ClassSeats({ unitId, group, groupBy, levelId }: Props) {
  const t = useWords('committees');
  const className = useClassName();
  const { setOnly } = useGrouping();
  const rowHeight = useSession((session) => session.density) === 'dense' ? 26 : 32;
  const list = useWindowedPages('committees.classes', { unitId, group, levelId, classificationId: groupBy }, { rowHeight });
  const [selected, setSelected] = useState<string | null>(null);
  const narrow = (row: CommitteeClass) => setOnly({ classificationId: groupBy, classId: row.class.id });
  const columns: GridColumn<CommitteeClass>[] = [
    { id: 'name', head: t('class'), width: 'minmax(170px, 3fr)', render: (row) => <Figure onOpen={() => narrow(row)} label={t('onlyClass')}>{className(row.class)}</Figure> },
    ...useSeatColumns(levelId),
  ];
  if (list.error) return <ErrorPanel error={list.error} />;
  return <RowGrid label={t('title')} columns={columns} total={list.total} rowAt={list.rowAt} keyOf={(row) => row.class.id} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight} selectedKey={selected} onSelect={(row) => setSelected(row.class.id)} onOpen={narrow} />;
}
