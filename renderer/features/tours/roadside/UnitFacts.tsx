// What speaks for a visit, in the cells of a list: days since the last one, the target, the programme of the day.
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { useNumbers, usePick, useWords } from '../../../words.ts';
import type { RoadsideUnit } from '../../../../shared/model/road.ts';

export function SinceCell({ unit }: { unit: Pick<RoadsideUnit, 'daysSince' | 'lastVisitDay'> }) {
  const t = useWords('roadside');
  const { day } = useNumbers();
  if (unit.daysSince === null) return <span className="roadside-never">{t('never')}</span>;
  return <span title={day(unit.lastVisitDay)}>{t('daysAgo', { count: unit.daysSince })}</span>;
}

export function TargetCell({ unit }: { unit: Pick<RoadsideUnit, 'percent' | 'state'> }) {
  const { percent } = useNumbers();
  return <span className="roadside-target">{percent(unit.percent)} <StatusMark state={unit.state} quiet /></span>;
}

export function ProgrammeCell({ unit }: { unit: Pick<RoadsideUnit, 'programme' | 'blackoutEn' | 'blackoutHi'> }) {
  const t = useWords('roadside');
  const pick = usePick();
  if (unit.blackoutEn !== null) return <span className="roadside-blackout">{pick(unit.blackoutEn, unit.blackoutHi)}</span>;
  return <>{unit.programme === null ? '–' : t(`programme.${unit.programme}`)}</>;
}

/** Of 100: a bar with its figure. */
export function WorthCell({ worth }: { worth: number }) {
  return <span className="roadside-worth"><i style={{ width: `${worth}%` }} aria-hidden="true" /><b>{worth}</b></span>;
}
