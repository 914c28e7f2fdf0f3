// What is done to a unit at once, without a form: removing it and opening it again, each with its Undo.
import { useCommand, useScope } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import type { UnitRow } from '../../../shared/model/unit.ts';

export function useUnitActs() {
  const [removeUnit] = useCommand('units.remove');
  const [reopenUnit] = useCommand('units.reopen');
  const scope = useScope();
  const select = useSession((session) => session.select);

  /** Looks at the unit above first: the one removed can no longer be shown. */
  async function remove(unit: Pick<UnitRow, 'id' | 'parentId'>): Promise<void> {
    const wasScope = scope.unitId === unit.id;
    if (wasScope) scope.setScope(unit.parentId);
    else select(unit.parentId);
    const done = await removeUnit({ id: unit.id }, { undoToast: true });
    if (done !== undefined) return;
    if (wasScope) scope.setScope(unit.id);
    else select(unit.id);
  }
  return { remove, reopen: (unitId: string) => reopenUnit({ id: unitId }, { undoToast: true }) };
}
