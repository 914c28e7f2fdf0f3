// Committees: what is filled and vacant below the scope, where exactly, and how many seats each level's committee has.
import { SegmentedControl, Select } from '@mantine/core';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useGrouping } from '../../frame/grouping.ts';
import { useLevelName } from '../../frame/levels.ts';
import { useQuery, useRemembered, useScope } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { ClassSeats } from './ClassSeats.tsx';
import { CommitteeBoard } from './CommitteeBoard.tsx';
import { CommitteePanel } from './CommitteePanel.tsx';
import './committees.css';
import { SeatBar } from './SeatBar.tsx';
import { TemplateList } from './TemplateList.tsx';
import { VacantList } from './VacantList.tsx';

const views = ['board', 'vacant', 'template'] as const;
type View = (typeof views)[number];

export default function CommitteesScreen() {
  const t = useWords('committees');
  const named = useNamed();
  const level = useLevelName();
  const { number } = useNumbers();
  const scope = useScope();
  const { params } = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const select = useSession((session) => session.select);
  const [levelWanted, setLevelWanted] = useRemembered('committees.level', 'panchayat');
  const view: View = views.find((one) => one === params['view']) ?? 'board';
  const unit = useQuery('units.get', scope.unitId === null ? null : { id: scope.unitId }, { keep: true }).data;
  const { only: group, groupBy } = useGrouping();
  const levels = useQuery('committees.levels', scope.unitId === null ? null : { unitId: scope.unitId, group }, { keep: true });
  const rows = levels.data ?? [];
  const wanted = params['levelId'] ?? levelWanted;
  const current = rows.find((row) => row.levelId === wanted) ?? rows[0];
  const unitId = params['unitId'] ?? null;
  const show = (next: Record<string, string>) => go('committees', { ...(view === 'board' ? {} : { view }), ...next });
  const setLevel = (levelId: string) => {
    setLevelWanted(levelId);
    show({});
  };
  const open = (id: string) => {
    show({ unitId: id, ...(params['postKindId'] ? { postKindId: params['postKindId'] } : {}) });
    select(id);
  };
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={unit ? t(view === 'template' ? 'templateNote' : 'inScope', { name: named(unit) }) : ''}>
        {view === 'template' ? null : <GroupBar />}
        <SegmentedControl
          size="sm" aria-label={t('view')} value={view} onChange={(value) => go('committees', value === 'board' ? {} : { view: value })}
          data={views.map((one) => ({ value: one, label: one === 'vacant' && current ? `${t('views.vacant')} ${number(current.vacant)}` : t(`views.${one}`) }))}
        />
      </ScreenHeader>
      <LoadingLine shown={levels.loading} />
      {levels.error ? <ErrorPanel error={levels.error} onRetry={levels.refresh} /> : null}
      <div className="split">
        <div className="split-main">
          {view === 'template' ? <TemplateList /> : null}
          {view !== 'template' && levels.data && !current ? <EmptyState title={t('noneTitle')} text={t('none')} action={<button type="button" className="figure" onClick={() => go('committees', { view: 'template' })}>{t('toTemplate')}</button>} /> : null}
          {view !== 'template' && current && scope.unitId !== null ? (
            <>
              <Toolbar label={t('level')}>
                <Select aria-label={t('level')} w={190} allowDeselect={false} value={current.levelId} onChange={(value) => { if (value) setLevel(value); }} data={rows.map((row) => ({ value: row.levelId, label: level(row.levelId, 2) }))} />
                <SeatBar seats={current.seats} filled={current.filled} wide />
                <span className="committees-sum">{t('sum', { units: current.units, level: level(current.levelId, current.units), seats: current.seats, filled: current.filled, vacant: current.vacant })}</span>
              </Toolbar>
              {view === 'board' && groupBy && group?.classificationId !== groupBy.id ? <ClassSeats key={groupBy.id} unitId={scope.unitId} group={group} groupBy={groupBy.id} levelId={current.levelId} /> : view === 'board'
                ? <CommitteeBoard key={scope.unitId} unitId={scope.unitId} group={group} levelId={current.levelId} openId={unitId} onOpen={open} />
                : <VacantList key={groupBy?.id ?? ''} unitId={scope.unitId} group={group} groupBy={groupBy?.id ?? null} levelId={current.levelId} postKindId={params['postKindId'] ?? null} onKind={(postKindId) => show(postKindId === null ? {} : { postKindId })} openId={unitId} onOpen={open} />}
            </>
          ) : null}
        </div>
        {unitId !== null && view !== 'template' ? <CommitteePanel key={unitId} unitId={unitId} onClose={() => show(params['postKindId'] ? { postKindId: params['postKindId'] } : {})} /> : null}
      </div>
    </div>
  );
}
