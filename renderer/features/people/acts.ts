// What can be done with leaders, for the palette.
import { IconUserPlus } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const whenOpen: Act['when'] = ({ unitId }) => unitId !== null;

const acts: Act[] = [
  { id: 'people.add', labelKey: 'people:act.add', icon: IconUserPlus, when: whenOpen, run: ({ session }) => session.go('people', { form: 'new' }) },
];

export default acts;
