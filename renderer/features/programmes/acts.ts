// What can be done with programmes, for the palette.
import { IconFlag } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const acts: Act[] = [
  { id: 'programmes.new', labelKey: 'programmes:new', icon: IconFlag, when: ({ unitId }) => unitId !== null, run: ({ session }) => session.go('programmes', { open: 'new' }) },
];

export default acts;
