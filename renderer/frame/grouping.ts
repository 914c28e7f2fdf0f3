// By which classification everything is grouped, and to which class it is narrowed: one choice for every list, board and map.
import { useMemo } from 'react';
import { useQuery, useRemembered } from '../hooks.ts';
import { inLanguage, useLanguage, useWords } from '../words.ts';
import type { Classification, ClassName, GroupFilter } from '../../shared/model/group.ts';

export interface Grouping {
  /** Those there are, in order. */
  classifications: Classification[];
  /** Null: not grouped. */
  groupBy: Classification | null;
  /** Null: everything. */
  only: GroupFilter | null;
  onlyClass: ClassName | null;
  setGroupBy: (classificationId: string | null) => void;
  setOnly: (only: GroupFilter | null) => void;
}

const noClassifications: Classification[] = [];

export function useGrouping(): Grouping {
  const classifications = useQuery('groups.list', {}).data ?? noClassifications;
  const [groupById, setGroupBy] = useRemembered<string | null>('frame.groupBy', null);
  const [chosen, setOnly] = useRemembered<GroupFilter | null>('frame.only', null);
  // What is remembered may be of another file, or gone.
  const found = useQuery('groups.name', chosen).data ?? null;
  const onlyClass = found?.class ?? null;
  const groupBy = classifications.find(({ id, classes }) => id === groupById && classes > 0) ?? null;
  return { classifications, groupBy, only: onlyClass ? chosen : null, onlyClass, setGroupBy, setOnly };
}

/** `38 Jharia`, `North Chotanagpur`, `Dhanbad (349)`; those in no class. */
export function useClassName(): (one: ClassName) => string {
  const language = useLanguage();
  const t = useWords('groups');
  return useMemo(() => (one) => {
    const name = inLanguage(language, one.nameEn, one.nameHi);
    if (name === '') return t('none');
    return one.number !== null ? `${one.number} ${name}` : one.code !== null ? `${name} (${one.code})` : name;
  }, [language, t]);
}
