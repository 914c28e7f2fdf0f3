// One leader beside the board: what he has and until when, its targets, handing it over or taking it away.
import { ActionIcon, Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowsExchange, IconUser, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { DayField } from '../../ui/DayField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { PersonDetail } from '../../../shared/model/person.ts';

interface Props {
  personId: string;
  today: string;
  /** Units chosen on the board: some of his may be handed over. */
  selected: ReadonlySet<string>;
  onClose: () => void;
}

function HandOver({ person, today, selected, onDone }: { person: PersonDetail; today: string; selected: ReadonlySet<string>; onDone: () => void }) {
  const t = useWords('charges');
  const [toPersonId, setTo] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(today);
  const [targets, setTargets] = useState(true);
  const [orderBy, setOrderBy] = useState('');
  const open = person.responsibilities.filter((charge) => day !== null && charge.toDay >= day);
  const mine = [...new Set(open.map((charge) => charge.unitId))];
  const some = mine.filter((id) => selected.has(id));
  const [what, setWhat] = useState<'all' | 'some'>('all');
  const [handOver, { busy }] = useCommand('charges.handOver');
  const count = what === 'some' ? some.length : mine.length;
  const ready = toPersonId !== null && day !== null && count > 0;
  async function send(): Promise<void> {
    if (!ready || busy) return;
    const done = await handOver({ fromPersonId: person.id, toPersonId, day, unitIds: what === 'some' ? some : null, targets, orderBy, orderDay: orderBy === '' ? null : today }, { undoToast: true });
    if (done !== undefined) onDone();
  }
  return (
    <form className="charges-form" aria-label={t('handOver')} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <PersonPicker label={t('handOverTo')} value={toPersonId} onChange={setTo} clearable data-autofocus />
      <DayField label={t('handOverFrom')} value={day} onChange={setDay} />
      {some.length > 0 ? <SegmentedControl size="xs" aria-label={t('handOverWhat')} value={what} onChange={(value) => setWhat(value as 'all' | 'some')} data={[{ value: 'all', label: t('handOverAll', { count: mine.length }) }, { value: 'some', label: t('handOverSome', { count: some.length }) }]} /> : null}
      <Checkbox label={t('targetsFollow')} checked={targets} onChange={(event) => setTargets(event.currentTarget.checked)} />
      <TextInput label={t('orderBy')} maxLength={200} value={orderBy} onChange={(event) => setOrderBy(event.currentTarget.value)} />
      <div className="charges-acts">
        <Button type="submit" loading={busy} disabled={!ready}>{t('handOverCount', { count })}</Button>
        <Button variant="default" onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

export function LeaderPanel({ personId, today, selected, onClose }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const pick = usePick();
  const level = useLevelName();
  const { day } = useNumbers();
  const person = useQuery('people.get', { id: personId }).data;
  const programmes = useQuery('programmes.list', {}).data ?? [];
  const [handing, setHanding] = useState(false);
  const [remove] = useCommand('charges.remove');
  const go = useSession((session) => session.go);
  const select = useSession((session) => session.select);
  if (!person) return null;
  const now = person.responsibilities.filter((charge) => charge.toDay >= today);
  return (
    <SidePanel title={named(person)} follows width={320} onClose={onClose} note={[pick(person.titleEn, person.titleHi), pick(person.unitNameEn, person.unitNameHi), person.phone].filter(Boolean).join(' · ')}>
      <div className="charges-acts">
        {now.length > 0 && !handing ? <Button size="compact-sm" variant="light" leftSection={<IconArrowsExchange size={15} />} onClick={() => setHanding(true)}>{t('handOver')}</Button> : null}
        <Button size="compact-sm" variant="subtle" leftSection={<IconUser size={15} />} onClick={() => go('people', { personId })}>{t('details')}</Button>
      </div>
      {handing ? <HandOver person={person} today={today} selected={selected} onDone={() => setHanding(false)} /> : null}
      <h3 className="charges-heading">{t('has')}</h3>
      {now.length === 0 ? <p className="charges-dim">{t('hasNothing')}</p> : null}
      <ul className="charges-lines">
        {now.map((charge) => {
          const programme = programmes.find((one) => one.id === charge.programmeId);
          return (
            <li key={charge.id}>
              <button type="button" className="charges-line" onClick={() => select(charge.unitId)}>
                <span>{pick(charge.unitNameEn, charge.unitNameHi)} <span className="charges-dim">{level(charge.unitLevelId)}</span></span>
                <span className="charges-under">{[charge.kind === 'coInCharge' ? t('kind.coInCharge') : '', programme ? named(programme) : '', t('fromTo', { from: day(charge.fromDay), to: day(charge.toDay) }), charge.orderBy === '' ? '' : t('byOrder', { name: charge.orderBy })].filter(Boolean).join(' · ')}</span>
              </button>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('takeAway', { name: pick(charge.unitNameEn, charge.unitNameHi) })} onClick={() => void remove({ ids: [charge.id] }, { undoToast: true })}><IconX size={14} /></ActionIcon>
            </li>
          );
        })}
      </ul>
      {person.daysAway.filter((away) => away.toDay >= today).map((away) => <p key={away.id} className="charges-warning">{t('awayFromTo', { from: day(away.fromDay), to: day(away.toDay), reason: away.reason })}</p>)}
    </SidePanel>
  );
}
