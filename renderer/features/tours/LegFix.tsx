// A leg's kilometres and minutes; a press lets the person put in what he knows better.
import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useQuery } from '../../hooks.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { TourDay, TourVisit } from '../../../shared/model/tour.ts';
import styles from './tours.module.css';

/** Two cells. A visit without a leg has none to correct. */
export function LegFix({ visit, days }: { visit: TourVisit; days: TourDay[] }) {
  const t = useWords('tours');
  const pick = usePick();
  const { duration } = useNumbers();
  const [opened, setOpened] = useState(false);
  if (visit.fromUnitId === null) return <><td className="figures">–</td><td className="figures">–</td></>;

  const km = t('km', { km: Math.round(visit.legKm) });
  const from = days.flatMap((day) => day.visits).find((other) => other.unitId === visit.fromUnitId);
  const names = { from: from ? pick(from.placeEn, from.placeHi) : '', to: pick(visit.placeEn, visit.placeHi) };
  const label = `${t('correctLeg', names)}: ${km}, ${duration(visit.legMinutes)}, ${t(`travel:source.${visit.source ?? 'estimate'}`)}`;
  const open = () => setOpened(!opened);
  return (
    <>
      <td className="figures">
        <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="left" width={290} withinPortal>
          <Popover.Target>
            <button type="button" className={styles.leg} data-corrected={visit.corrected || undefined} aria-label={label} title={t('correctHelp')} onClick={open}>{km}</button>
          </Popover.Target>
          <Popover.Dropdown>
            <LegForm visit={visit} fromUnitId={visit.fromUnitId} names={names} onDone={() => setOpened(false)} />
          </Popover.Dropdown>
        </Popover>
      </td>
      <td className="figures">
        <button type="button" tabIndex={-1} aria-hidden className={styles.leg} data-corrected={visit.corrected || undefined} title={t('correctHelp')} onClick={open}>{duration(visit.legMinutes)}</button>
      </td>
    </>
  );
}

interface LegFormProps {
  visit: TourVisit;
  fromUnitId: string;
  names: { from: string; to: string };
  onDone: () => void;
}

export function LegForm({ visit, fromUnitId, names, onDone }: LegFormProps) {
  const t = useWords('tours');
  const [km, setKm] = useState<number | null>(Math.round(visit.legKm));
  const [minutes, setMinutes] = useState<number | null>(Math.round(visit.legMinutes));
  const errors = useQuery('travel.summary', {}).data?.errors;
  const error = visit.source === 'improved' ? errors?.improved : errors?.plain;
  const [setTravel, { busy }] = useCommand('tours.setTravel');
  const put = async (distanceKm: number | null, travelMinutes: number | null) => {
    const done = await setTravel({ fromUnitId, toUnitId: visit.unitId, distanceKm, travelMinutes }, { undoToast: true });
    if (done !== undefined) onDone();
  };
  const isOldMinutes = minutes === Math.round(visit.legMinutes);
  const isOldKm = km === Math.round(visit.legKm);
  // Where only one of the two was changed, the other follows from it or stays the estimate; the figure not touched is not rounded.
  const save = () => void put(
    isOldKm ? (visit.corrected || isOldMinutes ? visit.legKm : null) : km,
    isOldMinutes && !isOldKm ? null : minutes,
  );
  return (
    <form onSubmit={(event) => { event.preventDefault(); save(); }}>
      <Stack gap="xs">
        <Text size="sm" fw={600}>{t('leg', names)}</Text>
        <Group grow align="flex-start" gap="xs">
          <NumberField label={t('kilometres')} value={km} onChange={setKm} max={5000} data-autofocus />
          <NumberField label={t('minutes')} value={minutes} onChange={setMinutes} max={6000} />
        </Group>
        <Text size="xs" c="dimmed">{visit.corrected || !error ? '' : `${t('travel:errorInWords', { percent: Math.round(error.share * 100) })} `}{t(`travel:legNote.${visit.source ?? 'estimate'}`)}</Text>
        <Group justify="flex-end" gap="xs">
          {visit.corrected ? <Button variant="default" disabled={busy} onClick={() => void put(null, null)}>{t('takeBack')}</Button> : null}
          <Button type="submit" loading={busy} disabled={km === null && minutes === null}>{t('useFigures')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
