// Two plans of one tour side by side: what they add up to, where they differ, both routes on one map; and the choice.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import { TourMap } from './TourMap.tsx';
import styles from './tours.module.css';

interface CompareViewProps {
  tour: TourDetail;
  onChosen: (tourId: string) => void;
}

export function CompareView({ tour, onChosen }: CompareViewProps) {
  const t = useWords('tours');
  const ids = tour.versions.map((version) => version.id);
  const [left, setLeft] = useState(ids[0]!);
  const [right, setRight] = useState(ids.find((id) => id !== ids[0] && id === tour.id) ?? ids[1] ?? ids[0]!);
  const sides = [useQuery('tours.get', { id: left }).data, useQuery('tours.get', { id: right }).data];
  const [choose, { busy }] = useCommand('tours.chooseVersion');
  const options = tour.versions.map((version) => ({ value: version.id, label: `${t('planNumber', { number: version.number })}${version.note === '' ? '' : `: ${version.note}`}` }));
  const take = async (id: string) => {
    const done = await choose({ id }, { undoToast: true });
    if (done) onChosen(done.id);
  };
  const [a, b] = sides;
  return (
    <div className={styles.compare}>
      <div className={styles.compareTable}>
        <table className={styles.table}>
          <caption className="unseen">{t('compare')}</caption>
          <thead>
            <tr>
              <th scope="col"><span className="unseen">{t('figure')}</span></th>
              {[[left, setLeft], [right, setRight]].map(([value, set], side) => (
                <th key={side} scope="col"><Select size="xs" aria-label={t(side === 0 ? 'leftPlan' : 'rightPlan')} allowDeselect={false} data={options} value={value as string} onChange={(id) => { if (id !== null) (set as (id: string) => void)(id); }} /></th>
              ))}
            </tr>
          </thead>
          {a && b ? <Figures a={a} b={b} /> : null}
          <tfoot>
            <tr>
              <td />
              {[a, b].map((side, at) => (
                <td key={at}>{side && side.versionOf !== null ? <Button size="compact-sm" loading={busy} onClick={() => void take(side.id)}>{t('choosePlan')}</Button> : <span>{t('chosenPlan')}</span>}</td>
              ))}
            </tr>
          </tfoot>
        </table>
        {a && b ? <Differences a={a} b={b} /> : null}
      </div>
      <div className={styles.right}>
        {a && b ? <TourMap tour={a} beside={b} withoutLegend shownDay={null} pressedDay={null} unitId={null} onHover={() => undefined} onPress={() => undefined} onUnit={() => undefined} /> : null}
      </div>
    </div>
  );
}

/** Fewer is better where `less`. */
type Row = [key: string, value: (tour: TourDetail) => number, shown: (value: number) => string, less: boolean];

const visitsOf = (tour: TourDetail) => tour.days.flatMap((day) => day.visits);

function Figures({ a, b }: { a: TourDetail; b: TourDetail }) {
  const t = useWords('tours');
  const { duration, number } = useNumbers();
  const levelName = useLevelName();
  const count = (tour: TourDetail, must: boolean) => tour.days.reduce((sum, day) => sum + day.visits.filter((visit) => visit.must === must).length, 0);
  // What is covered: places of each level, under the level's own name.
  const levels = [...new Set([a, b].flatMap((tour) => visitsOf(tour).map((visit) => visit.levelId)))];
  const rows: Row[] = [
    ['distance', (tour) => Math.round(tour.totals.distanceKm), (km) => t('km', { km }), true],
    ['driving', (tour) => Math.round(tour.totals.travelMinutes), duration, true],
    ['mustStops', (tour) => count(tour, true), number, false],
    ...(a.rules.wanted.length + b.rules.wanted.length > 0 ? [
      ['wantedStops', (tour: TourDetail) => count(tour, false), number, false] as Row,
      ['worthSum', (tour: TourDetail) => tour.totals.worth, number, false] as Row,
    ] : []),
    ...levels.map((levelId): Row => [`level ${levelId}`, (tour) => visitsOf(tour).filter((visit) => visit.levelId === levelId).length, number, false]),
    ['daysUsed', (tour) => tour.totals.daysUsed, number, true],
    ['nights', (tour) => tour.totals.nights, number, true],
    ['free', (tour) => tour.totals.freeMinutes, duration, false],
    ['leftOut', (tour) => tour.leftOut.filter((stop) => stop.must).length, number, true],
    ['problemsRow', (tour) => tour.problems.length, number, true],
  ];
  return (
    <tbody>
      {rows.map(([key, value, shown, less]) => {
        const values = [value(a), value(b)] as const;
        const better = values[0] === values[1] ? null : (values[0] < values[1]) === less ? 0 : 1;
        return (
          <tr key={key}>
            <th scope="row">{key.startsWith('level ') ? t('visitedOf', { level: levelName(key.slice(6)) }) : t(key)}</th>
            {values.map((figure, side) => <td key={side} className="figures" data-better={better === side || undefined}>{shown(figure)}{better === side ? <span className="unseen"> {t('better')}</span> : null}</td>)}
          </tr>
        );
      })}
    </tbody>
  );
}

/** The places that are visited on another day, or in one of the plans only. */
function Differences({ a, b }: { a: TourDetail; b: TourDetail }) {
  const t = useWords('tours');
  const pick = usePick();
  const { day } = useNumbers();
  const placed = (tour: TourDetail) => new Map(tour.days.flatMap((one) => one.visits.map((visit) => [visit.unitId, { day: one.day, visit }] as const)));
  const [left, right] = [placed(a), placed(b)];
  const moved = [...new Set([...left.keys(), ...right.keys()])].filter((id) => left.get(id)?.day !== right.get(id)?.day);
  const dayText = (at: { day: string } | undefined) => (at ? day(at.day) : t('notVisited'));
  return (
    <section className={styles.differences} aria-label={t('differences')}>
      <h3>{t('differencesCount', { count: moved.length })}</h3>
      <ul>
        {moved.map((id) => {
          const visit = (left.get(id) ?? right.get(id))!.visit;
          return <li key={id}><b>{pick(visit.placeEn, visit.placeHi)}</b> {dayText(left.get(id))} → {dayText(right.get(id))}</li>;
        })}
      </ul>
    </section>
  );
}
