// Asking by telephone: who has been silent, the number to call, and a figure typed down the column, Enter by Enter.
import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconCopy, IconRefresh, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useBoardChoice } from '../../frame/useBoardChoice.ts';
import type { BoardChoice } from '../../frame/useBoardChoice.ts';
import { useQuery, useRemembered, useScope } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import { CallTable } from './CallTable.tsx';
import './telephone.css';

const silences = [0, 3, 7, 15, 30];
/** Nobody telephones more units than this in a row; below a level of so many one looks at a district first. */
const mostOfLevel = 5000;

export default function TelephoneScreen() {
  const t = useWords('telephone');
  const go = useSession((session) => session.go);
  const choice = useBoardChoice();
  const { programmes, programme, metric } = choice;
  if (!programmes) return <div className="screen"><ScreenHeader title={t('title')} /><LoadingLine shown={false} /></div>;
  if (programme && metric) return <Calls key={`${programme.id} ${metric.id}`} choice={choice} programme={programme} metric={metric} />;
  return <div className="screen"><ScreenHeader title={t('title')} /><EmptyState text={t('noProgramme')} action={<Button onClick={() => go('programmes')}>{t('toProgrammes')}</Button>} /></div>;
}

function Calls({ choice, programme, metric }: { choice: BoardChoice; programme: Programme; metric: Metric }) {
  const t = useWords('telephone');
  const named = useNamed();
  const pick = usePick();
  const { exact, day } = useNumbers();
  const level = useLevelName();
  const { unitId } = useScope();
  const [levelId, setLevel] = useRemembered('telephone.level', 'district');
  const [silent, setSilent] = useRemembered('telephone.silent', 0);
  const [find, setFind] = useState('');
  // The list stands still while one telephones: it is put in order anew only when something else is asked, or by the button.
  const [asked, setAsked] = useState(0);
  const counts = useQuery('units.counts', unitId === null ? null : { id: unitId }).data;
  const levels = (counts ?? []).filter(({ units }) => units > 0 && units <= mostOfLevel);
  const chosen = levels.find((one) => one.levelId === levelId) ?? levels[0];
  const { data, error, refresh } = useQuery('progress.callList', unitId === null || !chosen ? null : { programmeId: programme.id, metricId: metric.id, unitId, levelId: chosen.levelId, silentDays: silent });
  const about = `${unitId} ${chosen?.levelId} ${silent} ${asked}`;
  const copy = () => {
    const lines = data?.lines ?? [];
    const rows = lines.map((line) => [pick(line.nameEn, line.nameHi), pick(line.withinEn, line.withinHi), pick(line.personEn ?? '', line.personHi), line.phone ?? '', line.lastDay === null ? '' : day(line.lastDay), line.target === null ? '' : String(line.target), line.achieved === null ? '' : String(line.achieved)]);
    if (copyText(asTabbed([[t('unit'), '', t('leader'), '', t('last'), t('target'), t('achieved')], ...rows]))) showNotice(t('copied', { count: lines.length }));
  };
  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')} note={(
          <Group gap="xs" wrap="nowrap" className="choosers">
            <Select aria-label={t('programme')} allowDeselect={false} value={programme.id} onChange={(id) => { if (id) choice.choose(id); }} data={(choice.programmes ?? []).map((one) => ({ value: one.id, label: named(one) }))} />
            <Select aria-label={t('metric')} allowDeselect={false} value={metric.id} onChange={(id) => { if (id) choice.choose(programme.id, id); }} data={programme.metrics.map((one) => ({ value: one.id, label: named(one) }))} />
          </Group>
        )}
      >
        <ActionIcon variant="default" size={32} title={t('anew')} aria-label={t('anew')} onClick={() => setAsked(asked + 1)}><IconRefresh size={16} aria-hidden="true" /></ActionIcon>
        <ActionIcon variant="default" size={32} title={t('copy')} aria-label={t('copy')} onClick={copy}><IconCopy size={16} aria-hidden="true" /></ActionIcon>
      </ScreenHeader>
      <div className="telephone-bar">
        <TextInput aria-label={t('find')} placeholder={t('find')} leftSection={<IconSearch size={15} aria-hidden="true" />} value={find} data-autofocus onChange={(event) => setFind(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Enter' || event.key === 'ArrowDown') { event.preventDefault(); document.querySelector<HTMLInputElement>('.call-figure input')?.focus(); } }} />
        <Select label={t('level')} allowDeselect={false} value={chosen?.levelId ?? null} onChange={(id) => { if (id) setLevel(id); }} data={levels.map((one) => ({ value: one.levelId, label: t('levelCount', { level: level(one.levelId, one.units), size: exact(one.units) }) }))} />
        <Select label={t('silent')} allowDeselect={false} value={String(silent)} onChange={(days) => setSilent(Number(days))} data={silences.map((days) => ({ value: String(days), label: days === 0 ? t('silentAll') : t('silentDays', { count: days }) }))} />
      </div>
      {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
      {data && data.total > data.lines.length ? <p className="telephone-more">{t('moreThan', { total: data.total, shown: data.lines.length })}</p> : null}
      {data && data.lines.length === 0 ? <EmptyState title={t('none')} text={t('noneText')} /> : null}
      {data && data.lines.length > 0 ? <CallTable key={about} about={{ programmeId: programme.id, metricId: metric.id }} mayFall={metric.kind === 'last' || metric.direction === 'down'} lines={data.lines} find={find} /> : null}
    </div>
  );
}
