// What can be done with the tree as a whole: open it down to a level, close all branches, show closed units too.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFold, IconFoldDown } from '@tabler/icons-react';
import { memo } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useQuery, useRemembered, useWorkspace } from '../../hooks.ts';
import { useLanguage, useWords } from '../../words.ts';
import { openDownTo, openToKey } from './opening.ts';

/** Takes nothing, so that scrolling the tree beside it does not draw it again. */
export const TreeTools = memo(function TreeTools() {
  const t = useWords('organisation');
  /** Hindi says "down to panchayat", English "down to panchayats". */
  const language = useLanguage();
  const level = useLevelName();
  const rootId = useWorkspace()?.rootUnitId ?? null;
  const counts = useQuery('units.counts', { id: null });
  const [closed, setClosed] = useRemembered('organisation.closed', false);
  const [openTo] = useRemembered<string | null>(openToKey, null);
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon variant="default" size={32} aria-label={t('treeTools')} title={t('treeTools')}><IconDots size={16} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFold size={16} />} onClick={() => openDownTo(null, rootId)}>{t('collapseAll')}</Menu.Item>
        {(counts.data ?? []).map(({ levelId }) => (
          <Menu.Item key={levelId} data-open-to={levelId} leftSection={<IconFoldDown size={16} />} rightSection={openTo === levelId ? '✓' : undefined} onClick={() => openDownTo(levelId, rootId)}>{t('openDownTo', { level: level(levelId, language === 'hi' ? 1 : 2) })}</Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item role="menuitemcheckbox" aria-checked={closed} leftSection={<span className="org-check">{closed ? '✓' : ''}</span>} onClick={() => setClosed(!closed)}>{t('showClosed')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
