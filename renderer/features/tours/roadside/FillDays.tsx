// A proposal day by day: what is added when and why, how much time stays free, and which stops begin later for it.
import { Checkbox } from '@mantine/core';
import { useNamed, useNumbers, usePick, useWords } from '../../../words.ts';
import type { FilledDay } from '../../../../shared/model/road.ts';
import { ProgrammeCell, SinceCell, TargetCell, WorthCell } from './UnitFacts.tsx';

const widths = ['34px', '118px', 'auto', '80px', '90px', '120px', '82px', '170px'];

export function FillDays({ days, out, onOut }: { days: FilledDay[]; out: ReadonlySet<string>; onOut: (out: ReadonlySet<string>) => void }) {
  const t = useWords('roadside');
  const named = useNamed();
  const pick = usePick();
  const { dayWords, time, duration } = useNumbers();
  const turn = (unitId: string) => { const next = new Set(out); if (!next.delete(unitId)) next.add(unitId); onOut(next); };
  return (
    <div className="roadside-list" tabIndex={0} role="region" aria-label={t('proposalLabel')}>
      {days.map((day) => (
        <section key={`${day.day} ${day.personId}`} className="roadside-day">
          <h3>{dayWords(day.day)} <small>{t('freeFromTo', { from: duration(day.freeMinutes), to: duration(day.freeAfter) })}</small></h3>
          <table>
            <colgroup>{widths.map((width, at) => <col key={at} style={{ width }} />)}</colgroup>
            <thead>
              <tr>
                <th scope="col"><span className="unseen">{t('add')}</span></th><th scope="col" className="figures">{t('head.hours')}</th>
                <th scope="col">{t('head.name')}</th>{(['worth', 'detour', 'since', 'percent'] as const).map((id) => <th key={id} scope="col" className="figures">{t(`head.${id}`)}</th>)}
                <th scope="col">{t('head.programme')}</th>
              </tr>
            </thead>
            <tbody>
              {day.added.map((unit) => (
                <tr key={unit.unitId} data-out={out.has(unit.unitId) || undefined}>
                  <td className="roadside-tick"><Checkbox size="xs" checked={!out.has(unit.unitId)} onChange={() => turn(unit.unitId)} aria-label={t('take', { name: named(unit) })} /></td>
                  <td className="figures">{time(unit.begin)}–{time(unit.begin + unit.minutes)}</td>
                  <th scope="row">{named(unit)} <small>{pick(unit.withinEn, unit.withinHi)}</small></th>
                  <td className="figures"><WorthCell worth={unit.worth} /></td>
                  <td className="figures">+{duration(Math.max(0, Math.round(unit.detourMinutes)))}</td>
                  <td className="figures"><SinceCell unit={unit} /></td>
                  <td className="figures"><TargetCell unit={unit} /></td>
                  <td><ProgrammeCell unit={unit} /></td>
                </tr>
              ))}
            </tbody>
          </table>
          {day.later.length > 0 ? <p className="roadside-later">{t('later')}: {day.later.map((stop) => t('laterStop', { name: pick(stop.placeEn, stop.placeHi), from: time(stop.wasBegin), to: time(stop.begin) })).join(' · ')}</p> : null}
        </section>
      ))}
    </div>
  );
}
