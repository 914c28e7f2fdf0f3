// The one scope of the whole app as a way down the tree; each crumb opens what stands below it.
import { Menu, ScrollArea } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from './levels.ts';
import { useQuery, useScope } from '../hooks.ts';
import { useLanguage, useNamed, useWords } from '../words.ts';
import type { Crumb } from '../../shared/model/unit.ts';

const mostShown = 200;

/** The units under a crumb, asked for when the menu opens. */
function Below({ crumb, onChoose }: { crumb: Crumb; onChoose: (id: string) => void }) {
  const named = useNamed();
  const t = useWords('frame');
  const level = useLevelName();
  const language = useLanguage();
  const { data } = useQuery('units.children', { parentId: crumb.id, language, limit: mostShown });
  if (!data) return null;
  if (data.rows.length === 0) return <Menu.Label>{t('nothingBelow')}</Menu.Label>;
  return (
    <ScrollArea.Autosize mah={360} type="auto">
      {data.rows.map((row, at) => (
        <div key={row.id}>
          {at === 0 || data.rows[at - 1]!.levelId !== row.levelId ? <Menu.Label>{level(row.levelId, 2)}</Menu.Label> : null}
          <Menu.Item onClick={() => onChoose(row.id)}>{named(row)}</Menu.Item>
        </div>
      ))}
      {data.total > data.rows.length ? <Menu.Label>{t('moreBelow', { count: data.total - data.rows.length })}</Menu.Label> : null}
    </ScrollArea.Autosize>
  );
}

function CrumbMenu({ crumb, last, onChoose }: { crumb: Crumb; last: boolean; onChoose: (id: string) => void }) {
  const named = useNamed();
  const t = useWords('frame');
  const [opened, setOpened] = useState(false);
  const Chevron = last ? IconChevronDown : IconChevronRight;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className="crumb-menu" aria-label={t('goBelow', { name: named(crumb) })}><Chevron size={15} stroke={1.8} /></button>
      </Menu.Target>
      <Menu.Dropdown>{opened ? <Below crumb={crumb} onChoose={onChoose} /> : null}</Menu.Dropdown>
    </Menu>
  );
}

export function ScopeCrumbs() {
  const t = useWords('frame');
  const named = useNamed();
  const { unitId, setScope } = useScope();
  const { data: unit } = useQuery('units.get', unitId === null ? null : { id: unitId }, { keep: true });
  const way: Crumb[] = unit ? [...unit.ancestors, unit] : [];
  return (
    <ol className="crumbs" aria-label={t('scope')}>
      {way.map((crumb, at) => (
        <li key={crumb.id}>
          <button type="button" className="crumb" aria-current={at === way.length - 1 ? 'location' : undefined} onClick={() => setScope(at === 0 ? null : crumb.id)}>
            {named(crumb)}
          </button>
          {at === way.length - 1 && unit?.children === 0 ? null : <CrumbMenu crumb={crumb} last={at === way.length - 1} onChoose={setScope} />}
        </li>
      ))}
    </ol>
  );
}
