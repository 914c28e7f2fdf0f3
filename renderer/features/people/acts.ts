// What can be done with leaders, for the palette.
import { IconUserPlus, IconUserQuestion, IconUserCheck } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const whenOpen: Act['when'] = ({ unitId }) => unitId !== null;

const acts: Act[] = [
  { id: 'people.add', labelKey: 'people:act.add', icon: IconUserPlus, when: whenOpen, run: ({ session }) => session.go('people', { form: 'new' }) },
  { id: 'people.assign', labelKey: 'people:act.assign', icon: IconUserCheck, when: whenOpen, run: ({ session, selectedUnitId }) => session.go('people', { view: 'gaps', ...(selectedUnitId ? { assign: selectedUnitId } : {}) }) },
  { id: 'people.gaps', labelKey: 'people:act.gaps', icon: IconUserQuestion, when: whenOpen, run: ({ session }) => session.go('people', { view: 'gaps' }) },
];

export default acts;
