// Hindi names of units: what is missing, what the app has proposed, and a list to make proposals right with Enter.
import { Button, SegmentedControl } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useGrouping } from '../../frame/grouping.ts';
import { useJob, useQuery, useRemembered, useScope } from '../../hooks.ts';
import { showNotice } from '../../toasts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useWords } from '../../words.ts';
import { LevelCounts } from './LevelCounts.tsx';
import './names.css';
import { NameList } from './NameList.tsx';
import { SameWord } from './SameWord.tsx';
import type { WordChange } from './SameWord.tsx';

export default function NamesScreen() {
  const t = useWords('names');
  const named = useNamed();
  const scope = useScope();
  const unit = useQuery('units.get', scope.unitId === null ? null : { id: scope.unitId }, { keep: true }).data;
  const { only: group } = useGrouping();
  const counts = useQuery('names.counts', scope.unitId === null ? null : { unitId: scope.unitId, group }, { keep: true });
  const [chosenLevel, setLevel] = useRemembered<string | null>('names.level', null);
  const [chosenState, setState] = useRemembered<'proposed' | 'missing'>('names.state', 'proposed');
  const [change, setChange] = useState<WordChange | null>(null);
  const propose = useJob('names.propose');
  const confirm = useJob('names.confirmAll');

  const rows = counts.data ?? [];
  const levelId = rows.some((row) => row.levelId === chosenLevel) ? chosenLevel : null;
  const here = rows.filter((row) => levelId === null || row.levelId === levelId);
  const missing = here.reduce((sum, row) => sum + row.missing, 0);
  const proposed = here.reduce((sum, row) => sum + row.proposed, 0);
  const unitId = scope.unitId;
  const name = unit ? named(unit) : '';
  const state = chosenState;

  const runPropose = async () => {
    const done = await propose.run({ unitId, group, levelId }, { undoToast: true });
    if (!done) return;
    if (done.proposed > 0) setState('proposed');
    if (done.left > 0) showNotice(t('leftOver', { count: done.left }));
  };
  const proposeButton = <Button leftSection={<IconLanguage size={16} />} loading={propose.running} disabled={missing === 0} onClick={() => void runPropose()} title={t('proposeNote')}>{t('propose')}</Button>;
  const isEmpty = counts.data !== undefined && (state === 'proposed' ? proposed === 0 : missing === 0);
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={counts.data === undefined ? '' : missing + proposed === 0 ? t('allDone', { name }) : t('note', { name, missing, proposed })} action={proposeButton}>
        <GroupBar grouped={false} />
        <SegmentedControl
          size="sm" aria-label={t('view')} value={state} onChange={(value) => setState(value as 'proposed' | 'missing')}
          data={[{ value: 'proposed', label: t('proposedTab', { count: proposed }) }, { value: 'missing', label: t('missingTab', { count: missing }) }]}
        />
        {state === 'proposed' && proposed > 0 ? <Button variant="default" leftSection={<IconCheck size={16} />} loading={confirm.running} onClick={() => void confirm.run({ unitId, group, levelId }, { undoToast: true })}>{t('confirmAll', { count: proposed })}</Button> : null}
      </ScreenHeader>
      <div className="names-body">
        <LevelCounts rows={rows} levelId={levelId} onLevel={setLevel} />
        <section className="names-main" aria-label={state === 'proposed' ? t('proposed') : t('missing')}>
          {counts.error ? <ErrorPanel error={counts.error} onRetry={counts.refresh} /> : null}
          {change ? <SameWord key={`${change.english} ${change.to}`} unitId={unitId} group={group} change={change} onDone={() => setChange(null)} /> : null}
          {isEmpty ? (
            <EmptyState
              title={missing + proposed === 0 ? t('nothingTitle') : undefined} text={state === 'proposed' ? t('nothingProposed') : t('nothingMissing')}
              action={state === 'proposed' && missing > 0
                ? <><span className="names-dim">{t('proposeNote')}</span>{proposeButton}</>
                : state === 'missing' && proposed > 0 ? <Button variant="default" onClick={() => setState('proposed')}>{t('toProposed', { count: proposed })}</Button> : undefined}
            />
          ) : unitId === null ? null : <NameList unitId={unitId} group={group} levelId={levelId} state={state} onWord={setChange} />}
        </section>
      </div>
    </div>
  );
}
