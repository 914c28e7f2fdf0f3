// What a person answers for and until when; what is over is kept, but steps back.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { PersonDetail } from '../../../shared/model/person.ts';
import { AssignForm } from './AssignForm.tsx';
import { standing } from './period.ts';

const order = { now: 0, coming: 1, over: 2 };

export function ChargeList({ person, today }: { person: PersonDetail; today: string }) {
  const t = useWords('people');
  const pick = usePick();
  const level = useLevelName();
  const { day } = useNumbers();
  const [assigning, setAssigning] = useState(false);
  const [unassign] = useCommand('charges.remove');
  const select = useSession((session) => session.select);
  const charges = person.responsibilities.map((charge) => ({ ...charge, when: standing(charge.fromDay, charge.toDay, today) })).sort((a, b) => order[a.when] - order[b.when]);
  return (
    <section className="people-part">
      <header>
        <h3>{t('responsibilities')}</h3>
        {assigning ? null : <Button size="compact-sm" variant="light" leftSection={<IconPlus size={14} />} onClick={() => setAssigning(true)}>{t('assign')}</Button>}
      </header>
      {assigning ? <AssignForm personId={person.id} unitIds={[]} today={today} onDone={() => setAssigning(false)} onCancel={() => setAssigning(false)} /> : null}
      {charges.length === 0 && !assigning ? <p className="people-dim">{t('noCharges')}</p> : null}
      <ul className="people-lines">
        {charges.map((charge) => {
          const name = pick(charge.unitNameEn, charge.unitNameHi);
          return (
            <li key={charge.id} data-standing={charge.when}>
              <span className="people-grow"><Figure onOpen={() => select(charge.unitId)} label={t('showDetails')}>{name}</Figure> <span className="people-dim">{[level(charge.unitLevelId), charge.kind === 'coInCharge' ? t('coInCharge') : ''].filter(Boolean).join(' · ')}</span></span>
              <span className="people-days">{charge.when === 'over' ? t('overSince', { day: day(charge.toDay) }) : t('fromTo', { from: day(charge.fromDay), to: day(charge.toDay) })}</span>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('takeAway', { name })} title={t('remove')} onClick={() => void unassign({ ids: [charge.id] }, { undoToast: true })}><IconX size={14} /></ActionIcon>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
