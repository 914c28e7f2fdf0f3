// What a count is made of: all units of one level in the scope, or the booths of one seat, as a flat list to sort and walk through.
import { IconFlask } from '@tabler/icons-react';
import { useGrouping } from '../../frame/grouping.ts';
import { useLevelName } from '../../frame/levels.ts';
import { UnitName } from '../../frame/UnitName.tsx';
import { useRemembered, useScope, useSelection, useWindowedPages } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useLanguage, useNumbers, usePick, useWords } from '../../words.ts';
import type { UnitListRow } from '../../../shared/model/unit.ts';

type Order = 'tree' | 'name' | 'booths' | 'electors';

/** Without a seat: of the scope. With one: of the whole state, for seats don't follow the tree. */
export function UnitList({ levelId, constituencyId, rowHeight }: { levelId: string; constituencyId: string | null; rowHeight: number }) {
  const t = useWords('organisation');
  const pick = usePick();
  const level = useLevelName();
  const language = useLanguage();
  const { number } = useNumbers();
  const scope = useScope();
  const { unitId: selectedId, select } = useSelection();
  const [order, setOrder] = useRemembered<Order>('organisation.listOrder', 'tree');
  const { only } = useGrouping();
  const list = useWindowedPages('units.list', { id: constituencyId === null ? scope.unitId : null, levelId, constituencyId, order, language, group: constituencyId === null ? only : null }, { rowHeight });

  const columns: GridColumn<UnitListRow>[] = [
    {
      id: 'name', head: level(levelId), width: 'minmax(150px, 3fr)', sortable: true,
      render: (row) => <><UnitName unit={row} />{row.demonstration ? <span className="tree-demo" title={t('demonstrationLong')}> <IconFlask size={12} stroke={1.8} aria-hidden="true" /><span className="unseen">{t('demonstration')}</span></span> : null}</>,
    },
    { id: 'tree', head: t('within'), width: 'minmax(120px, 3fr)', sortable: true, render: (row) => <span className="org-dim">{pick(row.withinEn, row.withinHi)}</span> },
    ...(levelId === 'booth'
      ? [] : [{ id: 'booths', head: t('booths'), width: 'minmax(70px, 1fr)', figures: true, sortable: true, render: (row: UnitListRow) => number(row.booths) }]),
    { id: 'electors', head: t('electors'), width: 'minmax(100px, 1fr)', figures: true, sortable: true, render: (row) => number(row.electors) },
  ];
  return (
    <div className="org-list">
      <LoadingLine shown={list.loading} />
      {list.error ? <ErrorPanel error={list.error} /> : null}
      {list.first?.total === 0 ? <p className="org-nothing">{t('noneOfLevel')}</p> : null}
      <RowGrid
        label={level(levelId, 2)} columns={columns} total={list.total} rowAt={list.rowAt} keyOf={(row) => row.id} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
        selectedKey={selectedId} onSelect={(row) => select(row.id)} onOpen={(row) => { if (row.children > 0) scope.setScope(row.id); }}
        sortedBy={order} onSort={(id) => setOrder(id as Order)}
      />
    </div>
  );
}
