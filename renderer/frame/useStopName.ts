// What a stop is called on the board: by its town; a block or another unit below the districts also by its level, since it often bears the town's name too.
import { useMemo } from 'react';
import { useLevelName } from './levels.ts';
import { useLanguage, usePick } from '../words.ts';
import type { TourVisit } from '../../shared/model/tour.ts';

export function useStopName(): (visit: Pick<TourVisit, 'placeEn' | 'placeHi' | 'levelId'>) => string {
  const pick = usePick();
  const level = useLevelName();
  const language = useLanguage();
  return useMemo(() => (visit) => {
    const place = pick(visit.placeEn, visit.placeHi);
    if (visit.levelId === 'district') return place;
    const name = level(visit.levelId);
    return `${place} ${language === 'en' ? name.toLowerCase() : name}`;
  }, [pick, level, language]);
}
