// Which programme and metric the boards are about: one choice for screen and inspector, kept from one start to the next.
import { useCallback } from 'react';
import { useQuery, useRemembered, useToday } from '../hooks.ts';
import type { Metric, Programme } from '../../shared/model/programme.ts';

export interface BoardChoice {
  /** Undefined until known. */
  programmes: Programme[] | undefined;
  programme: Programme | null;
  metric: Metric | null;
  /** Without a metric: the programme's first. */
  choose(programmeId: string, metricId?: string): void;
}

/** The one that runs today, else the next to begin, else the last. */
const atHand = (programmes: Programme[], today: string): Programme | undefined =>
  programmes.find(({ fromDay, toDay }) => fromDay <= today && today <= toDay) ?? programmes.find(({ fromDay }) => fromDay > today) ?? programmes.at(-1);

export function useBoardChoice(): BoardChoice {
  const { data: programmes } = useQuery('programmes.list', {});
  const today = useToday();
  const [kept, keep] = useRemembered('targets.choice', { programmeId: '', metricId: '' });
  const programme = programmes?.find(({ id }) => id === kept.programmeId) ?? (programmes ? atHand(programmes, today) : undefined) ?? null;
  const metric = programme?.metrics.find(({ id }) => id === kept.metricId) ?? programme?.metrics[0] ?? null;
  const choose = useCallback((programmeId: string, metricId = '') => keep({ programmeId, metricId }), [keep]);
  return { programmes, programme, metric, choose };
}
