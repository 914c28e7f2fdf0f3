// The leaders: who they are and what they answer for.
import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery, useToday, useScope } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useGrouping } from '../../frame/grouping.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { PersonRow } from '../../../shared/model/person.ts';
import './people.css';
import { GroupedPeopleList } from './GroupedPeopleList.tsx';
import { PeopleList } from './PeopleList.tsx';
import { ImportPeople } from './ImportPeople.tsx';
import { NewPersonPanel, PersonPanel } from './PersonPanel.tsx';

const searchAfterMilliseconds = 120;

export default function PeopleScreen() {
  const t = useWords('people');
  const named = useNamed();
  const today = useToday();
  const scope = useScope();
  const chosenScope = useSession((session) => session.scopeUnitId);
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 26 : 32;
  const { params } = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const select = useSession((session) => session.select);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, searchAfterMilliseconds);

  const personId = params['personId'] ?? null;
  const isNew = params['form'] === 'new';

  const unit = useQuery('units.get', scope.unitId === null ? null : { id: scope.unitId }, { keep: true }).data;
  const { groupBy, only } = useGrouping();
  const counted = useQuery('people.list', { unitId: chosenScope, group: only, limit: 1 }, { keep: true }).data;

  const show = (next: Record<string, string>) => go('people', next);
  // The inspector goes along: the unit of the person's post is what it is about.
  const openPerson = (person: PersonRow) => {
    show({ personId: person.id });
    if (person.unitId !== null) select(person.unitId);
  };
  const addButton = <Button leftSection={<IconPlus size={16} />} onClick={() => show({ form: 'new' })}>{t('add')}</Button>;
  const list = { group: only, text, unitId: chosenScope, rowHeight, personId, onOpen: openPerson, addButton };
  if (params['view'] === 'import') return <ImportPeople onDone={() => show({})} />;
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={[counted ? t('leaderCount', { count: counted.total }) : '', chosenScope !== null && unit ? t('inScope', { name: named(unit) }) : t('everywhere')].filter(Boolean).join(' · ')} action={addButton}>
        <GroupBar />
        <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => show({ view: 'import' })}>{t('import')}</Button>
      </ScreenHeader>
      <div className="split">
        <div className="split-main">
          <Toolbar label={t('search')}>
            <TextInput
              className="people-search" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} placeholder={t('searchHint')} aria-label={t('search')}
              leftSection={<IconSearch size={16} stroke={1.8} />} autoComplete="off" spellCheck={false}
              rightSection={typed === '' ? null : <CloseButton size="sm" aria-label={t('common:clear')} onClick={() => setTyped('')} />}
            />
            {chosenScope !== null ? <Button variant="subtle" size="compact-sm" onClick={() => scope.setScope(null)}>{t('showAll')}</Button> : null}
          </Toolbar>
          {groupBy ? <GroupedPeopleList key={groupBy.id} classificationId={groupBy.id} {...list} /> : <PeopleList {...list} />}
        </div>
        {isNew ? <NewPersonPanel unitId={chosenScope} onClose={() => show({})} onMade={(id) => show({ personId: id })} /> : null}
        {!isNew && personId !== null && today !== '' ? <PersonPanel key={personId} personId={personId} today={today} onClose={() => show({})} /> : null}
      </div>
    </div>
  );
}
