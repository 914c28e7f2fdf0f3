// Gives a person responsibility for units over a period: one month unless something else is said.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useCommand, useQuery } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useNumbers, useWords } from '../../words.ts';
import { isOverloaded } from './overload.ts';
import { oneMonthFrom } from '../../../shared/rules/charges/periods.ts';
import { UnitsField } from './UnitsField.tsx';

interface Props {
  /** Given: the form is about this person. Null: the person is chosen in it. */
  personId: string | null;
  unitIds: string[];
  /** The units stand fixed above the form. */
  fixedUnits?: boolean;
  onUnits?: (unitIds: string[]) => void;
  today: string;
  onDone: (personId: string) => void;
  onCancel: () => void;
}

export function AssignForm({ personId: given, unitIds, fixedUnits = false, onUnits, today, onDone, onCancel }: Props) {
  const t = useWords('people');
  const { day } = useNumbers();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [own, setOwn] = useState(unitIds);
  const [fromDay, setFromDay] = useState<string | null>(today);
  const [toDay, setToDay] = useState<string | null>(oneMonthFrom(today));
  const [assign, { busy }] = useCommand('charges.handOut');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { form.current?.querySelector('input')?.focus(); }, []);

  const units = onUnits || fixedUnits ? unitIds : own;
  const personId = given ?? chosenId;
  const person = useQuery('people.get', personId === null ? null : { id: personId }).data;
  const away = person?.daysAway.filter((days) => fromDay !== null && toDay !== null && days.fromDay <= toDay && days.toDay >= fromDay) ?? [];
  const already = person?.responsibilities.filter((charge) => charge.fromDay <= today && charge.toDay >= today).map((charge) => charge.unitId) ?? [];
  const after = new Set([...already, ...units]).size;
  const backwards = fromDay !== null && toDay !== null && toDay < fromDay;
  const ready = personId !== null && units.length > 0 && fromDay !== null && toDay !== null && !backwards;

  async function send(): Promise<void> {
    if (!ready || busy) return;
    if ((await assign({ fromDay, toDay, lines: [{ personId, unitIds: units }] }, { undoToast: true })) !== undefined) onDone(personId);
  }
  return (
    <form
      ref={form} className="form people-form" aria-label={t('assign')} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}
      onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); onCancel(); } }}
    >
      {given === null ? <PersonPicker label={t('who')} value={chosenId} onChange={setChosenId} clearable /> : null}
      {fixedUnits ? null : <UnitsField label={t('forUnits')} value={units} onChange={onUnits ?? setOwn} />}
      <div className="people-pair">
        <DayField label={t('from')} value={fromDay} onChange={setFromDay} />
        <DayField label={t('until')} value={toDay} onChange={setToDay} error={backwards ? t('endBeforeStart') : undefined} />
      </div>
      {person && isOverloaded(after) ? <p className="people-warning">{t('willBeOverloaded', { count: after })}</p> : null}
      {away.map((days) => <p key={days.id} className="people-warning">{t('awayThen', { from: day(days.fromDay), to: day(days.toDay) })}</p>)}
      <div className="form-acts">
        <Button type="submit" loading={busy} disabled={!ready}>{units.length === 0 ? t('assign') : t('assignCount', { count: units.length })}</Button>
        <Button variant="default" onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
