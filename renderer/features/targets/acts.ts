// What can be done with targets, for the palette.
import { IconArrowsSplit2, IconClipboardPlus, IconRubberStamp, IconTargetArrow } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const open = (what: string): Act['run'] => ({ session, selectedUnitId }) => session.go('targets', { open: what, ...(selectedUnitId ? { unit: selectedUnitId } : {}) });
const whenOpen: Act['when'] = ({ unitId }) => unitId !== null;

const acts: Act[] = [
  { id: 'targets.apportion', labelKey: 'targets:act.apportion', icon: IconArrowsSplit2, when: whenOpen, run: open('apportion') },
  { id: 'targets.issue', labelKey: 'targets:act.issue', icon: IconRubberStamp, when: whenOpen, run: open('issue') },
  { id: 'targets.set', labelKey: 'targets:act.set', icon: IconTargetArrow, when: whenOpen, run: open('set') },
  { id: 'targets.record', labelKey: 'targets:act.record', icon: IconClipboardPlus, when: whenOpen, run: open('record') },
];

export default acts;
