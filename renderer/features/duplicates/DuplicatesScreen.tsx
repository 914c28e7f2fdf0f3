// People who may have been entered twice: proposals with their reasons, side by side, merged; and merges that can be taken apart.
import { Button, SegmentedControl } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useGrouping } from '../../frame/grouping.ts';
import { useJob, useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { DuplicatePair } from '../../../shared/model/duplicate.ts';
import { ComparePanel } from './ComparePanel.tsx';
import './duplicates.css';
import { MergeList } from './MergeList.tsx';
import { PairList } from './PairList.tsx';

const keyOf = (pair: DuplicatePair): string => `${pair.a.id} ${pair.b.id}`;

export default function DuplicatesScreen() {
  const t = useWords('duplicates');
  const { number } = useNumbers();
  const { params } = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const view = params['view'] === 'merges' ? 'merges' : 'pairs';
  const { run, running } = useJob('duplicates.find');
  const [found, setFound] = useState<{ total: number; pairs: DuplicatePair[] } | null>(null);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const merges = useQuery('duplicates.merges', { limit: 1 }, { keep: true }).data;
  // Whatever is done to people can make new pairs or end some: look again after every step.
  const seq = useQuery('history.state', {}).data?.undo?.seq ?? 0;
  const { only: group } = useGrouping();
  const question = `${seq} ${group?.classId ?? ''}`;
  const asked = useRef('');
  const look = async () => {
    const answer = await run({ group });
    if (answer) setFound(answer);
  };
  useEffect(() => {
    if (asked.current === question || running) return;
    asked.current = question;
    void look();
  });
  const open = found?.pairs.find((pair) => keyOf(pair) === openKey) ?? null;
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={t('note')} action={<Button variant="default" leftSection={<IconRefresh size={16} />} loading={running} onClick={() => void look()}>{t('lookAgain')}</Button>}>
        {view === 'pairs' ? <GroupBar grouped={false} /> : null}
        <SegmentedControl
          size="sm" aria-label={t('view')} value={view} onChange={(value) => go('duplicates', value === 'merges' ? { view: 'merges' } : {})}
          data={[{ value: 'pairs', label: `${t('pairs')} ${found ? number(found.total) : ''}` }, { value: 'merges', label: `${t('merges')} ${merges ? number(merges.total) : ''}` }]}
        />
      </ScreenHeader>
      <div className="split">
        <div className="split-main">
          {view === 'merges' ? <MergeList /> : (
            <>
              <LoadingLine shown={running && found === null} />
              {found?.total === 0 ? <EmptyState title={t('noneTitle')} text={t(group === null ? 'none' : 'noneInClass')} /> : null}
              {found && found.total > 0 ? <PairList pairs={found.pairs} total={found.total} openKey={openKey} onOpen={setOpenKey} /> : null}
            </>
          )}
        </div>
        {view === 'pairs' && open ? <ComparePanel key={openKey} pair={open} onClose={() => setOpenKey(null)} /> : null}
      </div>
    </div>
  );
}
