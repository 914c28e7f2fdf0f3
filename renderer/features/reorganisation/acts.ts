// Reorganising from the palette: the unit looked at is the one the act is about.
import { IconArrowMerge, IconArrowsMove, IconArrowsSplit2, IconCalendarTime, IconNumbers } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const whenOpen: Act['when'] = ({ unitId }) => unitId !== null;

const acts: Act[] = [
  { id: 'reorganisation.split', labelKey: 'reorganisation:act.split', icon: IconArrowsSplit2, when: whenOpen, run: ({ session, unitId }) => session.go('reorganisation', { act: 'split', unitId: unitId! }) },
  { id: 'reorganisation.merge', labelKey: 'reorganisation:act.merge', icon: IconArrowMerge, when: whenOpen, run: ({ session, unitId }) => session.go('reorganisation', { act: 'merge', unitId: unitId! }) },
  { id: 'reorganisation.move', labelKey: 'reorganisation:act.move', icon: IconArrowsMove, when: whenOpen, run: ({ session, unitId }) => session.go('reorganisation', { act: 'move', unitId: unitId! }) },
  { id: 'reorganisation.renumber', labelKey: 'reorganisation:act.renumber', icon: IconNumbers, when: whenOpen, run: ({ session }) => session.go('reorganisation', { act: 'renumber' }) },
  { id: 'reorganisation.then', labelKey: 'reorganisation:act.then', icon: IconCalendarTime, when: whenOpen, run: ({ session, unitId }) => session.go('reorganisation', { view: 'then', unitId: unitId! }) },
];

export default acts;
