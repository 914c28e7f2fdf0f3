// Where a programme stands and who carries it: its place in the tree, the units taking part, the leader responsible.
import { CloseButton } from '@mantine/core';
import { useId } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { UnitName } from '../../frame/UnitName.tsx';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useQuery } from '../../hooks.ts';
import { useNamed, useWords } from '../../words.ts';
import type { ProgrammeDraft } from './draft.ts';

function TakingPart({ unitId, onRemove }: { unitId: string; onRemove: () => void }) {
  const t = useWords('programmes');
  const named = useNamed();
  const level = useLevelName();
  const unit = useQuery('units.get', { id: unitId }).data;
  return (
    <li>
      {unit ? <><UnitName unit={unit} /> <small>{level(unit.levelId)}</small></> : '…'}
      <CloseButton size="xs" aria-label={t('takeUnitOut', { name: unit ? named(unit) : '' })} onClick={onRemove} />
    </li>
  );
}

export function PlaceFields({ draft, onChange }: { draft: ProgrammeDraft; onChange: (part: Partial<ProgrammeDraft>) => void }) {
  const t = useWords('programmes');
  const listId = useId();
  const { unitIds } = draft;
  return (
    <>
      <PersonPicker label={t('leader')} value={draft.personId} clearable onChange={(personId) => onChange({ personId })} />
      <UnitPicker label={t('place')} placeholder={t('wholeState')} value={draft.unitId} clearable onChange={(unitId) => onChange({ unitId })} />
      <div>
        <UnitPicker label={t('takingPart')} placeholder={t(unitIds.length > 0 ? 'anotherUnit' : 'allUnits')} value={null} onChange={(unitId) => { if (unitId !== null && !unitIds.includes(unitId)) onChange({ unitIds: [...unitIds, unitId] }); }} aria-describedby={listId} />
        <ul className="unit-chips" id={listId}>{unitIds.map((unitId) => <TakingPart key={unitId} unitId={unitId} onRemove={() => onChange({ unitIds: unitIds.filter((id) => id !== unitId) })} />)}</ul>
      </div>
    </>
  );
}
