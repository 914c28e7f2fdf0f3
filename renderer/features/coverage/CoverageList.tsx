// The units of a level with their last and next visit: sorted by any head, copied into Excel, a click leads on.
import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconCopy } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useSession } from '../../store.ts';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useLanguage, useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { CoverageRow } from '../../../shared/model/coverage.ts';
import { compareNames } from '../../../shared/text/sorting.ts';

interface Props {
  rows: CoverageRow[];
  pointedId: string | null;
  onPoint: (unitId: string | null) => void;
  onOpen: (row: CoverageRow) => void;
}

type Order = 'name' | 'since' | 'planned' | 'promises';

export function CoverageList({ rows, pointedId, onPoint, onOpen }: Props) {
  const t = useWords('coverage');
  const named = useNamed();
  const pick = usePick();
  const language = useLanguage();
  const { day, number } = useNumbers();
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 26 : 32;
  const [order, setOrder] = useState<Order>('since');
  const scrollRef = useRef<HTMLDivElement>(null);
  const sorted = useMemo(() => {
    const byName = compareNames(language);
    const orders: Record<Order, (a: CoverageRow, b: CoverageRow) => number> = {
      name: (a, b) => byName(named(a), named(b)),
      since: (a, b) => (b.daysSince ?? 100_000) - (a.daysSince ?? 100_000),
      planned: (a, b) => (a.plannedDay ?? '9').localeCompare(b.plannedDay ?? '9'),
      promises: (a, b) => b.openPromises - a.openPromises,
    };
    return rows.toSorted((a, b) => orders[order](a, b) || byName(named(a), named(b)));
  }, [rows, order, language, named]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component alone, never memoized
  const virtualizer = useVirtualizer({ count: sorted.length, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan: 12 });
  const since = (row: CoverageRow) => (row.daysSince === null ? t('never') : t('daysAgo', { count: row.daysSince }));
  const columns: GridColumn<CoverageRow>[] = [
    { id: 'name', head: t('head.name'), width: 'minmax(150px, 3fr)', sortable: true, render: (row) => <>{named(row)} <span className="coverage-dim">{pick(row.parentEn, row.parentHi)}</span></> },
    { id: 'since', head: t('head.since'), width: 'minmax(110px, 1fr)', figures: true, sortable: true, render: since },
    { id: 'last', head: t('head.last'), width: '104px', figures: true, render: (row) => day(row.lastVisitDay) },
    { id: 'planned', head: t('head.planned'), width: '104px', figures: true, sortable: true, render: (row) => day(row.plannedDay) },
    { id: 'promises', head: t('head.promises'), width: '100px', figures: true, sortable: true, render: (row) => (row.openPromises > 0 ? number(row.openPromises) : '–') },
  ];
  const copy = async () => {
    await copyText(asTabbed([columns.map((column) => column.head), ...sorted.map((row) => [named(row), since(row), day(row.lastVisitDay), day(row.plannedDay), String(row.openPromises)])]));
    showNotice(t('copied', { count: sorted.length }));
  };
  return (
    <>
      <RowGrid
        label={t('listLabel')} columns={columns} total={sorted.length} rowAt={(index) => sorted[index]} keyOf={(row) => row.unitId} virtualizer={virtualizer} scrollRef={scrollRef} rowHeight={rowHeight}
        selectedKey={pointedId} onSelect={(row) => onPoint(row.unitId)} onOpen={onOpen} sortedBy={order} onSort={(id) => setOrder(id as Order)}
      />
      <footer className="coverage-foot"><span>{t('openHint')}</span><Button size="compact-sm" variant="subtle" leftSection={<IconCopy size={14} aria-hidden="true" />} onClick={() => void copy()}>{t('copy')}</Button></footer>
    </>
  );
}
