// What an order decides: its kind, the new days, by whom, of which day, why, and what goes with it.
import { Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { DayField } from '../../ui/DayField.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import type { OrderKind } from '../../../shared/model/order.ts';
import { useOrderWords } from './conflictWords.ts';
import { daysOf, movedBy, orderFor, wrongInOrder } from './orderDraft.ts';
import type { OrderDraft, Preview } from './orderDraft.ts';

const kinds: OrderKind[] = ['extension', 'postponement', 'advance', 'untilFurtherNotice', 'cancellation'];

interface Props {
  programme: Programme;
  draft: OrderDraft;
  onChange: (draft: OrderDraft) => void;
  preview: Preview | undefined;
  tried: boolean;
  today: string;
}

export function OrderForm({ programme, draft, onChange, preview, tried, today }: Props) {
  const t = useWords('programmes');
  const words = useOrderWords();
  const { number } = useNumbers();
  const change = (part: Partial<OrderDraft>) => onChange({ ...draft, ...part });
  const wrong = tried ? wrongInOrder(draft) : [];
  const said = (key: 'noBy' | 'noOrderDay' | 'noDays') => (wrong.includes(key) ? t(`orderWrong.${key}`) : undefined);
  const { kind } = draft;
  const { levelId } = draft;
  const now = daysOf(programme, levelId);
  const moved = movedBy(draft, programme);
  const count = (rows: readonly { targets?: number; responsibilities?: number }[] | undefined) => (rows ?? []).reduce((sum, row) => sum + (row.targets ?? row.responsibilities ?? 0), 0);
  const due = count(preview?.dueDays);
  const charges = count(preview?.charges);
  return (
    <Stack gap="sm">
      <Group grow align="flex-start" gap="sm">
        <Select label={t('orderKind')} allowDeselect={false} value={kind} data={kinds.map((value) => ({ value, label: t(`orderKinds.${value}`) }))}
          onChange={(next) => { if (next) onChange({ ...orderFor(programme, next as OrderKind, today, levelId), orderDay: draft.orderDay, orderBy: draft.orderBy, reason: draft.reason }); }} />
        <div className="order-now"><span>{t('daysNow')}</span><strong>{words.days(now.fromDay, now.toDay)}</strong></div>
      </Group>
      {kind === 'untilFurtherNotice' || kind === 'cancellation' ? (levelId !== null ? <p className="form-note">{t('levelOffSays')}</p> : (
        <Select label={t('part')} allowDeselect={false} value={draft.part} data={(['rest', 'whole'] as const).map((value) => ({ value, label: t(`parts.${value}`) }))} onChange={(next) => { if (next) change({ part: next as OrderDraft['part'] }); }} />
      )) : (
        <Group grow align="flex-start" gap="sm">
          {kind === 'extension' ? null : <DayField label={t('newFrom')} value={draft.fromDay} onChange={(fromDay) => change({ fromDay })} error={said('noDays')} clearable={kind === 'advance'} />}
          <DayField
            label={t(kind === 'postponement' ? 'newToMaybe' : 'newTo')} value={draft.toDay} onChange={(toDay) => change({ toDay })} error={kind === 'extension' ? said('noDays') : undefined} clearable={kind !== 'extension'} data-autofocus={kind === 'extension' || undefined}
            description={moved === null || draft.toDay === null ? undefined : t(moved < 0 ? 'endEarlierBy' : 'endLaterBy', { count: Math.abs(moved) })} inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          {kind === 'extension' && levelId === null && programme.phases.length > 0 ? (
            <Select label={t('phasesThen')} allowDeselect={false} value={draft.phases} data={(['last', 'shift', 'stay'] as const).map((value) => ({ value, label: t(`phasesHow.${value}`) }))} onChange={(next) => { if (next) change({ phases: next as OrderDraft['phases'] }); }} />
          ) : null}
        </Group>
      )}
      <Group grow align="flex-start" gap="sm">
        <TextInput label={t('orderBy')} placeholder={t('orderByExample')} value={draft.orderBy} maxLength={200} onChange={(event) => change({ orderBy: event.currentTarget.value })} error={said('noBy')} />
        <DayField label={t('orderDay')} value={draft.orderDay} onChange={(orderDay) => change({ orderDay })} error={said('noOrderDay')} />
      </Group>
      <Textarea label={t('reason')} autosize minRows={1} maxRows={4} value={draft.reason} maxLength={1000} onChange={(event) => change({ reason: event.currentTarget.value })} />
      <Group gap="lg">
        <Checkbox size="sm" checked={draft.prolong} onChange={() => change({ prolong: !draft.prolong })} label={`${t('prolong')}${charges > 0 ? ` (${number(charges)})` : ''}`} />
        <Checkbox size="sm" checked={draft.dueDays} onChange={() => change({ dueDays: !draft.dueDays })} label={`${t('moveDueDays')}${due > 0 ? ` (${number(due)})` : ''}`} />
      </Group>
    </Stack>
  );
}
