// The day on the road, for the palette.
import { IconMapCheck, IconSteeringWheel } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const whenOpen: Act['when'] = ({ unitId }) => unitId !== null;

const acts: Act[] = [
  { id: 'today.open', labelKey: 'today:act.open', icon: IconSteeringWheel, when: whenOpen, run: ({ session }) => session.go('today') },
  { id: 'today.coverage', labelKey: 'today:act.coverage', icon: IconMapCheck, when: whenOpen, run: ({ session }) => session.go('coverage') },
];

export default acts;
