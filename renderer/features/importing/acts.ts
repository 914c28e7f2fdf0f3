// What the palette offers about importing.
import { IconFileImport } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const acts: Act[] = [
  { id: 'importing.start', labelKey: 'importing:acts.start', icon: IconFileImport, when: ({ unitId }) => unitId !== null, run: ({ session }) => session.go('importing') },
];

export default acts;
