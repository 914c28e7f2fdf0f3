// The unit's people in the inspector: who holds a post here, who answers for it and until when, with their phones.
import { ActionIcon, Button } from '@mantine/core';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useQuery, useToday } from '../../hooks.ts';
import type { InspectorSection } from '../../screens.tsx';
import { useSession } from '../../store.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { PersonRow } from '../../../shared/model/person.ts';
import { AssignForm } from './AssignForm.tsx';
import './people.css';

function Person({ person, note }: { person: PersonRow; note: string }) {
  const t = useWords('people');
  const named = useNamed();
  return (
    <span className="people-grow">
      <Figure onOpen={() => useSession.getState().go('people', { personId: person.id })} label={t('showDetails')}>{named(person)}</Figure>
      <span className="people-under">{[note, person.phone].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

function Section({ unitId }: { unitId: string }) {
  const t = useWords('people');
  const named = useNamed();
  const pick = usePick();
  const { day } = useNumbers();
  const today = useToday();
  const [assigningTo, setAssigningTo] = useState<string | null>(null);
  const [unassign] = useCommand('charges.remove');
  const people = useQuery('people.ofUnit', { unitId }).data;
  if (!people) return null;
  const assigning = assigningTo === unitId;
  return (
    <>
      <section className="people-part">
        <header>
          <h3>{t('answersHere')}</h3>
          {assigning ? null : <Button size="compact-sm" variant="light" leftSection={<IconUserPlus size={14} />} onClick={() => setAssigningTo(unitId)}>{t('assign')}</Button>}
        </header>
        {assigning && today !== '' ? <AssignForm key={unitId} personId={null} unitIds={[unitId]} fixedUnits today={today} onDone={() => setAssigningTo(null)} onCancel={() => setAssigningTo(null)} /> : null}
        {people.responsible.length === 0 && !assigning ? <p className="people-gap">{t('nobodyAnswers')}</p> : null}
        <ul className="people-lines">
          {people.responsible.map((person) => (
            <li key={person.id}>
              <Person person={person} note={[person.kind === 'coInCharge' ? t('coInCharge') : '', t('fromTo', { from: day(person.fromDay), to: day(person.toDay) })].filter(Boolean).join(' · ')} />
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('relieve', { name: named(person) })} title={t('remove')} onClick={() => void unassign({ ids: [person.responsibilityId] }, { undoToast: true })}><IconX size={14} /></ActionIcon>
            </li>
          ))}
        </ul>
      </section>
      {people.posts.length > 0 ? (
        <section className="people-part">
          <header><h3>{t('postsHere')}</h3></header>
          <ul className="people-lines">
            {people.posts.map((person) => <li key={person.id}><Person person={person} note={pick(person.titleEn, person.titleHi)} /></li>)}
          </ul>
        </section>
      ) : null}
    </>
  );
}

export default { order: 20, Section } satisfies InspectorSection;
