// What can be done with responsibilities, for the palette.
import { IconArrowsShuffle, IconUserCheck, IconUserQuestion } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const whenOpen: Act['when'] = ({ unitId }) => unitId !== null;

const acts: Act[] = [
  { id: 'charges.handOut', labelKey: 'charges:act.handOut', icon: IconUserCheck, when: whenOpen, run: ({ session, selectedUnitId }) => session.go('charges', selectedUnitId ? { units: selectedUnitId } : {}) },
  { id: 'charges.rule', labelKey: 'charges:act.rule', icon: IconArrowsShuffle, when: whenOpen, run: ({ session }) => session.go('charges', { rule: 'new' }) },
  { id: 'charges.problems', labelKey: 'charges:act.problems', icon: IconUserQuestion, when: whenOpen, run: ({ session }) => session.go('charges', { view: 'problems' }) },
];

export default acts;
