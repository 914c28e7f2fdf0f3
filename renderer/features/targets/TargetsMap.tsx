// The board as a map: the units below coloured by what is achieved, or by how much each elector is asked for.
import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useGrouping } from '../../frame/grouping.ts';
import { useLevelName } from '../../frame/levels.ts';
import { useMapClasses } from '../../frame/useMapClasses.ts';
import { useQuery, useRemembered, useScope, useSelection } from '../../hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StateMap } from '../../ui/map/StateMap.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { TargetKey } from '../../../shared/model/target.ts';
import { evenClasses, percentClasses } from './mapClasses.ts';

/** Small figures with their decimals, larger ones whole. */
const forThousand = (figure: number): number => (figure < 10 ? Math.round(figure * 100) / 100 : Math.round(figure));

type By = 'percent' | 'perThousand';

export function TargetsMap({ about, unitId, isShare }: { about: TargetKey; unitId: string; isShare: boolean }) {
  const t = useWords('targets');
  const named = useNamed();
  const level = useLevelName();
  const { exact, percent } = useNumbers();
  const { setScope } = useScope();
  const { selected, select } = useSelection();
  const [chosenBy, setBy] = useRemembered<By>('targets.mapBy', 'percent');
  const by: By = isShare ? 'percent' : chosenBy;
  const { only, groupBy } = useGrouping();
  const inClasses = useMapClasses(unitId, null);
  const byClass = useQuery('groups.board', groupBy ? { ...about, classificationId: groupBy.id, unitId } : null, { keep: true }).data;
  const map = useQuery('units.map', { id: unitId }).data;
  const board = useQuery('targets.board', { ...about, unitId, limit: 500, group: only }, { keep: true }).data;
  const lines = useMemo(() => new Map((board?.rows ?? []).map((line) => [line.id, line])), [board]);
  const figureOf = (id: string): number | null => {
    const line = lines.get(id);
    if (!line) return null;
    if (groupBy) {
      // Grouped, every unit has the colour of its class; one that several share has none.
      const [classId, another] = inClasses.classIdsOf(id);
      const row = another === undefined ? byClass?.rows.find((one) => one.id === classId) : undefined;
      if (!row || by === 'percent') return row?.percent ?? null;
      return row.target === null || row.electors === 0 ? null : forThousand((row.target * 1000) / row.electors);
    }
    if (by === 'percent') return line.percent;
    const target = line.own ?? line.below;
    return target === null || line.electors === 0 ? null : forThousand((target * 1000) / line.electors);
  };
  const shapes = useMemo(() => (map?.shapes ?? []).filter(({ id }) => only === null || lines.has(id)).map((shape) => ({ ...shape, label: named(shape) })), [map, named, only, lines]);
  if (map && shapes.length === 0) return <EmptyState text={t('noMap')} />;
  const figures = shapes.flatMap(({ id }) => { const figure = figureOf(id); return figure === null ? [] : [figure]; });
  const classes = by === 'percent' ? percentClasses() : evenClasses(figures);
  const read = (value: number) => (by === 'percent' ? percent(value) : exact(value));
  const figureText = (id: string) => { const figure = figureOf(id); return figure === null ? t('noFigure') : by === 'percent' ? percent(figure) : t('perThousandIs', { size: exact(figure) }); };
  return (
    <div className="targets-map">
      <StateMap
        shapes={shapes} outline={map?.self?.rings ?? null} selectedId={selected} onSelect={select} ariaLabel={t('mapLabel')}
        onOpen={(id) => { const line = lines.get(id); if (line && line.children > 0) setScope(id); }}
        fillOf={(id) => { const at = classes.classOf(figureOf(id)); return at === null ? 'var(--line)' : `var(--ramp-${at})`; }}
        titleOf={(id) => {
          const line = lines.get(id);
          const shape = shapes.find((one) => one.id === id);
          return line ? t('mapTitle', { name: named(line), level: level(line.levelId), figure: figureText(id), own: exact(line.own ?? line.below), achieved: exact(line.achieved) }) + (groupBy ? ` · ${inClasses.wordOf(id)}` : '') : (shape?.label ?? '');
        }}
        legend={
          <div className="map-legend">
            {isShare
              ? <strong>{t('by.percent')}</strong>
              : <SegmentedControl size="xs" aria-label={t('colourBy')} value={by} onChange={(next) => setBy(next as By)} data={(['percent', 'perThousand'] as const).map((id) => ({ value: id, label: t(`by.${id}`) }))} />}
            <ul>
              {classes.limits.map(({ from, upTo }, at) => (
                <li key={from}><i style={{ background: `var(--ramp-${at + 1})` }} />{upTo === null ? t('from', { from: read(from) }) : upTo === from ? read(from) : `${read(from)} – ${read(by === 'percent' ? upTo - 1 : upTo)}`}</li>
              ))}
              <li><i style={{ background: 'var(--line)' }} />{t('noFigure')}</li>
            </ul>
          </div>
        }
      />
    </div>
  );
}
