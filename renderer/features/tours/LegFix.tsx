// A way's kilometres and minutes; a press lets the person put in what he knows better, and the plan's hours follow at once.
import { Button, Checkbox, Group, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useQuery } from '../../hooks.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { TourDetail, TourVisit } from '../../../shared/model/tour.ts';
import { LegMark } from './LegMark.tsx';
import { legTo } from './legs.ts';
import type { Leg } from './legs.ts';
import styles from './tours.module.css';

/** Two cells. A visit without a leg has none to correct. */
export function LegFix({ tour, visit }: { tour: TourDetail; visit: TourVisit }) {
  const t = useWords('tours');
  const { duration } = useNumbers();
  const [opened, setOpened] = useState(false);
  const leg = legTo(tour, visit, usePick());
  if (!leg) return <><td className="figures">–</td><td className="figures">–</td></>;

  const km = t('km', { km: Math.round(leg.km) });
  const source = t(`travel:source.${leg.source}`);
  const dark = leg.darkMinutes > 0 ? t('darkPart', { minutes: leg.darkMinutes }) : null;
  const label = [`${t('correctLeg', leg.names)}: ${km}`, duration(leg.minutes), source, dark].filter(Boolean).join(', ');
  const open = () => setOpened(!opened);
  return (
    <>
      <td className="figures">
        <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="left" width={300} withinPortal>
          <Popover.Target>
            <button type="button" className={styles.leg} data-corrected={leg.corrected || undefined} aria-label={label} title={`${t('correctHelp')} (${source})`} onClick={open}><LegMark source={leg.source} /> {km}</button>
          </Popover.Target>
          <Popover.Dropdown>{opened ? <LegForm tourId={tour.id} leg={leg} onDone={() => setOpened(false)} /> : null}</Popover.Dropdown>
        </Popover>
      </td>
      <td className="figures">
        <button type="button" tabIndex={-1} aria-hidden className={styles.leg} data-corrected={leg.corrected || undefined} title={dark ?? t('correctHelp')} onClick={open}>{duration(leg.minutes)}</button>
      </td>
    </>
  );
}

export function LegForm({ tourId, leg, onDone }: { tourId: string; leg: Leg; onDone: () => void }) {
  const t = useWords('tours');
  const { fromUnitId, toUnitId, source, corrected } = leg;
  const [km, setKm] = useState<number | null>(Math.round(leg.km));
  const [minutes, setMinutes] = useState<number | null>(Math.round(leg.minutes));
  const [chosenBoth, setBoth] = useState<boolean | null>(null);
  const errors = useQuery('travel.summary', {}).data?.errors;
  const known = useQuery('travel.pair', { fromUnitId, toUnitId }).data?.own;
  const both = chosenBoth ?? known?.bothWays ?? true;
  const error = source === 'improved' ? errors?.improved : errors?.plain;
  const [setTravel, { busy }] = useCommand('tours.setTravel');
  const put = async (distanceKm: number | null, travelMinutes: number | null) => {
    const done = await setTravel({ tourId, fromUnitId, toUnitId, distanceKm, travelMinutes, bothWays: both }, { undoToast: true });
    if (done !== undefined) onDone();
  };
  const isOldMinutes = minutes === Math.round(leg.minutes);
  const isOldKm = km === Math.round(leg.km);
  // Where only one of the two was changed, the other follows from it or stays the estimate; the figure not touched is not rounded.
  const save = () => void put(
    isOldKm ? (corrected && known ? known.distanceKm : isOldMinutes ? leg.km : null) : km,
    isOldMinutes && !isOldKm ? null : minutes,
  );
  return (
    <form onSubmit={(event) => { event.preventDefault(); save(); }}>
      <Stack gap="xs">
        <Text size="sm" fw={600}>{t('leg', leg.names)}</Text>
        <Group grow align="flex-start" gap="xs">
          <NumberField label={t('kilometres')} value={km} onChange={setKm} max={5000} data-autofocus />
          <NumberField label={t('minutes')} value={minutes} onChange={setMinutes} max={6000} />
        </Group>
        <Checkbox size="sm" label={t('travel:bothWays')} checked={both} onChange={(event) => setBoth(event.currentTarget.checked)} />
        <Text size="xs" c="dimmed">{corrected || !error ? '' : `${t('travel:errorInWords', { percent: Math.round(error.usual * 100) })} `}{t(`travel:legNote.${source}`)} {t('hoursFollow')}</Text>
        <Group justify="flex-end" gap="xs">
          {corrected ? <Button variant="default" disabled={busy} onClick={() => void put(null, null)}>{t('takeBack')}</Button> : null}
          <Button type="submit" loading={busy} disabled={km === null && minutes === null}>{t('useFigures')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
