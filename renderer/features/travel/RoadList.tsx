// The table of roads: sorted by its heads, searched, figures typed over as in a spreadsheet, rows pasted, taken away, copied.
import { ActionIcon, Button, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowNarrowRight, IconArrowsLeftRight, IconCopy, IconSearch, IconTrash } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { call } from '../../api.ts';
import { useCommand, useRemembered, useScope, useWindowedPages, useWorkspace } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useLanguage, useNumbers, usePick, useWords } from '../../words.ts';
import type { TravelEnd, TravelRow } from '../../../shared/model/travel.ts';
import { FigureCell } from './FigureCell.tsx';
import { signedPercent } from './signedPercent.ts';

interface Props {
  isEmpty: boolean;
  sought: string;
  onSought: (text: string) => void;
  onPaste: (text: string) => void;
  /** The button that brings roads in. */
  empty: ReactNode;
  narrow: boolean;
}

type Order = 'from' | 'to' | 'km' | 'minutes' | 'deviation';
/** Further from the estimate than this a figure is worth a second look. */
const doubtful = 0.35;
const searchAfterMilliseconds = 120;
const mostCopied = 500;

export const keyOf = (row: TravelRow): string => `${row.from.unitId} ${row.to.unitId}`;

export function RoadList({ isEmpty, sought, onSought, onPaste, empty, narrow }: Props) {
  const t = useWords('travel');
  const pick = usePick();
  const language = useLanguage();
  const { exact, duration } = useNumbers();
  const root = useWorkspace()?.rootUnitId ?? null;
  const { unitId: scope } = useScope();
  const select = useSession((session) => session.select);
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 26 : 32;
  const [order, setOrder] = useRemembered<Order>('travel.order', 'from');
  const [everywhere, setEverywhere] = useRemembered('travel.everywhere', true);
  const [text] = useDebouncedValue(sought, searchAfterMilliseconds);
  const question = { text, order, language, unitId: everywhere || scope === root ? null : scope };
  const list = useWindowedPages('travel.list', question, { rowHeight });
  const [save] = useCommand('travel.change');
  const [remove] = useCommand('travel.remove');
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ key: string; field: 'km' | 'minutes'; typed: string | null } | null>(null);
  const wrapper = useRef<HTMLDivElement>(null);

  const place = (end: TravelEnd) => pick(end.placeEn, end.placeHi);
  const pair = (row: TravelRow) => t('pair', { from: place(row.from), to: place(row.to) });
  const rowOf = (key: string | null): TravelRow | undefined => {
    for (const item of list.virtualizer.getVirtualItems()) {
      const row = list.rowAt(item.index);
      if (row && keyOf(row) === key) return row;
    }
    return undefined;
  };
  const toGrid = () => wrapper.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  const edit = (row: TravelRow, field: 'km' | 'minutes', typed: string | null = null) => { setSelected(keyOf(row)); setEditing({ key: keyOf(row), field, typed }); };
  // Only what was typed goes: the row on the screen may be older than the figure typed a moment ago.
  const put = (row: TravelRow, change: Partial<Pick<TravelRow, 'distanceKm' | 'travelMinutes' | 'bothWays'>>) =>
    void save({ fromUnitId: row.from.unitId, toUnitId: row.to.unitId, change }, { undoToast: true });
  const takeAway = (row: TravelRow) => void remove({ pairs: [{ fromUnitId: row.from.unitId, toUnitId: row.to.unitId }] }, { undoToast: true });
  const done = (row: TravelRow, field: 'km' | 'minutes', value: number | null | undefined, goesOn: boolean) => {
    setEditing(goesOn && field === 'km' ? { key: keyOf(row), field: 'minutes', typed: null } : null);
    if (!(goesOn && field === 'km')) toGrid();
    const now = field === 'km' ? row.distanceKm : row.travelMinutes;
    if (value !== undefined && value !== now) put(row, field === 'km' ? { distanceKm: value } : { travelMinutes: value });
  };

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if ((event.target as Element).getAttribute('role') !== 'grid' || event.altKey) return;
    const row = rowOf(selected);
    if (!row) return;
    if (/^[0-9०-९]$/.test(event.key) && !event.ctrlKey && !event.metaKey) edit(row, 'km', event.key);
    else if (event.key === 'F2') edit(row, 'km');
    else if (event.key === 'Delete') takeAway(row);
    else return;
    event.preventDefault();
  }
  function pasteInto(event: ClipboardEvent<HTMLDivElement>): void {
    if ((event.target as Element).closest('input, textarea')) return;
    const rows = event.clipboardData.getData('text/plain');
    if (!rows.includes('\t')) return;
    event.preventDefault();
    onPaste(rows);
  }
  async function copyAll(): Promise<void> {
    const { rows } = await call('travel.list', { ...question, limit: mostCopied });
    const heads = ['from', 'to', 'km', 'minutes', 'estimate', 'source'].map((head) => t(`copyHeads.${head}`));
    const lines = rows.map((row) => [place(row.from), place(row.to), row.distanceKm, row.travelMinutes, row.estimateKm === null ? null : Math.round(row.estimateKm), t(`source.${row.origin}`)]);
    if (copyText(asTabbed([heads, ...lines]))) showNotice(t('copied', { count: rows.length }));
  }

  const end = (unit: TravelEnd) => <>{place(unit)}{unit.levelId === 'district' || unit.levelId === 'state' ? null : <span className="travel-within"> {pick(unit.withinEn, unit.withinHi)}</span>}</>;
  const figure = (row: TravelRow, field: 'km' | 'minutes') => (
    <FigureCell
      field={field} value={field === 'km' ? row.distanceKm : row.travelMinutes} typed={editing?.key === keyOf(row) && editing.field === field ? editing.typed : null}
      editing={editing?.key === keyOf(row) && editing.field === field} label={`${pair(row)}: ${t(field)}`} onEdit={() => edit(row, field)} onDone={(value, goesOn) => done(row, field, value, goesOn)}
    />
  );
  const columns: GridColumn<TravelRow>[] = [
    { id: 'from', head: t('from'), width: 'minmax(90px, 2fr)', sortable: true, render: (row) => end(row.from) },
    {
      id: 'ways', head: '', width: '30px',
      render: (row) => (
        <Tooltip label={t(row.bothWays ? 'bothWays' : 'oneWay')}>
          <ActionIcon size={22} variant="subtle" color="gray" tabIndex={-1} aria-label={`${pair(row)}: ${t(row.bothWays ? 'bothWays' : 'oneWay')}`} onClick={() => put(row, { bothWays: !row.bothWays })}>
            {row.bothWays ? <IconArrowsLeftRight size={15} /> : <IconArrowNarrowRight size={15} />}
          </ActionIcon>
        </Tooltip>
      ),
    },
    { id: 'to', head: t('to'), width: 'minmax(90px, 2fr)', sortable: true, render: (row) => end(row.to) },
    { id: 'km', head: t('km'), width: '70px', figures: true, sortable: true, render: (row) => figure(row, 'km') },
    { id: 'minutes', head: t('minutes'), width: '88px', figures: true, sortable: true, render: (row) => figure(row, 'minutes') },
    { id: 'source', head: t('sourceHead'), width: '94px', render: (row) => <span className="travel-source" data-origin={row.origin} title={t(`source.${row.origin}`)}>{t(`origin.${row.origin}`)}</span> },
    { id: 'estimate', head: t('estimate'), width: '140px', figures: true, render: (row) => (row.estimateKm === null ? '–' : <span className="travel-within">{t('kmOf', { km: exact(Math.round(row.estimateKm)) })} · {duration(row.estimateMinutes)}</span>) },
    {
      id: 'deviation', head: t('deviation'), width: '82px', figures: true, sortable: true,
      render: (row) => {
        const far = Math.abs(row.deviation ?? 0) > doubtful;
        return <span className="travel-deviation" data-far={far || undefined} title={far ? t('farHelp') : undefined}>{far ? <IconAlertTriangle size={14} aria-label={t('far')} /> : null}{signedPercent(row.deviation)}</span>;
      },
    },
    { id: 'remove', head: '', width: '32px', render: (row) => <ActionIcon size={22} variant="subtle" color="gray" tabIndex={-1} aria-label={t('removeRoad', { pair: pair(row) })} title={t('remove')} onClick={(event) => { event.stopPropagation(); takeAway(row); }}><IconTrash size={15} /></ActionIcon> },
  ];
  if (isEmpty) return <div onPaste={pasteInto} className="travel-empty" tabIndex={-1}><EmptyState title={t('emptyTitle')} text={t('emptyText')} action={empty} /></div>;
  return (
    <div ref={wrapper} className="split-main" onKeyDown={onKeyDown} onPaste={pasteInto}>
      <Toolbar label={t('search')}>
        <TextInput className="travel-search" value={sought} onChange={(event) => onSought(event.currentTarget.value)} placeholder={t('search')} aria-label={t('search')} leftSection={<IconSearch size={16} stroke={1.8} />} />
        {scope !== null && scope !== root ? <Checkbox size="sm" label={t('onlyScope')} checked={!everywhere} onChange={(event) => setEverywhere(!event.currentTarget.checked)} /> : null}
        <span className="travel-hint">{t('gridHint')}</span>
        <Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={15} />} onClick={() => void copyAll()}>{t('copy')}</Button>
      </Toolbar>
      {list.error ? <ErrorPanel error={list.error} onRetry={() => onSought(sought)} /> : null}
      {list.first && list.total === 0 ? <EmptyState compact text={t('nothingFound', { text: sought })} /> : (
        <RowGrid
          label={t('title')} columns={narrow ? columns.filter(({ id }) => id !== 'source' && id !== 'estimate') : columns} total={list.total} rowAt={list.rowAt} keyOf={keyOf} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
          selectedKey={selected} onSelect={(row) => { setSelected(keyOf(row)); select(row.to.unitId); }} onOpen={(row) => edit(row, 'km')} sortedBy={order} onSort={(id) => setOrder(id as Order)}
        />
      )}
    </div>
  );
}
