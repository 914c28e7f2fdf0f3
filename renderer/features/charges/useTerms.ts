// On what terms responsibilities are given: level, programme, period, role and order, kept from one start to the next.
import { useQuery, useRemembered } from '../../hooks.ts';
import { oneMonthFrom } from '../../../shared/rules/charges/periods.ts';
import type { ChargeKind } from '../../../shared/model/charge.ts';
import type { Programme } from '../../../shared/model/programme.ts';

export interface Terms {
  levelId: string;
  programmeId: string | null;
  fromDay: string;
  toDay: string;
  kind: ChargeKind;
  takeOver: boolean;
  nameOnTargets: boolean;
  orderBy: string;
  orderDay: string | null;
}

/** The programme's own days from today on, else a month from today. */
export function usualPeriod(programme: Programme | undefined, today: string): { fromDay: string; toDay: string } {
  if (programme && programme.toDay >= today) return { fromDay: programme.fromDay > today ? programme.fromDay : today, toDay: programme.toDay };
  return { fromDay: today, toDay: oneMonthFrom(today) };
}

const noTerms: Partial<Terms> = {};

/** `levelIds`: the levels there are in the scope. A remembered period that is over is not taken up again. */
export function useTerms(today: string, levelIds: readonly string[]): { terms: Terms; setTerms: (change: Partial<Terms>) => void; programmes: Programme[] } {
  const [kept, keep] = useRemembered<Partial<Terms>>('charges.terms', noTerms);
  const programmes = useQuery('programmes.list', {}).data ?? [];
  const programme = programmes.find((candidate) => candidate.id === kept.programmeId);
  const period = kept.fromDay && kept.toDay && kept.toDay >= today ? { fromDay: kept.fromDay, toDay: kept.toDay } : usualPeriod(programme, today);
  const levelId = kept.levelId && levelIds.includes(kept.levelId) ? kept.levelId : levelIds[0] ?? 'district';
  const terms: Terms = {
    kind: kept.kind ?? 'inCharge', takeOver: kept.takeOver ?? true, nameOnTargets: kept.nameOnTargets ?? false,
    orderBy: kept.orderBy ?? '', orderDay: kept.orderDay ?? null, ...period, levelId, programmeId: programme?.id ?? null,
  };
  return { terms, setTerms: (change) => keep({ ...kept, ...change }), programmes };
}
