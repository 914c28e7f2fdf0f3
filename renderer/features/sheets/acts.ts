// What the palette offers about sheets.
import { IconFileSpreadsheet, IconRoute } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const acts: Act[] = [
  { id: 'sheets.assignment', labelKey: 'sheets:acts.assignment', icon: IconFileSpreadsheet, when: ({ unitId }) => unitId !== null, run: ({ session }) => session.go('sheets', { kind: 'assignment' }) },
  { id: 'sheets.tour', labelKey: 'sheets:acts.tour', icon: IconRoute, when: ({ unitId }) => unitId !== null, run: ({ session }) => session.go('sheets', { kind: 'tour' }) },
];

export default acts;
