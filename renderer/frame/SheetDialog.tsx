// Any sheet over the screen it was asked from: as it will be printed, in Hindi, English or both; printed or saved from there.
import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { IconFileTypePdf, IconFileTypeXls, IconPrinter } from '@tabler/icons-react';
import { useCommand, useJob, useQuery, useRemembered } from '../hooks.ts';
import { showNotice } from '../toasts.tsx';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { LoadingLine } from '../ui/LoadingLine.tsx';
import { Paper } from '../ui/Paper.tsx';
import { useWords } from '../words.ts';
import type { InputOf } from '../../shared/contract.ts';
import type { SheetLanguages } from '../../shared/model/common.ts';

type SheetAsked = InputOf<'sheets.html'>['sheet'];

export function SheetDialog({ sheet, title, onClose }: { sheet: SheetAsked; title: string; onClose: () => void }) {
  const t = useWords('sheets');
  const [languages, setLanguages] = useRemembered<SheetLanguages>('sheets.languages', 'hi');
  const { data, error, loading, refresh } = useQuery('sheets.html', { sheet, languages }, { keep: true });
  const save = useJob('sheets.export');
  const [print, printing] = useCommand('sheets.print');
  const busy = save.running || printing.busy;
  const onSave = async (format: 'pdf' | 'xlsx') => {
    const answer = await save.run({ sheet, languages, format });
    if (answer?.saved) showNotice(t('saved', { name: answer.saved }));
  };
  const onPrint = async () => {
    const answer = await print({ sheet, languages });
    if (answer?.printed) showNotice(t('printed'));
  };
  return (
    <Modal opened onClose={onClose} title={title} size="min(1040px, 92vw)" closeButtonProps={{ 'aria-label': t('common:close') }} styles={{ body: { display: 'flex', flexDirection: 'column', gap: 12, height: 'calc(86dvh - 60px)' } }}>
      <Group justify="space-between" gap="sm">
        <SegmentedControl aria-label={t('languages')} value={languages} onChange={(next) => setLanguages(next as SheetLanguages)} data={(['hi', 'en', 'both'] as const).map((value) => ({ value, label: t(`languagesOf.${value}`) }))} />
        <Group gap="xs">
          <Button variant="default" disabled={busy} leftSection={<IconFileTypeXls size={17} aria-hidden="true" />} onClick={() => void onSave('xlsx')}>{t('xlsx')}</Button>
          <Button variant="default" disabled={busy} leftSection={<IconFileTypePdf size={17} aria-hidden="true" />} onClick={() => void onSave('pdf')}>{t('pdf')}</Button>
          <Button disabled={busy || !data} loading={printing.busy} leftSection={<IconPrinter size={17} aria-hidden="true" />} onClick={() => void onPrint()}>{t('print')}</Button>
        </Group>
      </Group>
      {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
      <LoadingLine shown={loading} />
      {data ? <Paper html={data.html} title={t('preview')} fit /> : null}
    </Modal>
  );
}
