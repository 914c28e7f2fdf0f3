// The days of each level within a programme: a row per level, added with what usually comes next.
import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconPlus, IconTrash, IconWand } from '@tabler/icons-react';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useWords } from '../../words.ts';
import { nextPhase, spreadPhases, usualLevels } from './draft.ts';
import type { PhaseDraft, ProgrammeDraft } from './draft.ts';

export function PhaseFields({ draft, onChange }: { draft: ProgrammeDraft; onChange: (phases: PhaseDraft[]) => void }) {
  const t = useWords('programmes');
  const level = useLevelName();
  const levelIds = useLevels().map(({ id }) => id);
  const { phases, fromDay, toDay } = draft;
  const next = nextPhase(draft, levelIds);
  const usual = usualLevels.filter((id) => levelIds.includes(id));
  const replace = (at: number, part: Partial<PhaseDraft>) => onChange(phases.map((phase, index) => (index === at ? { ...phase, ...part } : phase)));
  return (
    <fieldset className="phases">
      <legend>{t('phases')}</legend>
      {phases.map((phase, at) => (
        <div className="phase" key={`${phase.levelId} ${at}`}>
          <Select
            aria-label={t('phaseLevel')} allowDeselect={false} value={phase.levelId} onChange={(levelId) => { if (levelId) replace(at, { levelId }); }}
            data={levelIds.filter((id) => id === phase.levelId || !phases.some((other) => other.levelId === id)).map((id) => ({ value: id, label: level(id) }))}
          />
          <DayField aria-label={t('phaseFrom', { level: level(phase.levelId) })} value={phase.fromDay} onChange={(day) => replace(at, { fromDay: day, ...(day && phase.toDay && phase.toDay < day ? { toDay: day } : {}) })} minDay={fromDay ?? undefined} maxDay={toDay ?? undefined} />
          <DayField aria-label={t('phaseTo', { level: level(phase.levelId) })} value={phase.toDay} onChange={(day) => replace(at, { toDay: day })} minDay={phase.fromDay ?? fromDay ?? undefined} maxDay={toDay ?? undefined} />
          <ActionIcon variant="subtle" color="gray" aria-label={t('removePhase', { level: level(phase.levelId) })} title={t('removePhase', { level: level(phase.levelId) })} onClick={() => onChange(phases.filter((_, index) => index !== at))}><IconTrash size={16} /></ActionIcon>
        </div>
      ))}
      <Group gap="xs">
        {next ? <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => onChange([...phases, next])}>{t('addPhase', { level: level(next.levelId) })}</Button> : null}
        {fromDay && toDay && toDay >= fromDay && phases.length === 0 && usual.length > 1
          ? <Button variant="subtle" size="compact-sm" leftSection={<IconWand size={14} aria-hidden="true" />} onClick={() => onChange(spreadPhases(usual, fromDay, toDay))}>{t('spread')}</Button>
          : null}
      </Group>
    </fieldset>
  );
}
