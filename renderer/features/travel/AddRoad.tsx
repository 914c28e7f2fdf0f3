// One road typed in: from, to, the estimate as it is now, and what is known better.
import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useCommand, useQuery } from '../../hooks.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNumbers, useWords } from '../../words.ts';
import { isBlank, readKm, readMinutes } from '../../../shared/rules/roads/readFigures.ts';

export function AddRoad({ onClose }: { onClose: () => void }) {
  const t = useWords('travel');
  const { exact, duration } = useNumbers();
  const [fromUnitId, setFrom] = useState<string | null>(null);
  const [toUnitId, setTo] = useState<string | null>(null);
  const [km, setKm] = useState('');
  const [time, setTime] = useState('');
  const [bothWays, setBothWays] = useState(true);
  const [save, { busy }] = useCommand('travel.set');
  const isPair = fromUnitId !== null && toUnitId !== null && fromUnitId !== toUnitId;
  const known = useQuery('travel.pair', isPair ? { fromUnitId, toUnitId } : null).data;
  const distanceKm = isBlank(km) ? null : readKm(km);
  const travelMinutes = isBlank(time) ? null : readMinutes(time, 'minutes');
  const kmWrong = !isBlank(km) && (distanceKm === null || distanceKm <= 0 || distanceKm > 5000);
  const timeWrong = !isBlank(time) && (travelMinutes === null || travelMinutes <= 0 || travelMinutes > 6000);
  const ready = isPair && !kmWrong && !timeWrong && (distanceKm !== null || travelMinutes !== null);

  const onSave = async () => {
    if (!ready || busy) return;
    const done = await save({ lines: [{ fromUnitId, toUnitId, distanceKm, travelMinutes, bothWays }] }, { undoToast: true });
    if (done === undefined) return;
    // The next road often begins where this one did.
    setTo(null);
    setKm('');
    setTime('');
  };
  return (
    <SidePanel title={t('add')} note={t('addNote')} onClose={onClose} foot={<Button disabled={!ready} loading={busy} onClick={() => void onSave()}>{t('keep')}</Button>}>
      <form className="form travel-form" onSubmit={(event) => { event.preventDefault(); void onSave(); }}>
        <UnitPicker label={t('from')} value={fromUnitId} onChange={setFrom} clearable data-autofocus />
        <UnitPicker label={t('to')} value={toUnitId} onChange={setTo} clearable error={fromUnitId !== null && fromUnitId === toUnitId ? t('samePlace') : undefined} />
        {known ? (
          <dl className="travel-known">
            <dt>{t(known.improved ? 'source.improved' : 'source.estimate')}</dt>
            <dd>{known.estimateKm === null ? t('noPoint') : `${t('kmOf', { km: exact(Math.round(known.estimateKm)) })} · ${duration(known.estimateMinutes)}`}</dd>
            {known.own ? <><dt>{t('knownNow')}</dt><dd>{known.own.distanceKm === null ? '–' : t('kmOf', { km: exact(known.own.distanceKm) })} · {duration(known.own.travelMinutes)}</dd></> : null}
          </dl>
        ) : null}
        <Group grow align="flex-start" gap="xs">
          <TextInput label={t('kilometres')} value={km} onChange={(event) => setKm(event.currentTarget.value)} inputMode="decimal" autoComplete="off" error={kmWrong ? t('notKm') : undefined} />
          <TextInput label={t('time')} placeholder="2:30" value={time} onChange={(event) => setTime(event.currentTarget.value)} autoComplete="off" error={timeWrong ? t('notMinutes') : undefined} />
        </Group>
        <Checkbox size="sm" label={t('bothWays')} checked={bothWays} onChange={(event) => setBothWays(event.currentTarget.checked)} />
        <p className="travel-note">{t('oneFigure')}</p>
        <button type="submit" hidden />
      </form>
    </SidePanel>
  );
}
