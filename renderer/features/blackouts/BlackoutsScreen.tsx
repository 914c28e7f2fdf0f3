// Days on which nothing can be held, month by month: festivals, model code, exams; added by hand or taken from a sheet.
import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useQuery, useRemembered, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useWords } from '../../words.ts';
import { BlackoutList } from './BlackoutList.tsx';
import { BlackoutPanel } from './BlackoutPanel.tsx';
import { byMonth } from './byMonth.ts';
import { ImportBlackouts } from './ImportBlackouts.tsx';
import './blackouts.css';

type When = 'coming' | 'all';

export default function BlackoutsScreen() {
  const t = useWords('blackouts');
  const today = useToday();
  const scope = useSession((session) => session.scopeUnitId);
  const [when, setWhen] = useRemembered<When>('blackouts.when', 'coming');
  const [openId, setOpenId] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  const { data, error, loading, refresh } = useQuery('blackouts.list', today === '' ? null : { unitId: scope });
  const shown = useMemo(() => (when === 'all' ? data : data?.filter(({ toDay }) => toDay >= today)), [data, when, today]);
  const months = useMemo(() => byMonth(shown ?? []), [shown]);
  const open = openId === null || openId === 'new' ? undefined : data?.find(({ id }) => id === openId);
  const fromSheet = <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden="true" />} onClick={() => setImporting(true)}>{t('fromSheet')}</Button>;
  const add = <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setOpenId('new')}>{t('add')}</Button>;
  if (importing) return <ImportBlackouts onDone={() => setImporting(false)} />;
  return (
    <div className="blackouts-screen">
      <div className="screen">
        <ScreenHeader title={t('title')} note={data && openId === null ? t('note', { count: shown?.length ?? 0 }) : ''} action={add}>
          {data && data.length > 0 ? <SegmentedControl aria-label={t('when')} value={when} onChange={(next) => setWhen(next as When)} data={(['coming', 'all'] as const).map((value) => ({ value, label: t(`whens.${value}`) }))} /> : null}
          {fromSheet}
        </ScreenHeader>
        <div className="screen-body">
          <LoadingLine shown={loading} />
          {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
          {data?.length === 0 ? <EmptyState title={t('emptyTitle')} text={t('empty')} action={fromSheet} /> : null}
          {data && data.length > 0 && shown?.length === 0 ? <EmptyState text={t('noneComing')} action={<Button variant="light" onClick={() => setWhen('all')}>{t('showPast')}</Button>} /> : null}
          <BlackoutList months={months} today={today} openId={openId} onOpen={setOpenId} />
        </div>
      </div>
      {openId === 'new' || open ? <BlackoutPanel key={openId} blackout={open} today={today} onClose={() => setOpenId(null)} /> : null}
    </div>
  );
}
