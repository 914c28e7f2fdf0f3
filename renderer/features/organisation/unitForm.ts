// Which form of which unit the inspector shows; the tree, the palette and the inspector all open it here.
import { create } from 'zustand';
import { useSession } from '../../store.ts';

export type UnitFormKind = 'edit' | 'add' | 'move' | 'close';

interface OpenForm {
  kind: UnitFormKind;
  unitId: string;
  /** Where the keyboard was, to go back there afterwards. */
  cameFrom: HTMLElement | null;
}

export const useUnitForm = create<{ form: OpenForm | null }>()(() => ({ form: null }));

export function openUnitForm(kind: UnitFormKind, unitId: string): void {
  const focused = document.activeElement;
  const { select, remember } = useSession.getState();
  select(unitId);
  remember('frame.inspectorOpen', true);
  useUnitForm.setState({ form: { kind, unitId, cameFrom: focused instanceof HTMLElement && focused !== document.body ? focused : null } });
}

export function closeUnitForm(): void {
  const cameFrom = useUnitForm.getState().form?.cameFrom;
  useUnitForm.setState({ form: null });
  if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
}

/** Another unit is shown: a form left that way doesn't come back with the first. */
export function leaveOtherForms(unitId: string): void {
  useUnitForm.setState(({ form }) => (form && form.unitId !== unitId ? { form: null } : {}));
}
