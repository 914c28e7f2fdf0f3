// Several units chosen one after the other by typing; each can be taken out again.
import { CloseButton } from '@mantine/core';
import { useId } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useQuery } from '../../hooks.ts';
import { useNamed, useWords } from '../../words.ts';

function Chosen({ unitId, onRemove }: { unitId: string; onRemove: () => void }) {
  const t = useWords('people');
  const named = useNamed();
  const level = useLevelName();
  const unit = useQuery('units.get', { id: unitId }).data;
  const name = unit ? named(unit) : '…';
  return (
    <li className="people-chip">
      <span>{name}</span>
      {unit ? <span className="people-dim">{level(unit.levelId)}</span> : null}
      <CloseButton size="xs" aria-label={t('takeOut', { name })} onClick={onRemove} />
    </li>
  );
}

export function UnitsField({ value, onChange, label }: { value: string[]; onChange: (unitIds: string[]) => void; label: string }) {
  const t = useWords('people');
  const listId = useId();
  return (
    <div>
      <UnitPicker label={label} value={null} placeholder={t(value.length > 0 ? 'anotherUnit' : 'common:typeToSearch')} onChange={(unitId) => { if (unitId !== null && !value.includes(unitId)) onChange([...value, unitId]); }} />
      {value.length > 0 ? (
        <ul className="people-chips" id={listId} aria-label={t('chosenUnits')}>
          {value.map((unitId) => <Chosen key={unitId} unitId={unitId} onRemove={() => onChange(value.filter((id) => id !== unitId))} />)}
        </ul>
      ) : null}
    </div>
  );
}
