// The tree of the organisation beside its map: find, look, and change it.
import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconDots, IconFold, IconFoldDown, IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useQuery, useRemembered, useScope, useSelection, useWorkspace } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useWords } from '../../words.ts';
import './organisation.css';
import { ScopePane } from './ScopePane.tsx';
import { TreeSearch } from './TreeSearch.tsx';
import { openUnitForm } from './unitForm.ts';
import { UnitTree } from './UnitTree.tsx';
import { useTree } from './useTree.ts';

export default function OrganisationScreen() {
  const t = useWords('organisation');
  const named = useNamed();
  const levels = useLevels();
  const level = useLevelName();
  const counts = useQuery('units.counts', { id: null });
  const workspace = useWorkspace();
  const scope = useScope();
  const { unitId, selected, select } = useSelection();
  const route = useSession((session) => session.route);
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 26 : 32;
  const [closed, setClosed] = useRemembered('organisation.closed', false);
  const [view, setView] = useRemembered<'tree' | 'map'>('organisation.view', 'tree');
  const search = useRef<HTMLInputElement>(null);
  const tree = useTree({ rowHeight, closed, onClosed: () => setClosed(true) });
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
          <TreeSearch
            inputRef={search}
            onChoose={(id) => {
              select(id);
              void tree.reveal(id);
              tree.scrollRef.current?.focus({ preventScroll: true });
            }}
            tools={(
              <Menu position="bottom-end">
                <Menu.Target><ActionIcon variant="default" size={32} aria-label={t('treeTools')} title={t('treeTools')}><IconDots size={16} /></ActionIcon></Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconFold size={16} />} onClick={() => tree.openDownTo(null)}>{t('collapseAll')}</Menu.Item>
                  {(counts.data ?? []).map(({ levelId }) => (
                    <Menu.Item key={levelId} data-open-to={levelId} leftSection={<IconFoldDown size={16} />} rightSection={tree.openTo === levelId ? '✓' : undefined} onClick={() => tree.openDownTo(levelId)}>{t('openDownTo', { level: level(levelId), levels: level(levelId, 2) })}</Menu.Item>
                  ))}
                  <Menu.Divider />
                  <Menu.Item role="menuitemcheckbox" aria-checked={closed} leftSection={<span className="org-check">{closed ? '✓' : ''}</span>} onClick={() => setClosed(!closed)}>{t('showClosed')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          >
            <UnitTree tree={tree} rowHeight={rowHeight} />
          </TreeSearch>
        </section>
        <ScopePane rowHeight={rowHeight} />
      </div>
    </div>
  );
}
