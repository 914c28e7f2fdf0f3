// Days since the last visit on the map, in five classes of one hue, with a mark where a visit is planned.
import { StateMap } from '../../ui/map/StateMap.tsx';
import { useQuery, useWorkspace } from '../../hooks.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { CoverageRow } from '../../../shared/model/coverage.ts';
import { fillOfDays, limits } from './dayClasses.ts';

interface Props {
  levelId: string;
  unitId: string | null;
  rows: CoverageRow[];
  pointedId: string | null;
  onPoint: (unitId: string | null) => void;
}

export function CoverageMap({ levelId, unitId, rows, pointedId, onPoint }: Props) {
  const t = useWords('coverage');
  const named = useNamed();
  const { day } = useNumbers();
  const rootId = useWorkspace()?.rootUnitId ?? null;
  const map = useQuery('units.map', rootId === null ? null : { id: unitId ?? rootId, levelId }, { keep: true }).data;
  const byId = new Map(rows.map((row) => [row.unitId, row]));
  const shapes = (map?.shapes ?? []).map((shape) => ({ id: shape.id, label: named(shape), rings: shape.rings, lat: shape.lat, lon: shape.lon, basis: shape.basis }));
  const title = (id: string) => {
    const row = byId.get(id);
    if (!row) return shapes.find((shape) => shape.id === id)?.label ?? '';
    const since = row.daysSince === null ? t('never') : t('daysAgo', { count: row.daysSince });
    return row.plannedDay === null ? t('mapTitle', { name: named(row), since }) : t('mapTitlePlanned', { name: named(row), since, day: day(row.plannedDay) });
  };
  return (
    <StateMap
      shapes={shapes} outline={map?.self?.rings ?? null} selectedId={pointedId} ariaLabel={t('mapLabel')} onSelect={onPoint} onHover={onPoint}
      fillOf={(id) => fillOfDays(byId.get(id)?.daysSince ?? null)} titleOf={title}
      legend={(
        <ol className="coverage-legend" aria-label={t('legend')}>
          {limits.map((upTo, at) => <li key={upTo}><i style={{ background: fillOfDays(upTo) }} aria-hidden="true" />{at === 0 ? t('upTo', { to: upTo }) : t('fromTo', { from: limits[at - 1]! + 1, to: upTo })}</li>)}
          <li><i style={{ background: fillOfDays(10_000) }} aria-hidden="true" />{t('over', { from: limits.at(-1)! })}</li>
          <li><i style={{ background: fillOfDays(null) }} aria-hidden="true" />{t('never')}</li>
          <li><svg viewBox="0 0 10 10" width="11" height="11" aria-hidden="true"><circle cx="5" cy="5" r="3.4" className="coverage-planned" /></svg>{t('kind.planned')}</li>
        </ol>
      )}
    >
      {(view) => (
        <g>
          {rows.flatMap((row) => {
            if (row.plannedDay === null || row.lat === null || row.lon === null) return [];
            const [x, y] = view.project(row.lat, row.lon);
            return [<circle key={row.unitId} className="coverage-planned" cx={x} cy={y - 13} r={rows.length > 60 ? 3 : 4.5} />];
          })}
        </g>
      )}
    </StateMap>
  );
}
