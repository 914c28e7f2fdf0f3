// How the estimates are made, how far they are off, and a drawing of estimate against known road.
import { Button, Group, Popover } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { useLanguage, useNumbers, useWords } from '../../words.ts';
import type { TravelError, TravelSummary } from '../../../shared/model/travel.ts';
import { numberAsRead } from '../../../shared/text/numbers.ts';
import { Scatter } from './Scatter.tsx';

const percentOf = ({ share }: TravelError): number => Math.round(share * 100);

export function Calibration({ summary, onSeek }: { summary: TravelSummary; onSeek: (text: string) => void }) {
  const t = useWords('travel');
  const language = useLanguage();
  const { exact } = useNumbers();
  const { start, learned, errors } = summary;
  const factor = (value: number) => numberAsRead(Math.round(value * 100) / 100, { language });
  const errorLine = (error: TravelError) => t('errorOf', { percent: percentOf(error), usual: Math.round(error.usual * 100), count: error.count });
  return (
    <aside className="travel-calibration" aria-labelledby="travel-calibration">
      <header>
        <h2 id="travel-calibration">{t('calibration')}</h2>
        <StartForm key={Object.values(start).join(' ')} start={start} />
      </header>
      {summary.points.length > 0 ? <Scatter points={summary.points} share={errors.improved.share} onSeek={onSeek} /> : null}
      <table className="travel-errors">
        <thead><tr><th aria-label={t('calibration')} /><th scope="col">{t('plain')}</th><th scope="col">{t('improved')}</th></tr></thead>
        <tbody>
          <tr><th scope="row">{t('factor')}</th><td>× {factor(start.roadFactor)}</td><td>× {factor(learned.roadFactor)}</td></tr>
          <tr><th scope="row">{t('speed')}</th><td>{t('kmPerHour', { km: exact(Math.round(start.speedKmPerHour)) })}</td><td>{t('kmPerHour', { km: exact(Math.round(learned.speedKmPerHour)) })}</td></tr>
          <tr><th scope="row">{t('slowRoads')}</th><td colSpan={2}>{t('slowSpeeds', { side: Math.round(start.sideKmPerHour), village: Math.round(start.villageKmPerHour) })}</td></tr>
          <tr><th scope="row">{t('kmError')}</th><td>± {percentOf(errors.plain)}%</td><td>± {percentOf(errors.improved)}%</td></tr>
          <tr><th scope="row">{t('timeError')}</th><td>± {percentOf(errors.plainTime)}%</td><td>± {percentOf(errors.improvedTime)}%</td></tr>
        </tbody>
      </table>
      <p className="travel-note">{summary.ownErrors ? errorLine(errors.improved) : t('foreignErrors', { percent: percentOf(errors.improved), usual: Math.round(errors.improved.usual * 100) })}</p>
      <p className="travel-note">{t('method')}</p>
    </aside>
  );
}

/** What plain estimates start from; plains and plateau as a help. */
function StartForm({ start }: { start: TravelSummary['start'] }) {
  const t = useWords('travel');
  const [opened, setOpened] = useState(false);
  const [percent, setPercent] = useState<number | null>(Math.round((start.roadFactor - 1) * 100));
  const [speed, setSpeed] = useState<number | null>(Math.round(start.speedKmPerHour));
  const [side, setSide] = useState<number | null>(Math.round(start.sideKmPerHour));
  const [village, setVillage] = useState<number | null>(Math.round(start.villageKmPerHour));
  const [save, { busy }] = useCommand('travel.setStart');
  const isWhole = percent !== null && speed !== null && side !== null && village !== null;
  const onSave = async () => {
    if (!isWhole) return;
    if (await save({ roadFactor: 1 + percent / 100, speedKmPerHour: speed, sideKmPerHour: side, villageKmPerHour: village }, { undoToast: true }) !== undefined) setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="bottom-end" width={300} withinPortal>
      <Popover.Target><Button variant="subtle" size="compact-sm" leftSection={<IconAdjustments size={15} />} onClick={() => setOpened(!opened)}>{t('change')}</Button></Popover.Target>
      <Popover.Dropdown>
        <form className="form travel-form" onSubmit={(event) => { event.preventDefault(); void onSave(); }}>
          <Group grow align="flex-start" gap="xs">
            <NumberField label={t('longerBy')} value={percent} onChange={setPercent} max={200} data-autofocus />
            <NumberField label={t('speedField')} value={speed} onChange={setSpeed} min={5} max={120} />
          </Group>
          <Group gap="xs">
            {[25, 30, 40].map((value) => <Button key={value} variant="default" size="compact-sm" onClick={() => setPercent(value)}>{t(`terrain.${value}`)}</Button>)}
          </Group>
          <Group grow align="flex-start" gap="xs">
            <NumberField label={t('sideField')} value={side} onChange={setSide} min={3} max={speed ?? 120} />
            <NumberField label={t('villageField')} value={village} onChange={setVillage} min={3} max={speed ?? 120} />
          </Group>
          <p className="travel-note">{t('startNote')}</p>
          <Group justify="flex-end"><Button type="submit" loading={busy} disabled={!isWhole}>{t('useStart')}</Button></Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
