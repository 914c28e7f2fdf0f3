// Assembly and Lok Sabha seats: the list, one of them beside it to be changed, and a list taken over from a sheet.
import { Button, TextInput } from '@mantine/core';
import { IconClipboardList, IconPlus, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { SeatRow } from '../../../shared/model/seat.ts';
import { ListPanel } from './ListPanel.tsx';
import { SeatPanel } from './SeatPanel.tsx';
import './seats.css';

/** Each Lok Sabha seat with its Assembly seats below it; those without one at the end. */
function inOrder(seats: readonly SeatRow[]): SeatRow[] {
  const assembly = seats.filter(({ kind }) => kind === 'assembly');
  return [...seats.filter(({ kind }) => kind === 'lokSabha').flatMap((above) => [above, ...assembly.filter(({ parentId }) => parentId === above.id)]), ...assembly.filter(({ parentId }) => parentId === null)];
}

export default function SeatsScreen() {
  const t = useWords('seats');
  const named = useNamed();
  const { exact } = useNumbers();
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 26 : 32;
  const { params } = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const [text, setText] = useState('');
  const seats = useQuery('seats.list', {}, { keep: true });
  const rows = useMemo(() => {
    const sought = text.trim().toLowerCase();
    return inOrder(seats.data ?? []).filter(({ number, nameEn, nameHi }) => sought === '' || String(number) === sought || nameEn.toLowerCase().includes(sought) || (nameHi ?? '').includes(sought));
  }, [seats.data, text]);
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component alone, never memoized
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 12 });
  const lokSabha = new Map((seats.data ?? []).filter(({ kind }) => kind === 'lokSabha').map((seat) => [seat.id, seat]));
  const assembly = (seats.data ?? []).filter(({ kind }) => kind === 'assembly').length;
  const above = ({ kind, parentId }: SeatRow): string => {
    if (kind === 'lokSabha') return '';
    const seat = parentId === null ? undefined : lokSabha.get(parentId);
    return seat ? `${seat.number} · ${named(seat)}` : '–';
  };
  const columns: GridColumn<SeatRow>[] = [
    { id: 'number', head: t('number'), width: '64px', figures: true, render: (row) => exact(row.number) },
    { id: 'name', head: t('name'), width: 'minmax(180px, 2fr)', render: (row) => <span className={row.kind === 'lokSabha' ? 'seats-above' : 'seats-below'}>{named(row)}{row.kind === 'lokSabha' ? <small> {t('lokSabha')}</small> : null}</span> },
    { id: 'reservation', head: t('reservation'), width: '100px', render: (row) => (row.reservation === '' ? '' : t(`reservations.${row.reservation}`)) },
    { id: 'lokSabha', head: t('lokSabha'), width: 'minmax(120px, 1.4fr)', render: above },
    { id: 'booths', head: t('booths'), width: '90px', figures: true, render: (row) => exact(row.booths) },
    { id: 'electors', head: t('electors'), width: '110px', figures: true, render: (row) => exact(row.electors) },
  ];
  const seat = seats.data?.find(({ id }) => id === params['seatId']) ?? null;
  const panel = params['panel'];
  const close = () => go('seats');
  const listButton = <Button variant="default" leftSection={<IconClipboardList size={16} />} onClick={() => go('seats', { panel: 'list' })}>{t('import')}</Button>;
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={assembly > 0 ? t('count', { assembly, lokSabha: lokSabha.size }) : t('note')} action={<Button leftSection={<IconPlus size={16} />} onClick={() => go('seats', { panel: 'new' })}>{t('add')}</Button>}>
        {listButton}
      </ScreenHeader>
      <div className="split">
        <div className="split-main">
          <LoadingLine shown={seats.loading} />
          {seats.data && seats.data.length === 0 ? <EmptyState text={t('empty')} action={listButton} /> : (
            <>
              <Toolbar label={t('search')}>
                <TextInput className="seats-search" value={text} onChange={(event) => setText(event.currentTarget.value)} placeholder={t('search')} aria-label={t('search')} leftSection={<IconSearch size={16} stroke={1.8} />} />
              </Toolbar>
              <RowGrid
                label={t('title')} columns={panel === 'list' ? columns.filter(({ id }) => id !== 'reservation' && id !== 'electors') : columns} total={rows.length} rowAt={(index) => rows[index]} keyOf={({ id }) => id} virtualizer={virtualizer} scrollRef={scroll} rowHeight={rowHeight}
                selectedKey={params['seatId'] ?? null} onSelect={({ id }) => go('seats', { seatId: id })}
              />
            </>
          )}
        </div>
        {panel === 'list' ? <ListPanel onClose={close} /> : null}
        {panel === 'new' || seat ? <SeatPanel key={seat?.id ?? 'new'} seat={seat} seats={seats.data ?? []} onClose={close} onSaved={(id) => go('seats', { seatId: id })} /> : null}
      </div>
    </div>
  );
}
