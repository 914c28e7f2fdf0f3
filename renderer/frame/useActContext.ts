// What an act gets to know when it is run: the session and where it looks.
import { useScope } from '../hooks.ts';
import type { ActContext } from '../screens.tsx';
import { useSession } from '../store.ts';

export function useActContext(): ActContext {
  const session = useSession();
  const { unitId } = useScope();
  return { session, unitId: session.selectedUnitId ?? unitId, selectedUnitId: session.selectedUnitId };
}
