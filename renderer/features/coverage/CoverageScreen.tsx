// Coverage: which districts and blocks were visited, are going to be, or are left out, on the map and as a list.
import { SegmentedControl, Select } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useLevels } from '../../frame/levels.ts';
import { useQuery, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { CoverageRow } from '../../../shared/model/coverage.ts';
import { CoverageList } from './CoverageList.tsx';
import { CoverageMap } from './CoverageMap.tsx';
import './coverage.css';

const kinds = ['all', 'visited', 'planned', 'leftOut'] as const;
type Kind = (typeof kinds)[number];

const isOf: Record<Kind, (row: CoverageRow) => boolean> = {
  all: () => true, visited: (row) => row.daysSince !== null, planned: (row) => row.plannedDay !== null, leftOut: (row) => row.daysSince === null && row.plannedDay === null,
};

export default function CoverageScreen() {
  const t = useWords('coverage');
  const named = useNamed();
  const pick = usePick();
  const { number } = useNumbers();
  const scopeId = useSession((session) => session.scopeUnitId);
  const go = useSession((session) => session.go);
  const select = useSession((session) => session.select);
  const levels = useLevels();
  const [levelId, setLevel] = useRemembered('coverage.level', 'district');
  const [personId, setPerson] = useRemembered<string | null>('coverage.person', null);
  const [tourId, setTour] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>('all');
  const [pointedId, setPointed] = useState<string | null>(null);
  const tours = useQuery('tours.list', {}).data ?? [];
  const scope = useQuery('units.get', scopeId === null ? null : { id: scopeId }, { keep: true }).data;
  const { data, error, loading, refresh } = useQuery('coverage.board', { levelId, unitId: scopeId, personId, tourId }, { keep: true });
  const rows = (data?.rows ?? []).filter(isOf[kind]);
  const counts: Record<Kind, number> = { all: data?.rows.length ?? 0, visited: data?.visited ?? 0, planned: data?.planned ?? 0, leftOut: data?.leftOut ?? 0 };
  const open = (row: CoverageRow) => { if (row.plannedTourId !== null) go('tours', { tourId: row.plannedTourId }); else { select(row.unitId); go('organisation'); } };
  return (
    <div className="screen coverage">
      <ScreenHeader title={t('title')} note={scope ? t('inScope', { name: named(scope) }) : t('everywhere')}>
        <SegmentedControl size="sm" aria-label={t('show')} value={kind} onChange={(value) => setKind(value as Kind)} data={kinds.map((value) => ({ value, label: `${t(`kind.${value}`)} ${number(counts[value])}` }))} />
      </ScreenHeader>
      <Toolbar label={t('choices')}>
        <Select size="sm" aria-label={t('level')} w={170} allowDeselect={false} value={levelId} onChange={(value) => { if (value !== null) setLevel(value); }} data={levels.filter((level) => level.under.length > 0).map((level) => ({ value: level.id, label: pick(level.pluralEn, level.pluralHi) }))} />
        <PersonPicker size="sm" aria-label={t('leader')} placeholder={t('anybody')} w={230} clearable value={personId} onChange={setPerson} />
        <Select size="sm" aria-label={t('tour')} placeholder={t('allTours')} w={260} clearable leftSection={<IconRoute size={15} aria-hidden="true" />} value={tourId} onChange={setTour} data={tours.map((tour) => ({ value: tour.id, label: named(tour) }))} />
      </Toolbar>
      {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
      <LoadingLine shown={loading} />
      {data && !error ? (
        <div className="split">
          <div className="split-main">
            {rows.length === 0 ? <EmptyState text={t(`empty.${kind}`)} /> : <CoverageList rows={rows} pointedId={pointedId} onPoint={setPointed} onOpen={open} />}
          </div>
          <div className="coverage-map"><CoverageMap levelId={levelId} unitId={scopeId} rows={data.rows} pointedId={pointedId} onPoint={setPointed} /></div>
        </div>
      ) : null}
    </div>
  );
}
