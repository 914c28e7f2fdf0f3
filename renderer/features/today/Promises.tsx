// What is promised at a place: written down in one line, ticked off, back again at the next visit.
import { Button, Checkbox, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useQuery, useToday } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { RoadDay, RoadStop } from '../../../shared/model/onTheDay.ts';
import type { PromiseKind, PromiseRow } from '../../../shared/model/promise.ts';

const mostShown = 50;

export function Promises({ stop, day }: { stop: RoadStop; day: RoadDay }) {
  const t = useWords('today');
  const today = useToday();
  const { day: dayText } = useNumbers();
  const [kind, setKind] = useState<PromiseKind>('promise');
  const [text, setText] = useState('');
  const [who, setWho] = useState('');
  const [dueDay, setDue] = useState<string | null>(null);
  const [save, { busy }] = useCommand('promises.save');
  const [settle, settling] = useCommand('promises.settle');
  const list = useQuery('promises.list', { unitId: stop.unitId, limit: mostShown }, { keep: true }).data;
  const add = async () => {
    if (text.trim() === '' || busy) return;
    const madeDay = day.day < today ? day.day : today;
    const done = await save({ id: null, fields: { kind, unitId: stop.unitId, personId: day.personId, madeDay, stopId: stop.stopId, text, who, dueDay } }, { undoToast: true });
    if (done) { setText(''); setWho(''); setDue(null); }
  };
  const stateOf = (row: PromiseRow) => (row.doneDay !== null ? t('doneOn', { day: row.doneDay }) : row.overdueDays !== null ? t('overdue', { count: row.overdueDays }) : row.dueDay === null ? '' : t('dueOn', { day: row.dueDay }));
  return (
    <section className="today-promises" aria-label={t('promises')}>
      <h3>{t('promises')}</h3>
      <ul>
        {(list?.rows ?? []).map((row) => (
          <li key={row.id} data-done={row.doneDay !== null || undefined}>
            <Checkbox
              size="md" checked={row.doneDay !== null} disabled={settling.busy} label={row.text}
              description={[t(`kind.${row.kind}`), row.who, t('madeOn', { day: dayText(row.madeDay) }), stateOf(row)].filter((part) => part !== '').join(' · ')}
              onChange={() => void settle({ id: row.id, day: row.doneDay === null ? today : null }, { undoToast: true })}
            />
          </li>
        ))}
        {list && list.rows.length === 0 ? <li className="today-none">{t('noPromises')}</li> : null}
      </ul>
      <form onSubmit={(event) => { event.preventDefault(); void add(); }}>
        <SegmentedControl size="sm" aria-label={t('whatKind')} value={kind} onChange={(value) => setKind(value as PromiseKind)} data={(['promise', 'task'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <TextInput size="md" aria-label={t(`write.${kind}`)} placeholder={t(`write.${kind}`)} value={text} maxLength={500} onChange={(event) => setText(event.currentTarget.value)} />
        <Group gap="sm" align="end">
          <TextInput size="md" aria-label={t(`who.${kind}`)} placeholder={t(`who.${kind}`)} value={who} maxLength={200} onChange={(event) => setWho(event.currentTarget.value)} style={{ flex: 1 }} />
          <DayField aria-label={t('dueDay')} placeholder={t('dueDay')} clearable w={170} value={dueDay} onChange={setDue} />
          <Button type="submit" size="md" disabled={text.trim() === ''} loading={busy}>{t('writeDown')}</Button>
        </Group>
      </form>
    </section>
  );
}
