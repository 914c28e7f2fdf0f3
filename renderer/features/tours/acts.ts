// What the palette can do about tours.
import { IconCalendar, IconRoute } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

const acts: Act[] = [
  { id: 'tours.new', labelKey: 'tours:planTour', icon: IconRoute, when: ({ unitId }) => unitId !== null, run: ({ session }) => session.go('tours', { form: 'new' }) },
  { id: 'tours.calendar', labelKey: 'tours:openCalendar', icon: IconCalendar, when: ({ unitId }) => unitId !== null, run: ({ session }) => session.go('calendar') },
];

export default acts;
