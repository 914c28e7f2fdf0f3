// The line above the board: own target, sum below, what is short, what is achieved and what each day must bring.
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useLevelName } from '../../frame/levels.ts';
import { useToday } from '../../hooks.ts';
import { Figure } from '../../ui/Figure.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import type { BoardRow } from '../../../shared/model/target.ts';
import { pace } from '../../../shared/rules/pace.ts';
import { periodOf } from '../../../shared/rules/period.ts';
import type { SortBy } from './columns.ts';

interface Props {
  unit: BoardRow;
  programme: Programme;
  metric: Metric;
  onSort: (sort: SortBy, descending: boolean) => void;
  onEditOwn: () => void;
  onApportion: () => void;
  onReports: () => void;
}

export function Reconciliation({ unit, programme, metric, onSort, onEditOwn, onApportion, onReports }: Props) {
  const t = useWords('targets');
  const named = useNamed();
  const level = useLevelName();
  const today = useToday();
  const { exact, percent, day } = useNumbers();
  const { own, below, difference, achieved } = unit;
  const isShare = metric.kind === 'share';
  const goal = own ?? below;
  const period = periodOf(programme, unit.levelId, unit.dueDay, unit.fromDay);
  const now = goal !== null && goal > 0 && today !== '' ? pace({ target: goal, achieved: (isShare ? unit.sharePercent : achieved) ?? 0, ...period, today }) : null;
  return (
    <div className="reconciliation" role="group" aria-label={t('reconciliationOf', { name: named(unit) })}>
      {goal === null ? (
        <span className="sum">
          <span className="dim">{t('noTarget', { name: named(unit) })}</span>
          {metric.kind === 'onePerUnit'
            ? <Button size="compact-sm" variant="light" onClick={onApportion}>{t('setOnePerUnit', { level: level(metric.countLevelId) })}</Button>
            : <Button size="compact-sm" variant="light" onClick={onEditOwn}>{t(isShare ? 'setShare' : 'setFirst')}</Button>}
        </span>
      ) : null}
      {own !== null ? <span className="sum"><span className="dim">{t('own')}</span><Figure onOpen={onEditOwn} label={t('changeOwn')}>{isShare ? percent(own) : exact(own)}</Figure></span> : null}
      {below !== null ? <span className="sum"><span className="dim">{t('below')}</span><Figure onOpen={() => onSort('own', true)} label={t('seeBelow')}>{exact(below)}</Figure></span> : null}
      {difference === 0 ? <span className="sum agrees"><IconCheck size={15} aria-hidden="true" />{t('agrees')}</span> : null}
      {difference !== null && difference !== 0 ? (
        <span className={`sum ${difference > 0 ? 'short' : 'over'}`}>
          <Figure onOpen={() => onSort('difference', false)} label={t('seeDifference')}>{t(difference > 0 ? 'short' : 'over', { count: Math.abs(difference), size: exact(Math.abs(difference)) })}</Figure>
        </span>
      ) : null}
      {achieved !== null ? (
        <span className="sum">
          <span className="dim">{t('achieved')}</span>
          <Figure onOpen={onReports} label={t('seeReports')}>{exact(achieved)}{isShare && unit.sharePercent !== null ? ` · ${percent(unit.sharePercent)}` : ''}</Figure>
          {unit.percent !== null ? <span>{percent(unit.percent)}</span> : null}
        </span>
      ) : null}
      {now ? <StatusMark state={now.state} /> : null}
      {now && !isShare && now.requiredPerDay !== null && now.requiredPerDay > 0 ? <span className="sum dim">{t('perDay', { size: exact(now.requiredPerDay), count: Math.max(now.daysLeft, 0), toDay: day(period.toDay) })}</span> : null}
      {now && now.daysLeft < 0 && now.state !== 'done' ? <span className="sum dim">{t('past', { toDay: day(period.toDay) })}</span> : null}
    </div>
  );
}
