// The days a person cannot come, and a line to add more.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { PersonDetail } from '../../../shared/model/person.ts';
import { standing } from './period.ts';

export function DaysAway({ person, today }: { person: PersonDetail; today: string }) {
  const t = useWords('people');
  const { day } = useNumbers();
  const [adding, setAdding] = useState(false);
  const [fromDay, setFromDay] = useState<string | null>(null);
  const [toDay, setToDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [add, { busy }] = useCommand('people.addAway');
  const [remove] = useCommand('people.removeAway');
  const last = toDay ?? fromDay;
  const backwards = fromDay !== null && toDay !== null && toDay < fromDay;

  async function send(): Promise<void> {
    if (fromDay === null || last === null || backwards || busy) return;
    if ((await add({ personId: person.id, fromDay, toDay: last, reason }, { undoToast: true })) === undefined) return;
    setAdding(false);
    setFromDay(null);
    setToDay(null);
    setReason('');
  }
  return (
    <section className="people-part">
      <header>
        <h3>{t('daysAway')}</h3>
        {adding ? null : <Button size="compact-sm" variant="light" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>{t('addAway')}</Button>}
      </header>
      {person.daysAway.length === 0 && !adding ? <p className="people-dim">{t('neverAway')}</p> : null}
      <ul className="people-lines">
        {person.daysAway.map((away) => (
          <li key={away.id} data-standing={standing(away.fromDay, away.toDay, today)}>
            <span className="people-days">{away.fromDay === away.toDay ? day(away.fromDay) : t('fromTo', { from: day(away.fromDay), to: day(away.toDay) })}</span>
            <span className="people-grow">{away.reason}</span>
            <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('removeAway', { from: day(away.fromDay), to: day(away.toDay) })} title={t('remove')} onClick={() => void remove({ id: away.id }, { undoToast: true })}><IconX size={14} /></ActionIcon>
          </li>
        ))}
      </ul>
      {adding ? (
        <form className="form people-form" aria-label={t('addAway')} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); setAdding(false); } }}>
          <div className="people-pair">
            <DayField label={t('from')} value={fromDay} onChange={setFromDay} autoFocus />
            <DayField label={t('until')} value={toDay} onChange={setToDay} minDay={fromDay ?? undefined} error={backwards ? t('endBeforeStart') : undefined} />
          </div>
          <TextInput label={t('reason')} maxLength={200} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <div className="form-acts">
            <Button type="submit" loading={busy} disabled={fromDay === null || backwards}>{t('addAway')}</Button>
            <Button variant="default" onClick={() => setAdding(false)}>{t('common:cancel')}</Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
