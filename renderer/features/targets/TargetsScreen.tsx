// The target board: a programme's metric for the unit looked at and the units below it, as a grid or a map.
import { ActionIcon, Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconArrowsSplit2, IconCopy, IconRubberStamp, IconMap2, IconTable } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useGrouping } from '../../frame/grouping.ts';
import { useRemembered, useScope } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import { ApportionPanel } from './ApportionPanel.tsx';
import { Board } from './Board.tsx';
import { ClassBoard } from './ClassBoard.tsx';
import { columnsFor } from './columns.ts';
import { IssuePanel } from './IssuePanel.tsx';
import { Reconciliation } from './Reconciliation.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import './targets.css';
import { TargetsMap } from './TargetsMap.tsx';
import { useBoard } from './useBoard.ts';
import { useBoardActs } from './useBoardActs.ts';
import { useBoardChoice } from '../../frame/useBoardChoice.ts';
import type { BoardChoice } from '../../frame/useBoardChoice.ts';

export default function TargetsScreen() {
  const t = useWords('targets');
  const go = useSession((session) => session.go);
  const params = useSession((session) => session.route.params);
  const choice = useBoardChoice();
  const { programmes, programme, metric, choose } = choice;

  // Home and the palette say which board they mean.
  const { programmeId, metricId } = params;
  useEffect(() => { if (programmeId) choose(programmeId, metricId); }, [programmeId, metricId, choose]);

  if (!programmes) return <div className="screen"><ScreenHeader title={t('title')} /><LoadingLine shown={false} /></div>;
  if (programme && metric) return <BoardOf key={`${programme.id} ${metric.id}`} choice={choice} programme={programme} metric={metric} />;
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={programme ? <Choosers choice={choice} /> : null} />
      <div className="screen-body">
        {programme
          ? <EmptyState title={t('noMetricTitle')} text={t('noMetric')} action={<Button onClick={() => go('programmes', { id: programme.id })}>{t('addMetric')}</Button>} />
          : <EmptyState title={t('noProgrammeTitle')} text={t('noProgramme')} action={<Button onClick={() => go('programmes', { open: 'new' })}>{t('newProgramme')}</Button>} />}
      </div>
    </div>
  );
}

function Choosers({ choice: { programmes, programme, metric, choose } }: { choice: BoardChoice }) {
  const t = useWords('targets');
  const named = useNamed();
  return (
    <Group gap="xs" wrap="nowrap" className="choosers">
      <Select
        aria-label={t('programme')} allowDeselect={false} value={programme?.id ?? null} onChange={(id) => { if (id) choose(id); }}
        data={(programmes ?? []).map((one) => ({ value: one.id, label: named(one) }))}
      />
      {metric ? (
        <Select
          aria-label={t('metric')} allowDeselect={false} value={metric.id} onChange={(id) => { if (id && programme) choose(programme.id, id); }}
          data={(programme?.metrics ?? []).map((one) => ({ value: one.id, label: named(one) }))}
        />
      ) : null}
    </Group>
  );
}

/** What stands beside the board; a new number each time it is asked for, so that it takes the focus again. */
type Open = { kind: 'apportion' | 'record' | 'issue'; unitId: string; time: number } | null;

function BoardOf({ choice, programme, metric }: { choice: BoardChoice; programme: Programme; metric: Metric }) {
  const t = useWords('targets');
  const { unitId } = useScope();
  const params = useSession((session) => session.route.params);
  const [view, setView] = useRemembered<'grid' | 'map'>('targets.view', 'grid');
  const [open, setOpen] = useState<Open>(null);
  const openFor = (kind: 'apportion' | 'record' | 'issue', about: string) => setOpen((now) => ({ kind, unitId: about, time: (now?.time ?? 0) + 1 }));
  const [editOwn, setEditOwn] = useState<object | null>(null);
  const about = useMemo(() => ({ programmeId: programme.id, metricId: metric.id }), [programme.id, metric.id]);
  const columns = useMemo(() => columnsFor(metric), [metric]);
  const { groupBy, only } = useGrouping();
  const board = useBoard(about, unitId, only);
  // Lines of one classification cannot be narrowed by another: then the units themselves are shown.
  const byClass = groupBy !== null && (only === null || only.classificationId === groupBy.id) ? groupBy : null;
  const acts = useBoardActs(board, metric, columns);
  const { unit, error, loading, setOrder, total } = board;

  // What the palette asks for, each time it asks.
  const [asked, setAsked] = useState<object | null>(null);
  const wantedUnit = params['unit'] ?? unitId;
  if (wantedUnit !== null && asked !== params) {
    setAsked(params);
    if (params['open'] === 'apportion' || params['open'] === 'record' || params['open'] === 'issue') openFor(params['open'], wantedUnit);
    if (params['open'] === 'set') setEditOwn({});
  }
  useEffect(() => { if (params['open'] === 'set') setView('grid'); }, [params, setView]);
  function startOwn(): void {
    setView('grid');
    setEditOwn({});
  }
  const backToBoard = () => board.scrollRef.current?.focus({ preventScroll: true });
  const close = () => {
    setOpen(null);
    backToBoard();
  };
  return (
    <div className="targets-screen">
      <div className="screen targets-main">
        <ScreenHeader
          title={t('title')} note={<Choosers choice={choice} />}
          action={<Button leftSection={<IconArrowsSplit2 size={16} aria-hidden="true" />} disabled={unitId === null} onClick={() => { if (unitId) openFor('apportion', unitId); }}>{t('apportion')}</Button>}
        >
          <GroupBar />
          <Button variant="default" leftSection={<IconRubberStamp size={16} aria-hidden="true" />} disabled={unitId === null} onClick={() => { if (unitId) openFor('issue', unitId); }}>{t('issue')}</Button>
          {/* Grouped, the list of classes has its own: this one would copy what is not shown. */}
          {byClass && view === 'grid' ? null : <ActionIcon variant="default" size={32} title={t('copyAll')} aria-label={t('copyAll')} onClick={() => void acts.copy({ fromRow: 0, toRow: total, fromColumn: 0, toColumn: columns.length - 1 }, true)}><IconCopy size={16} aria-hidden="true" /></ActionIcon>}
          <SegmentedControl
            aria-label={t('view')} value={view} onChange={(next) => setView(next as 'grid' | 'map')} size="sm"
            data={[
              { value: 'grid', label: <span className="view-choice"><IconTable size={15} aria-hidden="true" />{t('asGrid')}</span> },
              { value: 'map', label: <span className="view-choice"><IconMap2 size={15} aria-hidden="true" />{t('asMap')}</span> },
            ]}
          />
        </ScreenHeader>
        {unit ? (
          <Reconciliation
            unit={unit} programme={programme} metric={metric} onSort={(sort, descending) => { setView('grid'); setOrder({ sort, descending }); }}
            onEditOwn={startOwn} onApportion={() => openFor('apportion', unit.id)} onReports={() => openFor('record', unit.id)}
          />
        ) : null}
        <LoadingLine shown={loading} />
        {error ? <div className="targets-error"><ErrorPanel error={error} /></div> : null}
        {view === 'map' && unitId
          ? <TargetsMap about={about} unitId={unitId} isShare={metric.kind === 'share'} />
          : byClass && unitId ? <ClassBoard about={about} metric={metric} unitId={unitId} classification={byClass} onlyId={only?.classId ?? null} />
          : <Board board={board} acts={acts} metric={metric} columns={columns} editOwn={editOwn} onRecord={(id) => openFor('record', id)} />}
        {view === 'grid' && !byClass ? <p className="board-keys">{t('keys')}</p> : null}
      </div>
      {acts.dialog}
      {open?.kind === 'issue' ? <IssuePanel key={open.unitId} programme={programme} metric={metric} unitId={open.unitId} onClose={close} /> : null}
      {open?.kind === 'apportion' ? <ApportionPanel key={open.unitId} programme={programme} metric={metric} unitId={open.unitId} onClose={close} /> : null}
      {open?.kind === 'record' ? <RecordPanel key={open.time} programme={programme} metric={metric} unitId={open.unitId} onDone={backToBoard} onClose={close} /> : null}
    </div>
  );
}
