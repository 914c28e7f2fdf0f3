// The route on the map, day by day: a colour and a number for each day, names where there is room.
import { useMemo } from 'react';
import { useQuery, useWorkspace } from '../../hooks.ts';
import { StateMap } from '../../ui/map/StateMap.tsx';
import type { MapView } from '../../ui/map/mapView.ts';
import { placeAround } from '../../ui/map/placeLabels.ts';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { TourDetail, TourVisit } from '../../../shared/model/tour.ts';
import { dayColour } from './dayColours.ts';
import styles from './tours.module.css';

interface TourMapProps {
  tour: TourDetail;
  /** Another plan of the same tour, its way drawn dashed. */
  beside?: TourDetail;
  /** Only this leader's way; by default everybody's. */
  personId?: string;
  /** The days stand beside it in their colours already. */
  withoutLegend?: boolean;
  shownDay: string | null;
  pressedDay: string | null;
  unitId: string | null;
  onHover: (day: string | null) => void;
  onPress: (day: string) => void;
  onUnit: (unitId: string | null) => void;
}

const markRadius = 9;
const labelSize = 11.5;

/** A visit on the map, with where its leg comes from. */
interface Mark {
  visit: TourVisit;
  day: string;
  index: number;
  lat: number;
  lon: number;
  from: { lat: number; lon: number } | null;
}

export function TourMap({ tour, beside, personId, withoutLegend = false, shownDay, pressedDay, unitId, onHover, onPress, onUnit }: TourMapProps) {
  const t = useWords('tours');
  const named = useNamed();
  const pick = usePick();
  const { day: dayText, number } = useNumbers();
  const rootId = useWorkspace()?.rootUnitId ?? null;
  const map = useQuery('units.map', { id: rootId }).data;
  const shapes = useMemo(() => (map?.shapes ?? []).map((shape) => ({ id: shape.id, label: named(shape), rings: shape.rings, basis: shape.basis, lat: shape.lat, lon: shape.lon })), [map, named]);
  const marks = useMemo(() => marksOf(tour).filter(({ visit }) => personId === undefined || visit.personId === personId), [tour, personId]);
  const others = useMemo(() => (beside ? marksOf(beside) : []), [beside]);
  const planned = new Set(marks.map(({ visit }) => visit.unitId));

  const draw = (view: MapView) => {
    const at = (point: { lat: number; lon: number }) => view.project(point.lat, point.lon);
    const dim = (day: string) => (shownDay !== null && shownDay !== day) || undefined;
    const labels = placeAround(
      marks.map(({ visit, day, lat, lon }) => {
        const [x, y] = at({ lat, lon });
        const isEnd = visit.unitId === tour.firstUnitId || visit.unitId === tour.lastUnitId;
        const priority = (day === shownDay ? 4 : 0) + (isEnd ? 2 : 0) + (visit.unitId === unitId ? 8 : 0);
        return { id: visit.stopId, text: shortName(pick(visit.placeEn, visit.placeHi)), x, y, radius: markRadius, priority };
      }),
      labelSize,
      view,
    );
    const dayOf = new Map(marks.map(({ visit, day }) => [visit.stopId, day]));
    return (
      <g className={styles.route}>
        {others.map(({ visit, lat, lon, from }) => from && <path key={`beside ${visit.stopId}`} className={styles.beside} d={legPath(at(from), at({ lat, lon }))} />)}
        {marks.map(({ visit, day, index, lat, lon, from }) => from && (
          <path key={visit.stopId} d={legPath(at(from), at({ lat, lon }))} style={dayColour(index)} data-dim={dim(day)} data-strong={day === shownDay || undefined} />
        ))}
        {marks.map(({ visit, day, index, lat, lon }) => {
          const [x, y] = at({ lat, lon });
          const isNight = tour.days[index]!.nightUnitId === visit.unitId;
          return (
            <g
              key={visit.stopId} className={styles.mark} style={dayColour(index)} data-dim={dim(day)} transform={`translate(${x} ${y})`}
              onPointerEnter={() => onHover(day)} onPointerLeave={() => onHover(null)} onClick={() => onUnit(visit.unitId === unitId ? null : visit.unitId)}
            >
              {isNight ? <circle className={styles.nightRing} r={markRadius + 3} /> : null}
              <circle r={markRadius} data-selected={visit.unitId === unitId || undefined} />
              <text dy="0.36em">{index + 1}</text>
            </g>
          );
        })}
        <g className={styles.names} fontSize={labelSize} aria-hidden>
          {labels.map(({ id, text, x, y }) => <text key={id} x={x} y={y} dy="0.35em" data-dim={dim(dayOf.get(id)!)} data-strong={dayOf.get(id) === shownDay || undefined}>{text}</text>)}
        </g>
      </g>
    );
  };

  const titleOf = (id: string): string => {
    const mark = marks.find(({ visit }) => visit.unitId === id);
    const name = shapes.find((shape) => shape.id === id)?.label ?? '';
    return mark ? t('mapVisit', { name, number: mark.index + 1, day: mark.day, begin: mark.visit.begin }) : name;
  };
  return (
    <StateMap
      shapes={shapes} outline={map?.self?.rings ?? null} selectedId={unitId} onSelect={(id) => onUnit(id === unitId ? null : id)} margin={26}
      labelOf={() => undefined} titleOf={titleOf} ariaLabel={t('mapLabel', { name: named(tour) })}
      fillOf={(id) => (planned.has(id) || planned.size === 0 ? undefined : 'var(--surface-sunken)')}
      legend={marks.length > 0 && !withoutLegend ? (
        <div className={styles.legend} role="group" aria-label={t('days')}>
          {tour.days.map((day, index) => (day.visits.length === 0 ? null : (
            <button
              key={day.day} type="button" aria-pressed={pressedDay === day.day} data-dim={(shownDay !== null && shownDay !== day.day) || undefined}
              onPointerEnter={() => onHover(day.day)} onPointerLeave={() => onHover(null)} onFocus={() => onHover(day.day)} onBlur={() => onHover(null)}
              onClick={() => onPress(day.day)} title={t('legendDay', { number: index + 1, day: day.day })}
            >
              <span className={styles.badge} style={dayColour(index)}>{number(index + 1)}</span>{dayText(day.day).slice(0, 5)}
            </button>
          )))}
        </div>
      ) : undefined}
    >
      {draw}
    </StateMap>
  );
}

/** Medininagar (Daltonganj) is Medininagar where room is scarce. */
const shortName = (name: string): string => name.replace(/\s*\(.*\)$/, '');

function marksOf(tour: TourDetail): Mark[] {
  const points = new Map(tour.days.flatMap((day) => day.visits.map((visit) => [visit.unitId, visit] as const)));
  return tour.days.flatMap(({ day, visits }, index) => visits.flatMap((visit) => {
    if (visit.lat === null || visit.lon === null) return [];
    const from = visit.fromUnitId === null ? undefined : points.get(visit.fromUnitId);
    return [{ visit, day, index, lat: visit.lat, lon: visit.lon, from: from && from.lat !== null && from.lon !== null ? { lat: from.lat, lon: from.lon } : null }];
  }));
}

/** A line that stops short of both marks, slightly bent to its left, so that a way there and back are two lines. */
function legPath([x1, y1]: [number, number], [x2, y2]: [number, number]): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 2 * markRadius + 2) return '';
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const bend = Math.min(14, length * 0.08);
  const [cx, cy] = [(x1 + x2) / 2 + uy * bend, (y1 + y2) / 2 - ux * bend];
  const end = markRadius + 3;
  const [sx, sy] = [x1 + ux * markRadius, y1 + uy * markRadius];
  const [ex, ey] = [x2 - ux * end, y2 - uy * end];
  // An arrow head of two strokes at the end of the leg.
  const [ax, ay] = [ex - ux * 6, ey - uy * 6];
  const head = `M${ax - uy * 4},${ay + ux * 4}L${ex},${ey}L${ax + uy * 4},${ay - ux * 4}`;
  return `M${sx},${sy}Q${cx},${cy} ${ex},${ey}${head}`;
}
