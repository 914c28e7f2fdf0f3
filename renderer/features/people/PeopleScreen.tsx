// The leaders: who they are, what they answer for, and what nobody answers for.
import { Button, CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery, useRemembered, useToday, useScope } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useGrouping } from '../../frame/grouping.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { PersonRow } from '../../../shared/model/person.ts';
import { AssignForm } from './AssignForm.tsx';
import { GapList } from './GapList.tsx';
import './people.css';
import { PeopleList } from './PeopleList.tsx';
import { ImportPeople } from './ImportPeople.tsx';
import { NewPersonPanel, PersonPanel } from './PersonPanel.tsx';

const searchAfterMilliseconds = 120;
const noUnits: string[] = [];

export default function PeopleScreen() {
  const t = useWords('people');
  const named = useNamed();
  const { number } = useNumbers();
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
  const [gapLevel, setGapLevel] = useRemembered('people.gapLevel', 'district');

  // Home and the inspector send a unit to be given to somebody; everything else is chosen here.
  const assignIds = params['assign'] ? params['assign'].split(' ') : noUnits;
  const view = params['view'] === 'gaps' || (assignIds.length > 0 && params['view'] !== 'people') ? 'gaps' : 'people';
  const personId = params['personId'] ?? null;
  const isNew = params['form'] === 'new';

  const unit = useQuery('units.get', scope.unitId === null ? null : { id: scope.unitId }, { keep: true }).data;
  const levelIds = unit ? [unit.levelId, ...unit.counts.map((count) => count.levelId)].filter((id) => id !== 'state') : [];
  const levelId = levelIds.includes(gapLevel) ? gapLevel : levelIds[0] ?? gapLevel;
  const { only } = useGrouping();
  const gaps = useQuery('people.gaps', { levelId, unitId: chosenScope, group: only }, { keep: true });
  const counted = useQuery('people.list', { unitId: chosenScope, group: only, limit: 1 }, { keep: true }).data;
  const gapRows = gaps.data ?? [];

  const show = (next: Record<string, string>) => go('people', next);
  const showGaps = (unitIds: string[]) => show({ view: 'gaps', ...(unitIds.length > 0 ? { assign: unitIds.join(' ') } : {}) });
  // The inspector goes along: the unit of the person's post is what it is about.
  const openPerson = (person: PersonRow) => {
    show({ personId: person.id });
    if (person.unitId !== null) select(person.unitId);
  };
  const addButton = <Button leftSection={<IconPlus size={16} />} onClick={() => show({ form: 'new' })}>{t('add')}</Button>;
  if (params['view'] === 'import') return <ImportPeople onDone={() => show({})} />;
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={chosenScope !== null && unit ? t('inScope', { name: named(unit) }) : t('everywhere')} action={addButton}>
        <GroupBar grouped={false} />
        <SegmentedControl
          size="sm" aria-label={t('view')} value={view} onChange={(value) => show(value === 'gaps' ? { view: 'gaps' } : {})}
          data={[
            { value: 'people', label: `${t('title')} ${counted ? number(counted.total) : ''}` },
            { value: 'gaps', label: `${t('gaps')} ${gaps.data ? number(gapRows.length) : ''}` },
          ]}
        />
      </ScreenHeader>
      <div className="people-body">
        <div className="people-main">
          {view === 'people' ? (
            <>
              <Toolbar label={t('search')}>
                <TextInput
                  className="people-search" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} placeholder={t('searchHint')} aria-label={t('search')}
                  leftSection={<IconSearch size={16} stroke={1.8} />} autoComplete="off" spellCheck={false}
                  rightSection={typed === '' ? null : <CloseButton size="sm" aria-label={t('common:clear')} onClick={() => setTyped('')} />}
                />
                <Button variant="subtle" size="compact-sm" leftSection={<IconFileImport size={15} />} onClick={() => show({ view: 'import' })}>{t('import')}</Button>
                {chosenScope !== null ? <Button variant="subtle" size="compact-sm" onClick={() => scope.setScope(null)}>{t('showAll')}</Button> : null}
              </Toolbar>
              <PeopleList group={only} text={text} unitId={chosenScope} rowHeight={rowHeight} personId={personId} onOpen={openPerson} addButton={addButton} />
            </>
          ) : (
            <>
              {gaps.error ? <ErrorPanel error={gaps.error} onRetry={gaps.refresh} /> : null}
              {gaps.data ? <GapList gaps={gapRows} levelId={levelId} levelIds={levelIds} onLevel={(id) => { setGapLevel(id); showGaps([]); }} ticked={assignIds} onTick={showGaps} rowHeight={rowHeight} /> : null}
            </>
          )}
        </div>
        {isNew ? <NewPersonPanel unitId={chosenScope} onClose={() => show({})} onMade={(id) => show({ personId: id })} /> : null}
        {view === 'people' && !isNew && personId !== null && today !== '' ? <PersonPanel key={personId} personId={personId} today={today} onClose={() => show({})} /> : null}
        {view === 'gaps' && !isNew && assignIds.length > 0 && today !== '' ? (
          <SidePanel title={t('assign')} note={t('assignNote')} onClose={() => showGaps([])}>
            <AssignForm key="gaps" personId={null} unitIds={assignIds} onUnits={showGaps} today={today} onDone={() => showGaps([])} onCancel={() => showGaps([])} />
          </SidePanel>
        ) : null}
      </div>
    </div>
  );
}
