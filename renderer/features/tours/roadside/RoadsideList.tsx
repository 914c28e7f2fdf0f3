// The units beside a leg as a list that can be put in the order of any column; each with the button that adds it.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNamed, useNumbers, usePick, useWords } from '../../../words.ts';
import type { RoadsideUnit } from '../../../../shared/model/road.ts';
import { ProgrammeCell, SinceCell, TargetCell, WorthCell } from './UnitFacts.tsx';

interface Props {
  units: RoadsideUnit[];
  pointedId: string | null;
  busy: boolean;
  onPoint: (unitId: string | null) => void;
  onAdd: (unit: RoadsideUnit) => void;
}

type Order = 'worth' | 'detour' | 'since' | 'percent';
const keyOf: Record<Order, (unit: RoadsideUnit) => number> = {
  worth: (unit) => -unit.worth, detour: (unit) => unit.detourMinutes, since: (unit) => -(unit.daysSince ?? 100_000), percent: (unit) => unit.percent ?? 100_000,
};

export function RoadsideList({ units, pointedId, busy, onPoint, onAdd }: Props) {
  const t = useWords('roadside');
  const named = useNamed();
  const pick = usePick();
  const { duration, time } = useNumbers();
  const [order, setOrder] = useState<Order>('worth');
  const sorted = order === 'worth' ? units : units.toSorted((a, b) => keyOf[order](a) - keyOf[order](b));
  const head = (id: Order) => (
    <th scope="col" className="figures" aria-sort={order === id ? 'descending' : 'none'}>
      <button type="button" onClick={() => setOrder(id)}>{t(`head.${id}`)}{order === id ? ' ↓' : ''}</button>
    </th>
  );
  return (
    <div className="roadside-list" tabIndex={0} role="region" aria-label={t('listLabel')}>
      <table>
        <thead>
          <tr><th scope="col">{t('head.name')}</th>{head('worth')}{head('detour')}{head('since')}{head('percent')}<th scope="col">{t('head.programme')}</th><th scope="col"><span className="unseen">{t('add')}</span></th></tr>
        </thead>
        <tbody onMouseLeave={() => onPoint(null)}>
          {sorted.map((unit) => (
            <tr key={unit.unitId} data-pointed={unit.unitId === pointedId || undefined} onMouseEnter={() => onPoint(unit.unitId)}>
              <th scope="row">{named(unit)} <small>{pick(unit.withinEn, unit.withinHi)}</small></th>
              <td className="figures"><WorthCell worth={unit.worth} /></td>
              <td className="figures" title={t('offRoad', { km: Math.round(unit.offKm) })}>+{duration(Math.max(0, Math.round(unit.detourMinutes)))}</td>
              <td className="figures"><SinceCell unit={unit} /></td>
              <td className="figures"><TargetCell unit={unit} /></td>
              <td><ProgrammeCell unit={unit} /></td>
              <td>
                {unit.begin === null ? <span className="roadside-full">{t('noTime')}</span> : (
                  <Button size="compact-xs" variant="light" disabled={busy} leftSection={<IconPlus size={13} aria-hidden="true" />} aria-label={t('addAt', { name: named(unit), time: time(unit.begin) })} onFocus={() => onPoint(unit.unitId)} onClick={() => onAdd(unit)}>{time(unit.begin)}</Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
