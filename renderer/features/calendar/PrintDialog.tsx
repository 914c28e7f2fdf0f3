// A printed calendar over the screen: a month, a week or a leader's fortnight, in Hindi, English or both; printed or saved as PDF.
import { Button, Group, Modal, SegmentedControl, Text } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract.ts';
import type { SheetLanguages } from '../../../shared/model/common.ts';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useCommand, useQuery, useRemembered } from '../../hooks.ts';
import { showNotice } from '../../toasts.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { useWords } from '../../words.ts';
import type { CalendarView } from './calendarTime.ts';
import { entryKinds } from './entries.ts';

interface PrintDialogProps {
  day: string;
  view: CalendarView;
  personIds: string[];
  unitId: string | null;
  hidden: readonly string[];
  onClose: () => void;
}

const kinds = ['month', 'week', 'fortnight'] as const;
type Kind = (typeof kinds)[number];

export function PrintDialog({ day, view, personIds, unitId, hidden, onClose }: PrintDialogProps) {
  const t = useWords('calendar');
  const s = useWords('sheets');
  const [languages, setLanguages] = useRemembered<SheetLanguages>('sheets.languages', 'hi');
  const [kind, setKind] = useState<Kind>(view === 'month' || view === 'agenda' ? 'month' : personIds.length === 1 && view !== 'week' ? 'fortnight' : 'week');
  const [from, setFrom] = useState(day);
  const [leader, setLeader] = useState<string | null>(personIds[0] ?? null);
  const people = kind === 'fortnight' ? (leader === null ? null : [leader]) : personIds;
  const input: InputOf<'calendar.html'> | null = people && { sheet: { kind, day: from, personIds: people, unitId: kind === 'fortnight' ? null : unitId, kinds: entryKinds.filter((one) => !hidden.includes(one)) }, languages };
  const { data, error, loading, refresh } = useQuery('calendar.html', input, { keep: true });
  const [save, saving] = useCommand('calendar.savePdf');
  const [print, printing] = useCommand('calendar.print');
  const none = !data || !input || saving.busy || printing.busy;
  const onSave = async () => {
    const answer = input && await save(input);
    if (answer?.saved) showNotice(s('saved', { name: answer.saved }));
  };
  const onPrint = async () => {
    const answer = input && await print(input);
    if (answer?.printed) showNotice(s('printed'));
  };
  return (
    <Modal opened onClose={onClose} title={t('print.title')} size="min(1180px, 94vw)" closeButtonProps={{ 'aria-label': t('common:close') }} styles={{ body: { display: 'flex', flexDirection: 'column', gap: 12, height: 'calc(88dvh - 60px)' } }}>
      <Group justify="space-between" gap="sm" align="flex-end">
        <Group gap="sm" align="flex-end">
          <SegmentedControl aria-label={t('print.kind')} value={kind} onChange={(next) => setKind(next as Kind)} data={kinds.map((value) => ({ value, label: t(`print.${value}`) }))} />
          <SegmentedControl aria-label={s('languages')} value={languages} onChange={(next) => setLanguages(next as SheetLanguages)} data={(['hi', 'en', 'both'] as const).map((value) => ({ value, label: s(`languagesOf.${value}`) }))} />
          <DayField aria-label={t('print.from')} w={140} value={from} onChange={(next) => { if (next !== null) setFrom(next); }} />
          {kind === 'fortnight' ? <PersonPicker aria-label={t('leader')} placeholder={t('leader')} w={220} value={leader} onChange={setLeader} /> : null}
        </Group>
        <Group gap="xs">
          <Button variant="default" disabled={none} loading={saving.busy} leftSection={<IconFileTypePdf size={17} aria-hidden="true" />} onClick={() => void onSave()}>{t('print.save')}</Button>
          <Button disabled={none} loading={printing.busy} leftSection={<IconPrinter size={17} aria-hidden="true" />} onClick={() => void onPrint()}>{s('print')}</Button>
        </Group>
      </Group>
      {people === null ? <Text c="dimmed">{t('print.needsLeader')}</Text> : null}
      {error && input ? <ErrorPanel error={error} onRetry={refresh} /> : null}
      <LoadingLine shown={loading} />
      {data && input ? <Paper html={data.html} title={s('preview')} fit /> : null}
    </Modal>
  );
}
