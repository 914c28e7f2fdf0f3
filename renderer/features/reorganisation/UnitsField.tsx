// Several units chosen one after the other by typing; each can be taken out again.
import { CloseButton } from '@mantine/core';
import { useLevelName } from '../../frame/levels.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useQuery } from '../../hooks.ts';
import { useNamed, useWords } from '../../words.ts';

function Chosen({ unitId, onRemove }: { unitId: string; onRemove: () => void }) {
  const t = useWords('reorganisation');
  const named = useNamed();
  const level = useLevelName();
  const unit = useQuery('units.get', { id: unitId }).data;
  const name = unit ? named(unit) : '…';
  return (
    <li className="reorg-chip">
      <span>{name}</span>
      {unit ? <span className="reorg-dim">{level(unit.levelId)}</span> : null}
      <CloseButton size="xs" aria-label={t('takeOut', { name })} onClick={onRemove} />
    </li>
  );
}

export function UnitsField({ value, onChange, label, levelIds }: { value: string[]; onChange: (unitIds: string[]) => void; label: string; levelIds?: string[] | undefined }) {
  return (
    <div>
      <UnitPicker label={label} value={null} levelIds={levelIds} onChange={(unitId) => { if (unitId !== null && !value.includes(unitId)) onChange([...value, unitId]); }} />
      {value.length > 0 ? (
        <ul className="reorg-chips" aria-label={label}>
          {value.map((unitId) => <Chosen key={unitId} unitId={unitId} onRemove={() => onChange(value.filter((id) => id !== unitId))} />)}
        </ul>
      ) : null}
    </div>
  );
}
