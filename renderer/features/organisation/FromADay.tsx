// Says that a form corrects what stands, for the past as well, and leads to the act that holds from a day on.
import { Text } from '@mantine/core';
import { useSession } from '../../store.ts';
import { useWords } from '../../words.ts';
import type { UnitDetail } from '../../../shared/model/unit.ts';
import { closeUnitForm } from './unitForm.ts';

/** The act a form's change would be if it were made from a day on, by an order. */
type DatedAct = 'rename' | 'move' | 'merge';

export function FromADay({ unit, act }: { unit: UnitDetail; act: DatedAct }) {
  const t = useWords('organisation');
  const go = useSession((session) => session.go);
  // The state itself is not reorganised, and neither is what is closed.
  if (unit.parentId === null || unit.closedDay !== null) return null;
  return (
    <Text size="sm" c="dimmed" className="unit-form-dated">
      {t(`dated.${act}`)}{' '}
      <button type="button" className="figure" onClick={() => { closeUnitForm(); go('reorganisation', act === 'merge' ? { act, mergedId: unit.id } : { act, unitId: unit.id }); }}>{t(`dated.${act}Link`)}</button>
    </Text>
  );
}
