// What can be done with the tree, for the palette and the keyboard.
import { IconPencil, IconPlus, IconSearch } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';
import { openUnitForm } from './unitForm.ts';

const whenOpen: Act['when'] = ({ unitId }) => unitId !== null;

const acts: Act[] = [
  { id: 'units.find', labelKey: 'organisation:act.find', icon: IconSearch, keys: 'mod+F', when: whenOpen, run: ({ session }) => session.go('organisation', { find: String(Date.now()) }) },
  { id: 'units.add', labelKey: 'organisation:act.add', icon: IconPlus, when: whenOpen, run: ({ session, unitId }) => { session.go('organisation'); openUnitForm('add', unitId!); } },
  { id: 'units.edit', labelKey: 'organisation:act.edit', icon: IconPencil, when: whenOpen, run: ({ session, unitId }) => { session.go('organisation'); openUnitForm('edit', unitId!); } },
];

export default acts;
