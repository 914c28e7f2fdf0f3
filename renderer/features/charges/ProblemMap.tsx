// Where the problems lie: five classes by the part of a shape's units concerned, with a mark on the worst, and a legend with figures.
import { StateMap } from '../../ui/map/StateMap.tsx';
import { useQuery } from '../../hooks.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { ProblemKind } from '../../../shared/model/charge.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';

interface Props {
  view: { levelId: string; unitId: string | null; programmeId: string | null; group: GroupFilter | null; day: string; withinDays: number; mostUnits: number; mostElectors: number | null };
  kind: ProblemKind;
  onPick: (unitId: string, isLevel: boolean) => void;
}

/** Upper ends, in percent, of the classes above none. */
const classes = [10, 30, 60, 100];
const classOf = (held: number, units: number): number => (held === 0 ? 0 : 1 + classes.findIndex((end) => (held / Math.max(1, units)) * 100 <= end));
/** A unit that has the problem or has not is shown in the middle of the ramp: the darkest would drown the names. */
const fill = (at: number, isLevel: boolean): string => (at === 0 ? 'var(--ramp-none)' : `var(--ramp-${isLevel ? 3 : at + 1})`);

export function ProblemMap({ view, kind, onPick }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const { number } = useNumbers();
  const map = useQuery('charges.problemMap', { ...view, kind }, { keep: true }).data;
  if (!map || map.shapes.length === 0) return <div className="charges-map" />;
  const byId = new Map(map.shapes.map((shape) => [shape.id, shape]));
  const title = (id: string) => {
    const shape = byId.get(id)!;
    return map.isLevel ? `${named(shape)}: ${t(shape.held > 0 ? `problem.${kind}` : 'fine')}` : t('mapTitle', { name: named(shape), held: number(shape.held), units: number(shape.units), problem: t(`problem.${kind}`) });
  };
  const ranges = map.isLevel ? [[0, t('fine')], [4, t(`problem.${kind}`)]] as const : [[0, '0%'], [1, '1–10%'], [2, '11–30%'], [3, '31–60%'], [4, '61–100%']] as const;
  return (
    <div className="charges-map">
      <StateMap
        shapes={map.shapes.map((shape) => ({ id: shape.id, label: named(shape), rings: shape.rings, lat: shape.lat, lon: shape.lon, basis: shape.basis }))} outline={map.self?.rings ?? null} ariaLabel={t('problemMap', { problem: t(`problem.${kind}`) })}
        onSelect={(id) => onPick(id, map.isLevel)} fillOf={(id) => fill(classOf(byId.get(id)!.held, byId.get(id)!.units), map.isLevel)} titleOf={title}
        legend={(
          <ol className="charges-legend">
            {ranges.map(([at, label]) => <li key={at}><i style={{ background: fill(at, map.isLevel) }} aria-hidden="true" />{at === 4 ? <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true"><path d="M5 .5 9.5 9.5h-9z" /></svg> : null}{label}</li>)}
          </ol>
        )}
      >
        {(view2) => map.shapes.flatMap((shape) => {
          if (classOf(shape.held, shape.units) < 4 || shape.lat === null || shape.lon === null || map.shapes.length > 60) return [];
          const [x, y] = view2.project(shape.lat, shape.lon);
          return [<path key={shape.id} className="charges-worst" d={`M${x} ${y - 15}l4 7h-8z`} />];
        })}
      </StateMap>
    </div>
  );
}
