// One person beside the list: who, what they answer for, when they cannot come; and the form for a new one.
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useCommand, useQuery } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, usePick, useWords } from '../../words.ts';
import type { PersonDetail } from '../../../shared/model/person.ts';
import { ChargeList } from './ChargeList.tsx';
import { DaysAway } from './DaysAway.tsx';
import { PersonFields, usePersonForm } from './PersonFields.tsx';
import { PostFields } from './PostFields.tsx';
import { PostList } from './PostList.tsx';
import { usePostForm } from './usePostForm.ts';

const formId = 'person-form';
const panelWidth = 420;

function Details({ person, today, onClose }: { person: PersonDetail; today: string; onClose: () => void }) {
  const t = useWords('people');
  const named = useNamed();
  const pick = usePick();
  const form = usePersonForm(person);
  const [save, saving] = useCommand('people.save');
  const [remove] = useCommand('people.remove');
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (form.fields && !saving.busy && (await save({ id: person.id, fields: form.fields }, { undoToast: true })) !== undefined) form.forget();
  }
  async function takeOut(): Promise<void> {
    if ((await remove({ id: person.id }, { undoToast: true })) !== undefined) onClose();
  }
  return (
    <SidePanel
      title={named(person)} follows width={panelWidth} onClose={onClose}
      note={[pick(person.titleEn, person.titleHi), pick(person.unitNameEn, person.unitNameHi), person.veteran ? t('veteran') : ''].filter(Boolean).join(' · ')}
      foot={form.changed ? (
        <div className="form-acts">
          <Button type="submit" form={formId} loading={saving.busy} disabled={form.fields === null}>{t('common:save')}</Button>
          <Button variant="default" onClick={form.forget}>{t('common:cancel')}</Button>
        </div>
      ) : undefined}
    >
      <PostList person={person} today={today} />
      <ChargeList person={person} today={today} />
      <DaysAway person={person} today={today} />
      <section className="people-part">
        <header><h3>{t('details')}</h3></header>
        <form id={formId} className="form people-form" aria-label={t('details')} noValidate onSubmit={(event) => void send(event)}>
          <PersonFields form={form} />
        </form>
      </section>
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconTrash size={14} />} onClick={() => void takeOut()}>{t('removePerson')}</Button>
    </SidePanel>
  );
}

export function PersonPanel({ personId, today, onClose }: { personId: string; today: string; onClose: () => void }) {
  const t = useWords('people');
  const { data, error } = useQuery('people.get', { id: personId });
  if (error && !data) return <SidePanel title={t('title')} follows width={panelWidth} onClose={onClose}><ErrorPanel error={error} /></SidePanel>;
  return data ? <Details key={personId} person={data} today={today} onClose={onClose} /> : null;
}

/** `unitId`: where the new person's post is likely to be. */
export function NewPersonPanel({ unitId, onClose, onMade }: { unitId: string | null; onClose: () => void; onMade: (personId: string) => void }) {
  const t = useWords('people');
  const form = usePersonForm(null);
  const post = usePostForm(null, { unitId });
  const ready = form.fields !== null && (post.fields !== null || post.isEmpty);
  const [ends, setEnds] = useState<string[]>([]);
  const [save, saving] = useCommand('people.save');
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => { element.current?.querySelector<HTMLInputElement>('[data-first]')?.focus(); }, []);
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!form.fields || !ready || saving.busy) return;
    const made = await save({ id: null, fields: form.fields, post: post.fields, ends }, { undoToast: true });
    if (made) onMade(made.id);
  }
  return (
    <SidePanel
      title={t('newPerson')} note={t('newPersonNote')} width={panelWidth} onClose={onClose}
      foot={(
        <div className="form-acts">
          <Button type="submit" form={formId} loading={saving.busy} disabled={!ready}>{t('add')}</Button>
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      )}
    >
      <form ref={element} id={formId} className="form people-form" aria-label={t('newPerson')} noValidate onSubmit={(event) => void send(event)}>
        <PersonFields form={form} />
        <PostFields form={post} ends={ends} onEnds={setEnds} />
      </form>
    </SidePanel>
  );
}
