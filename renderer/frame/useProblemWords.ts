// Says in a sentence why a visit or a day cannot be, or should not; tours and calendar say it in the same words.
import { useMemo } from 'react';
import { useLanguage, useWords, valuesIn } from '../words.ts';
import type { TourProblem } from '../../shared/model/tour.ts';

/** Codes are those of `tours.get`, `calendar.range` and `calendar.check`. */
export function useProblemWords(): (problem: TourProblem) => string {
  const t = useWords('tours');
  const language = useLanguage();
  return useMemo(() => ({ code, day, detail }) => {
    const values = valuesIn(language, { day, ...detail });
    const sentence = t(`problem.${code}`, values);
    return sentence === `problem.${code}` ? t('problem.other', values) : sentence;
  }, [t, language]);
}
