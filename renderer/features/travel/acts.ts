// What the palette can do about roads.
import { IconClipboardList, IconRoad } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const acts: Act[] = [
  { id: 'travel.add', labelKey: 'travel:add', icon: IconRoad, when: ({ unitId }) => unitId !== null, run: ({ session }) => session.go('travel', { panel: 'add' }) },
  { id: 'travel.import', labelKey: 'travel:import', icon: IconClipboardList, when: ({ unitId }) => unitId !== null, run: ({ session }) => session.go('travel', { panel: 'import' }) },
];

export default acts;
