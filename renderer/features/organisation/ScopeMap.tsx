// The scope on the map: what stands directly below it, coloured by electors or booths; a click chooses, a double click goes down.
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useQuery, useRemembered, useScope, useSelection } from '../../hooks.ts';
import { ClassLegend } from '../../frame/ClassLegend.tsx';
import { useMapClasses } from '../../frame/useMapClasses.ts';
import type { MapClasses } from '../../frame/useMapClasses.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { StateMap } from '../../ui/map/StateMap.tsx';
import type { MapShapeView } from '../../ui/map/mapView.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { classesOf, colourOf, rampColour } from './classes.ts';
import type { ValueClass } from './classes.ts';
import { mostMapUnits } from '../../../shared/limits.ts';
import type { LevelCount } from '../../../shared/model/unit.ts';

type Measure = 'electors' | 'booths';

interface LegendProps {
  measure: Measure;
  onMeasure: (measure: Measure) => void;
  levels: LevelCount[];
  levelId: string | null;
  onLevel: (levelId: string) => void;
  classes: readonly ValueClass[];
  inClasses: MapClasses;
  note: string;
}

function Legend({ measure, onMeasure, levels, levelId, onLevel, classes, inClasses, note }: LegendProps) {
  const t = useWords('organisation');
  const level = useLevelName();
  const { number } = useNumbers();
  return (
    <div className="org-legend">
      {inClasses.grouped ? null : (
        <SegmentedControl
          size="xs" aria-label={t('colourBy')} value={measure} onChange={(value) => onMeasure(value as Measure)}
          data={(['electors', 'booths'] as const).map((value) => ({ value, label: t(value) }))}
        />
      )}
      {levels.length > 1 ? (
        <NativeSelect
          size="xs" aria-label={t('mapLevel')} value={levelId ?? ''} onChange={(event) => onLevel(event.currentTarget.value)}
          data={[{ value: '', label: t('directlyBelow') }, ...levels.map((one) => ({ value: one.levelId, label: t('levelCount', { level: level(one.levelId, 2), units: number(one.units) }) }))]}
        />
      ) : null}
      <ol>
        {inClasses.grouped ? <ClassLegend classes={inClasses} /> : classes.map(({ from, to }, at) => (
          <li key={from}>
            <span style={{ background: rampColour(at, classes.length) }} aria-hidden="true" />
            {from === to ? number(from) : `${number(from)} – ${number(to)}`}
          </li>
        ))}
      </ol>
      {note ? <span className="org-dim">{note}</span> : null}
    </div>
  );
}

export function ScopeMap() {
  const t = useWords('organisation');
  const named = useNamed();
  const level = useLevelName();
  const scope = useScope();
  const { unitId: chosenId, select } = useSelection();
  const [measure, setMeasure] = useRemembered<Measure>('organisation.measure', 'electors');
  const [chosenLevel, setLevel] = useRemembered('organisation.mapLevel', '');
  const unit = useQuery('units.get', scope.unitId === null ? null : { id: scope.unitId }, { keep: true }).data;
  const levels = (unit?.counts ?? []).filter(({ units }) => units > 0 && units <= mostMapUnits);
  const levelId = levels.some((one) => one.levelId === chosenLevel) ? chosenLevel : null;
  const map = useQuery('units.map', scope.unitId === null ? null : { id: scope.unitId, levelId }, { keep: true });
  const chosen = useQuery('units.get', chosenId === null ? null : { id: chosenId }, { keep: true }).data;

  const inClasses = useMapClasses(scope.unitId, levelId);
  const { shown } = inClasses;
  const rows = useMemo(() => new Map((map.data?.shapes ?? []).filter(({ id }) => shown(id)).map((row) => [row.id, row])), [map.data, shown]);
  const shapes = useMemo(() => {
    const found: MapShapeView[] = [...rows.values()].map(({ id, lat, lon, rings, basis, ...names }) => ({ id, lat, lon, rings, basis, label: named(names) }));
    // Nothing below has a place: at least the unit's own is shown.
    if (found.length === 0 && unit && unit.lat !== null && unit.lon !== null) found.push({ id: unit.id, lat: unit.lat, lon: unit.lon, rings: null, label: named(unit) });
    return found;
  }, [rows, unit, named]);
  const classes = useMemo(() => classesOf([...rows.values()].map((row) => row[measure])), [rows, measure]);

  // Something further down is chosen: what is shown of it is the unit here that it stands in.
  const isHere = (id: string) => shapes.some((shape) => shape.id === id);
  const selectedId = chosen ? [...chosen.ancestors.map((crumb) => crumb.id), chosen.id].filter(isHere).at(-1) ?? null : null;
  const deeper = chosen && selectedId !== chosen.id && chosen.id !== scope.unitId && chosen.lat !== null && chosen.lon !== null && selectedId !== null ? { lat: chosen.lat, lon: chosen.lon } : null;
  const titleOf = (id: string): string => {
    const row = rows.get(id);
    const said = inClasses.grouped ? ` · ${inClasses.wordOf(id)}` : '';
    return row ? t('mapTitle', { name: named(row), level: level(row.levelId), electors: row.electors, booths: row.booths }) + said : shapes.find((shape) => shape.id === id)?.label ?? '';
  };
  const unplaced = map.data?.unplaced ?? 0;

  return (
    <div className="org-map">
      <LoadingLine shown={map.loading} />
      {map.data && shapes.length > 0 ? (
        <StateMap
          shapes={shapes} outline={map.data.self?.rings ?? null} selectedId={selectedId} ariaLabel={t('mapOf', { name: unit ? named(unit) : '' })}
          onSelect={select} onOpen={(id) => { if ((rows.get(id)?.children ?? 0) > 0) scope.setScope(id); }}
          fillOf={(id) => (inClasses.grouped ? inClasses.fillOf(id) : colourOf(rows.get(id)?.[measure], classes))} titleOf={titleOf}
        >
          {deeper ? (view) => {
            const [x, y] = view.project(deeper.lat, deeper.lon);
            return <circle className="org-deeper" cx={x} cy={y} r={6} />;
          } : undefined}
        </StateMap>
      ) : null}
      {map.data && shapes.length === 0 ? <p className="org-nothing">{t('noPlaces')}</p> : null}
      {map.data && rows.size > 0 && classes.length > 0 ? <Legend measure={measure} onMeasure={setMeasure} levels={levels} levelId={levelId} onLevel={setLevel} classes={classes} inClasses={inClasses} note={unplaced > 0 ? t('unplaced', { count: unplaced }) : ''} /> : null}
    </div>
  );
}
