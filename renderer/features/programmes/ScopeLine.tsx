// What the programmes are narrowed to, said in one line above them, with the way back to all.
import { Button } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useClassName, useGrouping } from '../../frame/grouping.ts';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { useNamed, useWords } from '../../words.ts';
import type { Outline } from '../../../shared/model/timeline.ts';

export function ScopeLine({ outline }: { outline: Pick<Outline, 'programmes' | 'programmesInAll'> }) {
  const t = useWords('programmes');
  const named = useNamed();
  const className = useClassName();
  const scope = useSession((session) => session.scopeUnitId);
  const setScope = useSession((session) => session.setScope);
  const { onlyClass, setOnly } = useGrouping();
  const unit = useQuery('units.get', scope === null ? null : { id: scope }).data;
  const names = [...(unit && unit.ancestors.length > 0 ? [named(unit)] : []), ...(onlyClass ? [className(onlyClass)] : [])];
  if (names.length === 0) return null;
  return (
    <p className="scope-line" role="status">
      <IconFilter size={14} aria-hidden="true" />
      <span>{t('narrowedTo', { names: names.join(' · '), shown: outline.programmes, all: outline.programmesInAll })}</span>
      <Button variant="subtle" size="compact-xs" leftSection={<IconX size={12} aria-hidden="true" />} onClick={() => { setScope(null); setOnly(null); }}>{t('showWholeState')}</Button>
    </p>
  );
}
