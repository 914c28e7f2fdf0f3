// The wizard of an order beside the timeline: what is decided above, what would follow below, computed anew with every change.
import { Button, Group } from '@mantine/core';
import { useLevelName } from '../../frame/levels.ts';
import { useViewportSize } from '@mantine/hooks';
import { useState } from 'react';
import type { QueryState } from '../../hooks.ts';
import { useCommand } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import { OrderForm } from './OrderForm.tsx';
import { inputOf, wrongInOrder } from './orderDraft.ts';
import type { OrderDraft, Preview } from './orderDraft.ts';
import { PreviewLists } from './PreviewLists.tsx';
import './order.css';

interface Props {
  programme: Programme;
  draft: OrderDraft;
  onChange: (draft: OrderDraft) => void;
  preview: QueryState<Preview>;
  today: string;
  onGiven: () => void;
  onClose: () => void;
}

export function OrderPanel({ programme, draft, onChange, preview, today, onGiven, onClose }: Props) {
  const t = useWords('programmes');
  const named = useNamed();
  const level = useLevelName();
  const { day } = useNumbers();
  const [tried, setTried] = useState(false);
  const [order, giving] = useCommand('programmes.order');
  const { width: wide } = useViewportSize();
  const { data, error } = preview;

  async function give(): Promise<void> {
    setTried(true);
    const input = inputOf(draft);
    if (input === null || wrongInOrder(draft).length > 0 || !data || error) return;
    const given = await order({ ...input, orderBy: draft.orderBy.trim(), reason: draft.reason.trim(), mark: data.mark }, { undoToast: true, onRefused: () => true });
    if (given) onGiven();
  }
  const foot = (
    <Group justify="space-between" wrap="nowrap">
      <Button variant="subtle" onClick={onClose}>{t('giveUp')}</Button>
      <Button type="submit" form="order-form" loading={giving.busy} disabled={error !== undefined}>{t(draft.kind === 'cancellation' && draft.levelId !== null ? 'giveOrder.cancellationOfLevel' : `giveOrder.${draft.kind}`, { day: draft.kind === 'postponement' && draft.fromDay ? day(draft.fromDay) : draft.toDay ? day(draft.toDay) : draft.fromDay ? day(draft.fromDay) : '' })}</Button>
    </Group>
  );
  return (
    <SidePanel title={t('orderTitle', { name: draft.levelId === null ? named(programme) : `${named(programme)} · ${level(draft.levelId)}` })} note={t('orderNote')} onClose={onClose} foot={foot} width={Math.round(Math.min(760, Math.max(540, wide * 0.42)))}>
      <form id="order-form" noValidate onSubmit={(event) => { event.preventDefault(); void give(); }}>
        <OrderForm programme={programme} draft={draft} onChange={onChange} preview={error ? undefined : data} tried={tried} today={today} />
      </form>
      <LoadingLine shown={preview.loading} />
      {giving.error ? <ErrorPanel error={giving.error} /> : null}
      {error && giving.error === undefined ? <ErrorPanel error={error} /> : null}
      {data && !error ? <PreviewLists draft={draft} preview={data} onChange={onChange} /> : null}
    </SidePanel>
  );
}
