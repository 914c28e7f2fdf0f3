// What is wrong on a day: a tab with its count for each kind, the list, the map, and the act that mends it.
import { Button, Checkbox, Select, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useQuery, useRemembered, useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { groupColumns } from '../../frame/groupColumns.tsx';
import type { Headed } from '../../frame/groupColumns.tsx';
import { useLevelName } from '../../frame/levels.ts';
import { DayField } from '../../ui/DayField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import { oneMonthFrom } from '../../../shared/rules/charges/periods.ts';
import type { Problem, ProblemKind } from '../../../shared/model/charge.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import { ProblemMap } from './ProblemMap.tsx';
import type { Terms } from './useTerms.ts';

interface Props {
  terms: Terms;
  setTerms: (change: Partial<Terms>) => void;
  programmes: Programme[];
  levelIds: string[];
  unitId: string | null;
  group: GroupFilter | null;
  /** The classification the lists are grouped by; null: they are not. */
  groupBy: string | null;
  today: string;
  /** To the board with these units chosen. */
  onGive: (unitIds: string[]) => void;
  onLeader: (personId: string) => void;
}

const kinds: ProblemKind[] = ['nobody', 'tooMany', 'ranOut', 'soon', 'double', 'away', 'vacant'];
interface Limits { [levelId: string]: { units: number; electors: number | null } }
const usualLimits: Limits = {};

export function Problems({ terms, setTerms, programmes, levelIds, unitId, group, groupBy, today, onGive, onLeader }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const pick = usePick();
  const level = useLevelName();
  const { number, day: asDay } = useNumbers();
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 26 : 32;
  const select = useSession((session) => session.select);
  const go = useSession((session) => session.go);
  const [kind, setKind] = useRemembered<ProblemKind>('charges.problem', 'nobody');
  const [limits, setLimits] = useRemembered<Limits>('charges.limits', usualLimits);
  const [withinDays, setWithin] = useRemembered('charges.withinDays', 14);
  const [day, setDay] = useState(today);
  const [ticked, setTicked] = useState<ReadonlyMap<string, Problem>>(new Map());
  const [renewTo, setRenewTo] = useState<string | null>(oneMonthFrom(today));
  const [here, setHere] = useState<string | null>(null);
  const [renew, { busy }] = useCommand('charges.renew');
  const limit = limits[terms.levelId] ?? { units: 3, electors: null };
  const view = { levelId: terms.levelId, unitId, programmeId: terms.programmeId, group, day, withinDays, mostUnits: limit.units, mostElectors: limit.electors };
  const g = useWords('groups');
  const [folded, setFolded] = useState<string[]>([]);
  const plain = useWindowedPages('charges.problems', groupBy === null ? { ...view, kind } : null, { rowHeight });
  const grouped = useWindowedPages('charges.problemsGrouped', groupBy === null ? null : { ...view, kind, classificationId: groupBy, folded }, { rowHeight });
  const list = groupBy === null ? plain : grouped;
  const lineAt = (index: number): Headed<Problem> | undefined => {
    const line = groupBy === null ? undefined : grouped.rowAt(index);
    const problem = groupBy === null ? plain.rowAt(index) : line?.kind === 'problem' ? line.problem : undefined;
    return line?.kind === 'class' ? line : problem && { kind: 'line', key: line?.key ?? problem.id, row: problem, whole: line?.whole ?? true };
  };
  const fold = (key: string) => setFolded((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]));
  const renews = kind === 'ranOut' || kind === 'soon';
  const ticks = renews || kind === 'nobody';

  const choose = (next: ProblemKind) => { setKind(next); setTicked(new Map()); setHere(null); setFolded([]); };
  const tick = (row: Problem) => { const next = new Map(ticked); if (!next.delete(row.id)) next.set(row.id, row); setTicked(next); };
  const loaded = () => Array.from({ length: Math.min(list.total, 500) }, (_, at) => lineAt(at)).flatMap((line) => (line?.kind === 'line' ? [line.row] : []));
  const most = groupBy === null ? Math.min(list.total, 500) : new Set(loaded().map((row) => row.id)).size;
  const tickAll = () => setTicked(ticked.size > 0 ? new Map() : new Map(loaded().map((row) => [row.id, row])));
  const open = (row: Problem) => {
    if (kind === 'nobody' && row.unit) onGive([row.unit.id]);
    else if (kind === 'vacant' && row.unit) { select(row.unit.id); go('committees'); } else if (row.person) onLeader(row.person.id);
  };
  async function renewTicked(): Promise<void> {
    if (renewTo === null || busy) return;
    const ids = [...ticked.values()].flatMap((row) => row.responsibilityId ?? []);
    if ((await renew({ ids, fromDay: day, toDay: renewTo }, { undoToast: true })) !== undefined) setTicked(new Map());
  }

  const unitColumn: GridColumn<Problem> = { id: 'unit', head: t('unit'), width: 'minmax(150px, 3fr)', render: (row) => (row.unit ? <>{named(row.unit)} <span className="charges-dim">{pick(row.unit.withinEn, row.unit.withinHi)}</span></> : '') };
  const narrowUnit: GridColumn<Problem> = { ...unitColumn, width: 'minmax(110px, 2fr)' };
  const personColumn: GridColumn<Problem> = { id: 'person', head: t('leader'), width: 'minmax(150px, 3fr)', render: (row) => (row.others.length > 0 ? row.others.map(named).join(' · ') : row.person ? named(row.person) : '') };
  const electorsColumn: GridColumn<Problem> = { id: 'electors', head: t('electors'), width: '100px', figures: true, render: (row) => number(row.unit?.electors ?? row.electors) };
  const dayColumn = (id: 'toDay' | 'awayUntil'): GridColumn<Problem> => ({ id, head: t(id === 'toDay' ? (kind === 'ranOut' ? 'ended' : 'until') : 'awayUntil'), width: '104px', figures: true, render: (row) => asDay(row[id]) });
  const columnsOf: Record<ProblemKind, GridColumn<Problem>[]> = {
    nobody: [unitColumn, electorsColumn], vacant: [unitColumn, { id: 'posts', head: t('vacantPosts'), width: '120px', figures: true, render: (row) => number(row.units) }],
    tooMany: [personColumn, { id: 'units', head: t('units'), width: '90px', figures: true, render: (row) => number(row.units) }, electorsColumn],
    ranOut: [narrowUnit, personColumn, dayColumn('toDay')], soon: [narrowUnit, personColumn, dayColumn('toDay')],
    double: [narrowUnit, { ...personColumn, head: t('leaders'), width: 'minmax(200px, 5fr)' }], away: [narrowUnit, personColumn, dayColumn('awayUntil'), dayColumn('toDay')],
  };
  const tickColumn: GridColumn<Problem> = {
    id: 'tick', head: '', width: '32px',
    render: (row) => <Checkbox size="xs" aria-label={t('tick', { name: row.unit ? named(row.unit) : '' })} checked={ticked.has(row.id)} onChange={() => tick(row)} onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()} />,
  };
  return (
    <div className="charges-problems">
      <Toolbar label={t('terms')}>
        <Select aria-label={t('level')} w={130} allowDeselect={false} value={terms.levelId} onChange={(levelId) => { if (levelId) setTerms({ levelId }); }} data={levelIds.map((id) => ({ value: id, label: level(id, 2) }))} />
        <Select aria-label={t('programme')} w={190} allowDeselect={false} value={terms.programmeId ?? 'every'} data={[{ value: 'every', label: t('anyProgramme') }, ...programmes.map((programme) => ({ value: programme.id, label: named(programme) }))]} onChange={(id) => setTerms({ programmeId: id === 'every' ? null : id })} />
        <DayField aria-label={t('onDay')} w={116} value={day} onChange={(value) => { if (value) setDay(value); }} />
        {kind === 'tooMany' ? (
          <>
            <NumberField aria-label={t('mostUnits')} leftSection={t('moreThan')} leftSectionWidth={86} w={150} min={1} max={100_000} value={limit.units} onChange={(units) => setLimits({ ...limits, [terms.levelId]: { ...limit, units: units ?? 3 } })} />
            <NumberField aria-label={t('mostElectors')} placeholder={t('mostElectors')} w={170} min={1} max={1_000_000_000} value={limit.electors} onChange={(electors) => setLimits({ ...limits, [terms.levelId]: { ...limit, electors } })} />
          </>
        ) : null}
        {renews ? <NumberField aria-label={t('withinDays')} leftSection={t('days')} leftSectionWidth={60} w={112} min={1} max={366} value={withinDays} onChange={(days) => setWithin(days ?? 14)} /> : null}
      </Toolbar>
      <Tabs value={kind} onChange={(value) => { if (value) choose(value as ProblemKind); }} keepMounted={false} className="charges-tabs">
        <Tabs.List aria-label={t('problems')}>{kinds.map((one) => <Kind key={one} kind={one} view={view} />)}</Tabs.List>
        <Tabs.Panel value={kind} className="split">
          <div className="charges-problem-list">
            {ticks && list.total > 0 ? (
              <div className="charges-bar">
                <Checkbox size="xs" label={t('tickAll')} checked={ticked.size > 0 && ticked.size >= most} indeterminate={ticked.size > 0 && ticked.size < most} onChange={tickAll} />
                <span className="charges-grow charges-dim">{ticked.size > 0 ? t('tickedCount', { count: ticked.size }) : ''}</span>
                {renews ? ticked.size === 0 ? null : (
                  <>
                    <DayField aria-label={t('renewUntil')} w={116} value={renewTo} onChange={setRenewTo} />
                    <Button size="compact-sm" loading={busy} disabled={renewTo === null} onClick={() => void renewTicked()}>{t('renew', { count: ticked.size })}</Button>
                  </>
                ) : ticked.size === 0 ? null : <Button size="compact-sm" onClick={() => onGive([...ticked.keys()])}>{t('giveTicked', { count: ticked.size })}</Button>}
              </div>
            ) : null}
            <LoadingLine shown={list.loading} />
            {list.error ? <ErrorPanel error={list.error} /> : null}
            {list.first?.total === 0 ? <EmptyState title={t(`none.${kind}`)} text={t('noneText', { level: level(terms.levelId, 2), day: asDay(day) })} /> : (
              <RowGrid
                label={t(`problem.${kind}`)} columns={groupColumns([...(ticks ? [tickColumn] : []), ...columnsOf[kind]], kind === 'tooMany' ? 'person' : 'unit', { folded: groupBy === null ? null : folded, onFold: fold, part: g('partly') })}
                total={list.total} rowAt={lineAt} keyOf={(line) => line.key} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
                selectedKey={here} onSelect={(line) => { setHere(line.key); if (line.kind === 'line' && line.row.unit) select(line.row.unit.id); }} onOpen={(line) => (line.kind === 'class' ? fold(line.key) : open(line.row))}
              />
            )}
          </div>
          <ProblemMap view={view} kind={kind} onPick={(id, isLevel) => { if (isLevel) select(id); else useSession.getState().setScope(id); }} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

interface KindProps {
  kind: ProblemKind;
  view: { levelId: string; unitId: string | null; programmeId: string | null; group: GroupFilter | null; day: string; withinDays: number; mostUnits: number; mostElectors: number | null };
}

function Kind({ kind, view }: KindProps) {
  const t = useWords('charges');
  const { number } = useNumbers();
  const total = useQuery('charges.problemCount', { ...view, kind }, { keep: true }).data?.total;
  return <Tabs.Tab value={kind}>{t(`problem.${kind}`)} <span className="charges-count" data-some={(total ?? 0) > 0 || undefined}>{total === undefined ? '' : number(total)}</span></Tabs.Tab>;
}
