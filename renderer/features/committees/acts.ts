// What can be done with committees, for the palette.
import { IconUsersGroup, IconUserQuestion } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const whenOpen: Act['when'] = ({ unitId }) => unitId !== null;

const acts: Act[] = [
  { id: 'committees.board', labelKey: 'committees:act.board', icon: IconUsersGroup, when: whenOpen, run: ({ session }) => session.go('committees') },
  { id: 'committees.vacant', labelKey: 'committees:act.vacant', icon: IconUserQuestion, when: whenOpen, run: ({ session }) => session.go('committees', { view: 'vacant' }) },
];

export default acts;
