// The tree of the organisation beside its map: find, look, and change it.
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useLevels } from '../../frame/levels.ts';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useQuery, useRemembered, useScope, useSelection, useWorkspace } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useWords } from '../../words.ts';
import './organisation.css';
import { ScopePane } from './ScopePane.tsx';
import { TreeSection } from './TreeSection.tsx';
import { openUnitForm } from './unitForm.ts';

export default function OrganisationScreen() {
  const t = useWords('organisation');
  const named = useNamed();
  const levels = useLevels();
  const workspace = useWorkspace();
  const scope = useScope();
  const { unitId, selected, select } = useSelection();
  const route = useSession((session) => session.route);
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 26 : 32;
  const [view, setView] = useRemembered<'tree' | 'map'>('organisation.view', 'tree');
  const search = useRef<HTMLInputElement>(null);
  const chosen = useQuery('units.get', unitId === null ? null : { id: unitId });
  const unit = chosen.data;

  // What was shown is no longer there (its adding was undone, say): the unit above the app's choice is shown instead.
  const isGone = chosen.error?.code === 'units.gone';
  const leave = useEffectEvent(() => {
    if (selected) select(null);
    else scope.setScope(null);
  });
  useEffect(() => { if (isGone) leave(); }, [isGone]);
  useEffect(() => { if (route.params['find']) search.current?.focus(); }, [route]);

  const mayHaveUnits = unit !== undefined && unit.closedDay === null && levels.some((level) => level.under.includes(unit.levelId));
  const addTo = mayHaveUnits ? unit.id : unit?.parentId ?? null;
  const addToName = mayHaveUnits ? named(unit) : unit && unit.ancestors.length > 0 ? named(unit.ancestors.at(-1)!) : '';
  return (
    <div className="screen org" data-view={view}>
      <ScreenHeader
        title={t('title')} note={workspace?.demonstration ? t('demonstrationNote') : undefined}
        action={<Button leftSection={<IconPlus size={16} />} disabled={addTo === null} title={addToName ? t('addUnder', { name: addToName }) : undefined} onClick={() => { if (addTo !== null) openUnitForm('add', addTo); }}>{t('add')}</Button>}
      >
        <GroupBar />
        <SegmentedControl
          className="org-view" size="sm" aria-label={t('view')} value={view} onChange={(value) => setView(value as 'tree' | 'map')}
          data={[{ value: 'tree', label: t('tree') }, { value: 'map', label: t('map') }]}
        />
      </ScreenHeader>
      <div className="org-body">
        <section className="org-tree" aria-label={t('tree')}>
          <TreeSection inputRef={search} rowHeight={rowHeight} />
        </section>
        <ScopePane rowHeight={rowHeight} />
      </div>
    </div>
  );
}
