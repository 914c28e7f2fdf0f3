// One stop, large: whom to call, what is still promised, and the buttons of the day: arrived, held, skipped.
import { Button, Group, TextInput } from '@mantine/core';
import { IconCheck, IconClipboardText, IconMapPin, IconPhone, IconPlayerSkipForward } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { SheetDialog } from '../../frame/SheetDialog.tsx';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand, useWorkspace } from '../../hooks.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { RoadDay, RoadStop, VisitMark } from '../../../shared/model/onTheDay.ts';
import { Promises } from './Promises.tsx';
import { minuteNow } from './minuteNow.ts';

interface Props {
  stop: RoadStop;
  day: RoadDay;
  today: string;
  isNow: boolean;
  onDone: () => void;
}

/** What is being typed over a value of the file, until the file says something else: by this act, an undo, another window. */
function useTyped<Value>(known: Value): [Value, (typed: Value) => void] {
  const [over, setOver] = useState<{ known: Value; typed: Value } | null>(null);
  return [over && over.known === known ? over.typed : known, (typed) => setOver({ known, typed })];
}

export function StopSheet({ stop, day, today, isNow, onDone }: Props) {
  const t = useWords('today');
  const named = useNamed();
  const pick = usePick();
  const inWords = useProblemWords();
  const { time } = useNumbers();
  const [mark, { busy }] = useCommand('onTheDay.mark');
  const known = stop.mark;
  const [attendance, setAttendance] = useTyped(known?.attendance ?? null);
  const [note, setNote] = useTyped(known?.note ?? '');
  // True from the press on, not only once the screen has heard of it: what is typed right after "arrived" must not be lost.
  const marked = useRef(known !== null);
  const [brief, setBrief] = useState(false);
  const workspace = useWorkspace();
  const isAhead = day.day > today;
  // In the car the clock says when; for a day that is over, or where the file looks from a fixed day, the plan does.
  const minute = (planned: number) => (day.day === today && workspace?.asOfDay === null ? minuteNow() ?? planned : planned);
  const put = async (state: VisitMark['state'], change: Partial<VisitMark>) => {
    marked.current = true;
    const done = await mark({ stopId: stop.stopId, mark: { attendance, note, ...change, state } }, { undoToast: true });
    if (done === undefined) marked.current = known !== null;
    else if (state !== 'arrived') onDone();
  };
  const arrive = () => void put('arrived', { arrivedMinute: minute(stop.arrive), heldFrom: null, heldTo: null });
  const hold = () => {
    const from = known?.heldFrom ?? Math.max(known?.arrivedMinute ?? 0, Math.min(stop.begin, minute(stop.begin)));
    void put('held', { heldFrom: from, heldTo: Math.max(from, minute(stop.leave)) });
  };
  const correct = (change: Partial<VisitMark>) => { if (known || marked.current) void mark({ stopId: stop.stopId, mark: change }, { undoToast: true }); };
  return (
    <section className="today-stop" aria-label={pick(stop.placeEn, stop.placeHi)}>
      <header>
        <div>
          <h2>{pick(stop.placeEn, stop.placeHi)}</h2>
          <p>{named(stop)} · {time(stop.begin)}–{time(stop.leave)}{isNow ? ` · ${t(known?.state === 'arrived' ? 'state.arrived' : 'state.next')}` : ''}</p>
        </div>
        <Button variant="default" leftSection={<IconClipboardText size={17} aria-hidden="true" />} onClick={() => setBrief(true)}>{t('brief')}</Button>
      </header>
      <p className="today-call"><IconPhone size={18} aria-hidden="true" />{stop.receiver ? <span>{named(stop.receiver)} <b>{stop.receiver.phone ?? t('noPhone')}</b></span> : t('nobody')}</p>
      {day.problems.filter((problem) => problem.detail['stopId'] === stop.stopId).map((problem) => <p key={problem.code} className="today-problem">{inWords(problem)}</p>)}
      {isAhead ? <p className="today-problem">{t('aheadText')}</p> : null}
      <div className="today-acts">
        <Button size="lg" disabled={isAhead || busy || known?.state === 'arrived'} variant={known === null ? 'filled' : 'default'} leftSection={<IconMapPin size={20} aria-hidden="true" />} onClick={arrive}>{t('arrived')}</Button>
        <Button size="lg" disabled={isAhead || busy || known?.state === 'held'} variant={known?.state === 'arrived' ? 'filled' : 'default'} leftSection={<IconCheck size={20} aria-hidden="true" />} onClick={hold}>{t('held')}</Button>
        <Button size="lg" disabled={busy || known?.state === 'skipped'} variant="default" leftSection={<IconPlayerSkipForward size={20} aria-hidden="true" />} onClick={() => void put('skipped', { arrivedMinute: null, heldFrom: null, heldTo: null, attendance: null })}>{t('skipped')}</Button>
      </div>
      <Group gap="sm" align="end" grow preventGrowOverflow={false}>
        <NumberField size="md" label={t('attendance')} w={130} min={0} max={1_000_000} value={attendance} disabled={isAhead} onChange={(value) => { setAttendance(value); correct({ attendance: value }); }} />
        <TextInput size="md" label={t(known?.state === 'skipped' ? 'reason' : 'note')} placeholder={t('noteHint')} value={note} maxLength={1000} onChange={(event) => setNote(event.currentTarget.value)} onBlur={() => { if (note !== (known?.note ?? '')) correct({ note }); }} />
      </Group>
      {known && known.state !== 'skipped' ? (
        <Group gap="sm" align="end">
          <TimeField label={t('arrivedAt')} w={120} value={known.arrivedMinute} onChange={(value) => correct({ arrivedMinute: value })} />
          <TimeField label={t('heldFrom')} w={120} value={known.heldFrom} onChange={(value) => correct({ heldFrom: value })} />
          <TimeField label={t('heldTo')} w={120} value={known.heldTo} onChange={(value) => correct({ heldTo: value })} />
        </Group>
      ) : null}
      {known ? <Button size="compact-sm" variant="subtle" color="gray" w="fit-content" disabled={busy} onClick={() => { marked.current = false; void mark({ stopId: stop.stopId, mark: null }, { undoToast: true }); }}>{t('unmark')}</Button> : null}
      <Promises stop={stop} day={day} />
      {brief ? <SheetDialog sheet={{ kind: 'brief', stopId: stop.stopId }} title={t('brief')} onClose={() => setBrief(false)} /> : null}
    </section>
  );
}
