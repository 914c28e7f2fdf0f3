// Classes on a map: the colour of each unit's class, which units are in the class it is narrowed to, and the legend.
import { useMemo } from 'react';
import { useClassName, useGrouping } from './grouping.ts';
import { useQuery } from '../hooks.ts';
import { useWords } from '../words.ts';
import { isNone } from '../../shared/rules/noClass.ts';

/** Tints `--class-1` … `--class-8`; with more classes they come round again, so the pointer says the name. */
const tints = 8;
const legendShows = 10;
const noRows: { unitId: string; classIds: string[] }[] = [];

export interface MapClasses {
  /** False: the map is coloured as it always is. */
  grouped: boolean;
  fillOf: (unitId: string) => string;
  /** The unit's class in words, where grouped. */
  wordOf: (unitId: string) => string;
  classIdsOf: (unitId: string) => readonly string[];
  /** True for units to be shown: all, or those that stand (partly) in the one class. */
  shown: (unitId: string) => boolean;
  legend: { id: string; fill: string; name: string }[];
  /** Classes that the legend has no room for. */
  more: number;
}

/** For the units directly below one, or all of a level below it. */
export function useMapClasses(unitId: string | null, levelId: string | null): MapClasses {
  const t = useWords('groups');
  const className = useClassName();
  const { groupBy, only } = useGrouping();
  const ask = (classificationId: string | undefined) => (unitId !== null && classificationId !== undefined ? { unitId, levelId, classificationId } : null);
  const rows = useQuery('groups.ofChildren', ask(groupBy?.id), { keep: true }).data ?? noRows;
  const inside = useQuery('groups.ofChildren', ask(only?.classificationId), { keep: true }).data;
  const classes = useQuery('groups.classes', groupBy ? { classificationId: groupBy.id } : null, { keep: true }).data;
  return useMemo(() => {
    const of = new Map(rows.map((row) => [row.unitId, row.classIds]));
    const order = new Map((classes ?? []).map((one, at) => [one.id, at]));
    const fill = (classId: string) => `var(--class-${((order.get(classId) ?? 0) % tints) + 1})`;
    const here = new Set(rows.flatMap((row) => row.classIds));
    const named = (classes ?? []).filter((one) => here.has(one.id) && !isNone(one.id));
    const several = rows.some((row) => row.classIds.length > 1);
    const none = rows.some((row) => row.classIds.length === 0);
    const insideOf = only && inside ? new Map(inside.map((row) => [row.unitId, row.classIds])) : null;
    const word = (classId: string) => { const one = classes?.find(({ id }) => id === classId); return one ? className(one) : ''; };
    return {
      grouped: groupBy !== null,
      fillOf: (id) => { const ids = of.get(id) ?? []; return ids.length === 1 ? fill(ids[0]!) : ids.length > 1 ? 'var(--line-strong)' : 'var(--ramp-none)'; },
      wordOf: (id) => { const ids = of.get(id) ?? []; return ids.length === 0 ? t('none') : ids.map(word).join(', '); },
      classIdsOf: (id) => of.get(id) ?? [],
      shown: (id) => { const ids = insideOf?.get(id); return insideOf === null || !only || (ids !== undefined && (isNone(only.classId) ? ids.length === 0 : ids.includes(only.classId))); },
      legend: [
        ...named.slice(0, legendShows).map((one) => ({ id: one.id, fill: fill(one.id), name: className(one) })),
        ...(several ? [{ id: 'several', fill: 'var(--line-strong)', name: t('mapSeveral') }] : []),
        ...(none ? [{ id: 'none', fill: 'var(--ramp-none)', name: t('mapNone') }] : []),
      ],
      more: Math.max(0, named.length - legendShows),
    };
  }, [rows, inside, classes, groupBy, only, className, t]);
}
