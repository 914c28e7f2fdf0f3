// Responsibilities: units handed out on list and map, by rule or one by one, and what is wrong with them on a day.
import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useState } from 'react';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useGrouping } from '../../frame/grouping.ts';
import { useQuery, useScope, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { BoardView } from './BoardView.tsx';
import './charges.css';
import { Problems } from './Problems.tsx';
import { useTerms } from './useTerms.ts';

const noCounts: { levelId: string; units: number }[] = [];

export default function ChargesScreen() {
  const today = useToday();
  return today === '' ? null : <Charges today={today} />;
}

function Charges({ today }: { today: string }) {
  const t = useWords('charges');
  const named = useNamed();
  const { number } = useNumbers();
  const scope = useScope();
  const chosenScope = useSession((session) => session.scopeUnitId);
  const { params } = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const unit = useQuery('units.get', scope.unitId === null ? null : { id: scope.unitId }, { keep: true }).data;
  const counts = unit?.counts ?? noCounts;
  const levelIds = unit ? [...(chosenScope === null ? [] : [unit.levelId]), ...counts.map((count) => count.levelId)] : [];
  const { terms, setTerms, programmes } = useTerms(today, levelIds.length > 1 && chosenScope !== null ? [levelIds[1]!, levelIds[0]!, ...levelIds.slice(2)] : levelIds);
  const { only: group, groupBy } = useGrouping();
  const view = params['view'] === 'problems' ? 'problems' : 'board';
  const nobody = useQuery('charges.problemCount', { kind: 'nobody', levelId: terms.levelId, unitId: chosenScope, programmeId: terms.programmeId, group, day: today }, { keep: true }).data?.total;
  const [seq, setSeq] = useState(0);
  const [leaving, setLeaving] = useState<string[]>([]);
  // Units sent along by another screen or by the list of problems are chosen when the board opens.
  const sent = params['units'] ? params['units'].split(' ') : leaving;
  const board = (unitIds: string[]) => { setLeaving(unitIds); setSeq(seq + 1); go('charges', {}); };
  return (
    <div className="screen charges">
      <ScreenHeader
        title={t('title')} note={chosenScope !== null && unit ? t('inScope', { name: named(unit) }) : t('everywhere')}
        action={view === 'board' ? <Button leftSection={<IconArrowsShuffle size={16} />} onClick={() => go('charges', { rule: 'new' })}>{t('byRule')}</Button> : undefined}
      >
        <GroupBar />
        <SegmentedControl
          size="sm" aria-label={t('view')} value={view} onChange={(value) => go('charges', value === 'problems' ? { view: 'problems' } : {})}
          data={[{ value: 'board', label: t('board') }, { value: 'problems', label: `${t('problems')}${nobody === undefined ? '' : ` ${number(nobody)}`}` }]}
        />
      </ScreenHeader>
      {view === 'problems' ? (
        <Problems key={groupBy?.id ?? ''} groupBy={groupBy?.id ?? null} terms={terms} setTerms={setTerms} programmes={programmes} levelIds={levelIds} unitId={chosenScope} group={group} today={today} onGive={board} onLeader={(personId) => go('charges', { personId })} />
      ) : (
        <BoardView
          key={`${seq} ${params['units'] ?? ''}`} terms={terms} setTerms={setTerms} programmes={programmes} levelIds={levelIds} unitId={chosenScope} group={group} groupBy={groupBy?.id ?? null} today={today} sent={sent}
          isRule={params['rule'] === 'new'} personId={params['personId'] ?? null} onPlace={(next) => go('charges', next)} onlyFree={params['only'] === 'free'}
        />
      )}
    </div>
  );
}
