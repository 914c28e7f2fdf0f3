// Everything beside one leg of a tour: looked through on list and map, added by a click.
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useQuery } from '../../../hooks.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../../ui/LoadingLine.tsx';
import { useNumbers, usePick, useWords } from '../../../words.ts';
import type { RoadsideUnit } from '../../../../shared/model/road.ts';
import type { TourDetail, TourVisit } from '../../../../shared/model/tour.ts';
import { ChoiceFields } from './ChoiceFields.tsx';
import { RoadsideList } from './RoadsideList.tsx';
import { RoadsideMap } from './RoadsideMap.tsx';
import './roadside.css';
import { useRoadsideChoice } from './useRoadsideChoice.ts';

export function RoadsideDialog({ tour, visit, onClose }: { tour: TourDetail; visit: TourVisit; onClose: () => void }) {
  const t = useWords('roadside');
  const pick = usePick();
  const { dayWords, duration } = useNumbers();
  const choice = useRoadsideChoice();
  const [pointedId, setPointed] = useState<string | null>(null);
  const [add, { busy }] = useCommand('road.add');
  const { data, error, loading, refresh } = useQuery('road.alongLeg', { tourId: tour.id, stopId: visit.stopId, levelId: choice.levelId, corridorKm: choice.corridorKm }, { keep: true });
  const onAdd = (unit: RoadsideUnit) => { if (!busy) void add({ tourId: tour.id, stopId: visit.stopId, unitId: unit.unitId, worth: unit.worth }, { undoToast: true }); };
  const from = tour.days.flatMap((day) => day.visits).find((other) => other.unitId === visit.fromUnitId);
  const title = data ? t('title', { from: pick(data.fromPlaceEn, data.fromPlaceHi), to: pick(data.toPlaceEn, data.toPlaceHi) }) : t('open');
  return (
    <Modal opened onClose={onClose} title={title} size="min(1240px, 96vw)" closeButtonProps={{ 'aria-label': t('common:close') }} classNames={{ body: 'roadside-body' }}>
      <div className="roadside-bar">
        <ChoiceFields choice={choice} />
        {data ? (
          <p>
            {dayWords(data.day)} · {t('leg', { km: Math.round(data.legKm), duration: duration(data.legMinutes) })} · <b>{t('free', { duration: duration(data.freeMinutes) })}</b>
            <br />
            {data.metricEn === null ? t('noTargets') : t('targetOf', { programme: pick(data.programmeEn, data.programmeHi), metric: pick(data.metricEn, data.metricHi) })} · {t('meeting', { duration: duration(data.meetingMinutes) })}
          </p>
        ) : null}
      </div>
      {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
      <LoadingLine shown={loading} />
      {data && data.units.length === 0 ? (
        <EmptyState text={t('nothing', { km: choice.corridorKm })} action={<Button onClick={() => choice.setCorridor(Math.min(100, choice.corridorKm * 2))}>{t('wider', { km: Math.min(100, choice.corridorKm * 2) })}</Button>} />
      ) : null}
      {data && data.units.length > 0 ? (
        <div className="roadside-panes">
          <RoadsideList units={data.units} pointedId={pointedId} busy={busy} onPoint={setPointed} onAdd={onAdd} />
          {visit.lat !== null && visit.lon !== null && from && from.lat !== null && from.lon !== null ? (
            <div className="roadside-map">
              <RoadsideMap
                from={{ lat: from.lat, lon: from.lon, name: pick(data.fromPlaceEn, data.fromPlaceHi) }} to={{ lat: visit.lat, lon: visit.lon, name: pick(data.toPlaceEn, data.toPlaceHi) }}
                units={data.units} pointedId={pointedId} onPoint={setPointed} onAdd={onAdd}
              />
            </div>
          ) : null}
        </div>
      ) : null}
      {data && data.total > data.units.length ? <Group><small>{t('more', { count: data.total - data.units.length })}</small></Group> : null}
    </Modal>
  );
}
