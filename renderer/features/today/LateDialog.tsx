// "We are 90 minutes late": what is still held today and when, what falls out and where it could go; applied after a look.
import { Button, Checkbox, Group, Modal, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { FallenOut, RoadDay } from '../../../shared/model/onTheDay.ts';

const usual = ['30', '60', '90', '120', '180'];
/** Shorter than this nobody calls it a meeting. */
const shortest = 30;

export function LateDialog({ day, onClose }: { day: RoadDay; onClose: () => void }) {
  const t = useWords('today');
  const pick = usePick();
  const inWords = useProblemWords();
  const { time, dayWords, duration } = useNumbers();
  const [lateMinutes, setLate] = useState(90);
  const [shorten, setShorten] = useState(false);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const about = { tourId: day.tourId, personId: day.personId, day: day.day, lateMinutes };
  const { data, error, refresh } = useQuery('onTheDay.late', { ...about, shortestMinutes: shorten ? shortest : null }, { keep: true });
  const [apply, { busy }] = useCommand('onTheDay.applyLate');
  /** Where a stop that falls out goes: as chosen, else the first day that was offered; empty: it waits. */
  const goesTo = (stop: FallenOut) => chosen[stop.stopId] ?? stop.offers[0]?.day ?? '';
  const onApply = async () => {
    if (!data) return;
    const done = await apply({
      ...about, stays: data.stays.map(({ stopId, begin, minutes }) => ({ stopId, begin, minutes })),
      fallsOut: data.fallsOut.map((stop) => ({ stopId: stop.stopId, day: goesTo(stop) || null })),
    }, { undoToast: true });
    if (done !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('lateTitle', { day: dayWords(day.day) })} size="min(820px, 94vw)" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <div className="today-late">
        <Group gap="sm" align="end">
          <SegmentedControl size="md" aria-label={t('howLate')} value={String(lateMinutes)} onChange={(value) => setLate(Number(value))} data={usual.map((value) => ({ value, label: duration(Number(value)) }))} />
          <NumberField size="md" label={t('lateMinutes')} w={130} min={0} max={1440} value={lateMinutes} onChange={(value) => { if (value !== null) setLate(value); }} />
          <Checkbox size="md" label={t('shorten', { minutes: shortest })} checked={shorten} onChange={(event) => setShorten(event.currentTarget.checked)} pb={8} />
        </Group>
        {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
        {data ? (
          <>
            {data.stays.length > 0 ? <h3>{t('stays', { count: data.stays.length })}</h3> : null}
            <ul>{data.stays.map((stop) => <li key={stop.stopId}><b>{pick(stop.placeEn, stop.placeHi)}</b> <span>{stop.begin === stop.wasBegin ? time(stop.begin) : t('fromTo', { from: time(stop.wasBegin), to: time(stop.begin) })} · {duration(stop.minutes)}{stop.pinned ? ` · ${t('pinned')}` : ''}</span></li>)}</ul>
            {data.fallsOut.length > 0 ? (
              <>
                <h3 className="today-out">{t('fallsOut', { count: data.fallsOut.length })}</h3>
                <ul>
                  {data.fallsOut.map((stop) => (
                    <li key={stop.stopId}>
                      <b>{pick(stop.placeEn, stop.placeHi)}</b>
                      <Select
                        aria-label={t('goesTo', { name: pick(stop.placeEn, stop.placeHi) })} w={330} allowDeselect={false} value={goesTo(stop)} onChange={(value) => setChosen({ ...chosen, [stop.stopId]: value ?? '' })}
                        data={[...stop.offers.map((offer) => ({ value: offer.day, label: t('offer', { day: dayWords(offer.day), time: time(offer.begin), duration: duration(offer.extraMinutes) }) })), { value: '', label: t('waits') }]}
                      />
                    </li>
                  ))}
                </ul>
              </>
            ) : <p className="today-fine">{t('allFits', { time: time(data.ends) })}</p>}
            {data.problems.map((problem) => <p key={`${problem.code} ${problem.day} ${String(problem.detail['stopId'])}`} className="today-problem">{problem.day === null ? '' : `${dayWords(problem.day)}: `}{inWords(problem)}</p>)}
          </>
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button size="md" variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button size="md" disabled={!data || data.stays.length + data.fallsOut.length === 0} loading={busy} onClick={() => void onApply()}>{t('applyLate')}</Button>
        </Group>
      </div>
    </Modal>
  );
}
