// The names of levels: data of the file, so asked once and shared by everything that shows them.
import { useMemo } from 'react';
import { useQuery } from '../hooks.ts';
import { inLanguage, useLanguage, useWords } from '../words.ts';
import type { Level } from '../../shared/model/unit.ts';

/** All levels from the state down; empty until known. */
export const useLevels = (): Level[] => useQuery('units.levels', {}).data ?? noLevels;
const noLevels: Level[] = [];

/** `level('district')` → District / जिला; `level('district', 24)` → Districts / जिले. */
export function useLevelName(): (levelId: string | null, count?: number) => string {
  const levels = useLevels();
  const language = useLanguage();
  const t = useWords('levels');
  return useMemo(() => {
    const byId = new Map(levels.map((level) => [level.id, level]));
    return (levelId, count = 1) => {
      const level = levelId === null ? undefined : byId.get(levelId);
      if (!level) return levelId === null ? t('seat') : levelId;
      return count === 1 ? inLanguage(language, level.nameEn, level.nameHi) : inLanguage(language, level.pluralEn, level.pluralHi);
    };
  }, [levels, language, t]);
}
