// The board's questions and what is chosen on it: units by list and map together, colours of those who have them.
import { useMemo, useState } from 'react';
import { useMapClasses } from '../../frame/useMapClasses.ts';
import type { MapClasses } from '../../frame/useMapClasses.ts';
import { useQuery } from '../../hooks.ts';
import { coloursOf } from '../../../shared/rules/charges/colours.ts';
import { neighboursOf } from '../../../shared/rules/charges/neighbours.ts';
import type { ChargeMap, ChargeShape } from '../../../shared/model/charge.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { Terms } from './useTerms.ts';

const colourCount = 12;
const noShapes: ChargeShape[] = [];

export interface Board {
  map: ChargeMap | undefined;
  /** Where things are grouped and the units themselves are drawn: the class of each. */
  classes: MapClasses | null;
  selected: ReadonlySet<string>;
  setSelected: (ids: Iterable<string>) => void;
  /** A colour for who has something here; undefined: nothing, or not on the map. */
  colourOf: (personId: string) => string | undefined;
  /** Units next to those given, on the map. */
  besides: (ids: ReadonlySet<string>) => string[];
  /** Who has a unit of the map: what is proposed, else what is. */
  holderOf: (shape: ChargeShape) => string | null;
}

const noneSelected: ReadonlySet<string> = new Set();

/** `proposed`: who would get which unit, while a proposal is looked at. */
export function useBoard(terms: Terms, unitId: string | null, group: GroupFilter | null, proposed: ReadonlyMap<string, string | null> | null): Board {
  const view = { levelId: terms.levelId, unitId, programmeId: terms.programmeId, group, fromDay: terms.fromDay, toDay: terms.toDay };
  const map = useQuery('charges.map', terms.toDay >= terms.fromDay && terms.fromDay !== '' ? view : null, { keep: true }).data;
  const place = `${terms.levelId} ${unitId ?? ''} ${group?.classId ?? ''}`;
  const rootId = useQuery('workspace.get', {}).data?.rootUnitId ?? null;
  const classes = useMapClasses(map?.isLevel ? unitId ?? rootId : null, terms.levelId);
  const [chosen, setChosen] = useState<{ place: string; ids: ReadonlySet<string> }>({ place, ids: noneSelected });
  const shapes = map?.shapes ?? noShapes;
  const outlined = useMemo(() => neighboursOf(shapes), [shapes]);
  const holders = useMemo(() => shapes.map((shape) => (proposed ? proposed.get(shape.id) ?? null : shape.personIds[0] ?? null)), [shapes, proposed]);
  const colours = useMemo(() => {
    const counts = new Map<string, number>();
    for (const id of holders) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const shape of shapes) for (const id of shape.personIds) if (!counts.has(id)) counts.set(id, 0);
    const people = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
    return coloursOf(people, holders, outlined, colourCount);
  }, [holders, outlined, shapes]);
  return {
    map,
    classes: classes.grouped && map?.isLevel ? classes : null,
    // Units of another level or place are out of sight: what is not seen is not given.
    selected: chosen.place === place ? chosen.ids : noneSelected,
    setSelected: (ids) => setChosen({ place, ids: new Set(ids) }),
    colourOf: (personId) => { const at = colours.get(personId); return at === undefined ? undefined : `var(--who-${at + 1})`; },
    besides: (ids) => shapes.flatMap((shape, at) => (ids.has(shape.id) ? (outlined[at] ?? []).map((other) => shapes[other]!.id) : [])),
    holderOf: (shape) => (proposed ? proposed.get(shape.id) ?? null : shape.personIds[0] ?? null),
  };
}
