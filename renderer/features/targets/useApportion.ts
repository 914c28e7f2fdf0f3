// The decision an apportionment is, as the panel holds it, with its defaults from the unit chosen and its live preview.
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from '../../hooks.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { isDivided } from '../../../shared/rules/metricKinds.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import type { ApportionMethod } from '../../../shared/model/target.ts';

const quietMilliseconds = 200;
const usualNorm = 50;

export interface Decision {
  unitId: string;
  method: ApportionMethod;
  /** Null: the unit's own target. */
  total: number | null;
  norm: number;
  /** Null: the deepest level there is. */
  toLevelId: string | null;
  step: number;
  minimum: number;
  maximum: number | null;
  electorsPart: number;
  /** `programme metric`; null: the metric itself. */
  strength: string | null;
  dueDay: string | null;
}

/** While `paused` (it is being done) the preview stands still: nobody asks again what is about to be the past. */
export function useApportion(programme: Programme, metric: Metric, startUnitId: string, paused: boolean) {
  const [decision, setDecision] = useState<Decision>({ unitId: startUnitId, method: 'electors', total: null, norm: usualNorm, toLevelId: null, step: 1, minimum: 0, maximum: null, electorsPart: 50, strength: null, dueDay: null });
  const { unitId } = decision;
  const unit = useQuery('targets.board', { programmeId: programme.id, metricId: metric.id, unitId, limit: 1 }).data?.unit;
  const counts = useQuery('units.counts', { id: unitId }).data;
  const levels = (counts ?? []).filter(({ units }) => units > 0);
  const counted = metric.kind === 'onePerUnit' ? levels.find(({ levelId }) => levelId === metric.countLevelId) : undefined;
  const level = levels.find(({ levelId }) => levelId === decision.toLevelId) ?? counted ?? levels.at(-1);
  const byNorm = isDivided(metric.kind) && decision.method === 'norm';
  const total = byNorm ? decision.norm : metric.kind === 'onePerUnit' ? 0 : (decision.total ?? unit?.own ?? unit?.below ?? null);
  const [strengthProgramme, strengthMetric] = decision.strength?.split(' ') ?? [];
  const strengthOf = strengthProgramme && strengthMetric ? { programmeId: strengthProgramme, metricId: strengthMetric } : undefined;
  const input: InputOf<'targets.apportion'> | null = level && total !== null
    ? { programmeId: programme.id, metricId: metric.id, unitId, method: decision.method, total, toLevelId: level.levelId, step: decision.step, minimum: decision.minimum, maximum: decision.maximum, electorsPart: decision.electorsPart, strengthOf: strengthOf ?? null, dueDay: decision.dueDay }
    : null;
  const [asked] = useDebouncedValue(input, quietMilliseconds);
  const settled = JSON.stringify(asked) === JSON.stringify(input);
  const { data, error } = useQuery('targets.apportionPreview', paused ? null : asked, { keep: true });
  const [held, hold] = useState(data);
  if (data !== undefined && data !== held) hold(data);
  const shown = paused ? held : data;
  return {
    decision, change: (part: Partial<Decision>) => setDecision((now) => ({ ...now, ...part })),
    unit, levels, level, byNorm, total, input, known: counts !== undefined && unit !== undefined,
    /** The preview of what stands in the fields; undefined while it is asked and where it cannot be. */
    preview: settled && !error ? shown : undefined,
    shown: error ? undefined : shown,
    error: settled ? error : undefined,
  };
}
