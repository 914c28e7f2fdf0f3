// The leg on the map with the units beside it: the larger the mark, the more worth the visit; hollow ones have no time.
import { StateMap } from '../../../ui/map/StateMap.tsx';
import { useNamed, useNumbers, useWords } from '../../../words.ts';
import type { RoadsideUnit } from '../../../../shared/model/road.ts';

interface Point {
  lat: number;
  lon: number;
  name: string;
}

interface Props {
  from: Point;
  to: Point;
  units: RoadsideUnit[];
  pointedId: string | null;
  onPoint: (unitId: string | null) => void;
  onAdd: (unit: RoadsideUnit) => void;
}

const radiusOf = ({ worth }: RoadsideUnit): number => 3 + (worth / 100) * 4;

export function RoadsideMap({ from, to, units, pointedId, onPoint, onAdd }: Props) {
  const t = useWords('roadside');
  const named = useNamed();
  const { duration } = useNumbers();
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const shapes = [
    ...[from, to].map((end, index) => ({ id: index === 0 ? 'from' : 'to', label: end.name, rings: null, lat: end.lat, lon: end.lon })),
    ...units.map((unit) => ({ id: unit.unitId, label: named(unit), rings: null, lat: unit.lat, lon: unit.lon })),
  ];
  return (
    <StateMap
      shapes={shapes} ariaLabel={t('mapLabel')} selectedId={pointedId} margin={44}
      onSelect={(id) => onPoint(id)} onHover={(id) => onPoint(id !== null && byId.has(id) ? id : null)}
      onOpen={(id) => { const unit = byId.get(id); if (unit && unit.begin !== null) onAdd(unit); }}
      fillOf={(id) => (byId.has(id) ? undefined : 'var(--accent)')}
      titleOf={(id) => { const unit = byId.get(id); return unit ? t('mapTitle', { name: named(unit), detour: duration(Math.max(0, Math.round(unit.detourMinutes))), worth: unit.worth }) : (id === 'from' ? from : to).name; }}
    >
      {(view) => {
        const [x1, y1] = view.project(from.lat, from.lon);
        const [x2, y2] = view.project(to.lat, to.lon);
        return (
          <g className="roadside-marks">
            <line x1={x1} y1={y1} x2={x2} y2={y2} />
            {units.map((unit) => {
              const [x, y] = view.project(unit.lat, unit.lon);
              return <circle key={unit.unitId} cx={x} cy={y} r={radiusOf(unit)} data-full={unit.begin === null || undefined} data-pointed={unit.unitId === pointedId || undefined} />;
            })}
          </g>
        );
      }}
    </StateMap>
  );
}
