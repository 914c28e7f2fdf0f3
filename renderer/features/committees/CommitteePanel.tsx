// One unit's committee: every seat with who sits on it; a vacant one is filled in place, by choosing somebody or typing a new name.
import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconCalendarOff, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useCommand, useQuery, useToday } from '../../hooks.ts';
import { latinName } from '../../latinName.ts';
import { useSession } from '../../store.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useLanguage, useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { CommitteeSeats } from '../../../shared/model/committee.ts';
import type { Holder } from '../../../shared/model/post.ts';
import { latinDigits } from '../../../shared/text/numbers.ts';

const devanagari = /[\u0900-\u097F]/;
const phonePattern = /^[0-9+\- ]{3,20}$/;

function FillForm({ unitId, seat, today, onDone }: { unitId: string; seat: CommitteeSeats; today: string; onDone: () => void }) {
  const t = useWords('committees');
  const language = useLanguage();
  const [how, setHow] = useState<'known' | 'new'>('known');
  const [personId, setPersonId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [fromDay, setFromDay] = useState<string | null>(today);
  const [savePost, saving] = useCommand('posts.save');
  const [savePerson, adding] = useCommand('people.save');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { form.current?.querySelector<HTMLInputElement>('input:not([type=radio])')?.focus(); }, []);
  const fields = { postKindId: seat.postKindId, titleEn: '', titleHi: null, unitId, fromDay, toDay: null, orderBy: '', orderDay: null };
  const number = latinDigits(phone).trim();
  const phoneWrong = number !== '' && !phonePattern.test(number);
  const ready = how === 'known' ? personId !== null : name.trim() !== '' && !phoneWrong;
  const busy = saving.busy || adding.busy;
  async function send(): Promise<void> {
    if (!ready || busy) return;
    const isHindi = devanagari.test(name);
    const done = how === 'known' && personId !== null
      ? await savePost({ id: null, personId, fields }, { undoToast: true })
      : await savePerson({ id: null, fields: { nameEn: isHindi ? latinName(name) : name.trim(), nameHi: isHindi ? name.trim() : null, phones: number === '' ? [] : [{ kind: 'mobile', number }], veteran: false }, post: fields }, { undoToast: true });
    if (done !== undefined) onDone();
  }
  return (
    <form
      ref={form} className="seat-form" aria-label={t('fill')} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}
      onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); onDone(); } }}
    >
      <SegmentedControl size="xs" aria-label={t('who')} value={how} onChange={(value) => setHow(value === 'new' ? 'new' : 'known')} data={[{ value: 'known', label: t('known') }, { value: 'new', label: t('newPerson') }]} />
      {how === 'known' ? <PersonPicker label={t('who')} value={personId} onChange={setPersonId} clearable /> : (
        <div className="seat-pair">
          <TextInput label={t('name')} lang={language} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" />
          <TextInput label={t('phone')} type="tel" inputMode="tel" value={phone} onChange={(event) => setPhone(event.currentTarget.value)} error={phoneWrong ? t('phoneWrong') : undefined} autoComplete="off" />
        </div>
      )}
      <DayField label={t('fromDay')} value={fromDay} onChange={setFromDay} clearable />
      <div className="form-acts">
        <Button size="sm" type="submit" loading={busy} disabled={!ready}>{t('fill')}</Button>
        <Button size="sm" variant="default" onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

function HolderLine({ holder, post, today }: { holder: Holder; post: string; today: string }) {
  const t = useWords('committees');
  const named = useNamed();
  const { day } = useNumbers();
  const go = useSession((session) => session.go);
  const [end] = useCommand('posts.end');
  return (
    <li>
      <span className="seat-grow">
        <Figure onOpen={() => go('people', { personId: holder.personId })} label={t('openPerson')}>{named(holder)}</Figure>
        <span className="seat-under">{[holder.phone, holder.fromDay ? t('since', { day: day(holder.fromDay) }) : '', holder.toDay ? t('until', { day: day(holder.toDay) }) : ''].filter(Boolean).join(' · ')}</span>
      </span>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('endToday', { name: named(holder), post })} title={t('endToday', { name: named(holder), post })} onClick={() => void end({ id: holder.postId, toDay: today }, { undoToast: true })}><IconCalendarOff size={14} /></ActionIcon>
    </li>
  );
}

export function CommitteePanel({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const t = useWords('committees');
  const named = useNamed();
  const pick = usePick();
  const level = useLevelName();
  const today = useToday();
  const { number } = useNumbers();
  const [filling, setFilling] = useState<string | null>(null);
  const { data, error } = useQuery('committees.of', { unitId });
  if (error && !data) return <SidePanel title={t('title')} follows onClose={onClose}><ErrorPanel error={error} /></SidePanel>;
  if (!data || today === '') return null;
  const seats = data.seats.reduce((sum, seat) => sum + seat.seats, 0);
  const filled = data.seats.reduce((sum, seat) => sum + Math.min(seat.seats, seat.holders.length), 0);
  return (
    <SidePanel title={named(data)} follows width={400} onClose={onClose} note={`${level(data.levelId)} · ${t('filledOf', { filled, seats })}`}>
      {data.seats.map((seat) => {
        const vacant = Math.max(0, seat.seats - seat.holders.length);
        const post = pick(seat.nameEn, seat.nameHi);
        return (
          <section key={seat.postKindId} className="seat-part">
            <header>
              <h3>{post}</h3>
              <span className={vacant > 0 ? 'committees-vacant' : 'committees-dim'}>{seat.holders.length > seat.seats ? t('overBy', { count: seat.holders.length - seat.seats, seats: seat.seats }) : vacant > 0 ? t('vacantOf', { vacant, seats: seat.seats }) : t('complete')}</span>
              {vacant > 0 && filling !== seat.postKindId ? <Button className="seat-fill" size="compact-sm" variant="light" leftSection={<IconUserPlus size={14} />} aria-label={t('fillPost', { post })} onClick={() => setFilling(seat.postKindId)}>{t('fill')}</Button> : null}
            </header>
            <ul className="seat-lines">{seat.holders.map((holder) => <HolderLine key={holder.postId} holder={holder} post={post} today={today} />)}</ul>
            {filling === seat.postKindId ? <FillForm unitId={unitId} seat={seat} today={today} onDone={() => setFilling(null)} /> : null}
          </section>
        );
      })}
      {data.seats.length === 0 ? <p className="committees-dim">{t('noTemplate', { level: level(data.levelId) })}</p> : null}
      {data.others.length > 0 ? (
        <section className="seat-part">
          <header><h3>{t('others')}</h3><span className="committees-dim">{number(data.others.length)}</span></header>
          <ul className="seat-lines">{data.others.map((holder) => <HolderLine key={holder.postId} holder={{ ...holder, phone: [pick(holder.titleEn, holder.titleHi), holder.phone].filter(Boolean).join(' · ') }} post={pick(holder.titleEn, holder.titleHi)} today={today} />)}</ul>
        </section>
      ) : null}
    </SidePanel>
  );
}
