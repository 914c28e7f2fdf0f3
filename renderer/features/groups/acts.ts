// What the palette offers of second classifications.
import { IconBinaryTree2 } from '@tabler/icons-react';
import type { Act } from '../../screens.tsx';

export default [
  { id: 'groups.open', labelKey: 'groups:act.groups', icon: IconBinaryTree2, run: ({ session }) => session.go('groups') },
] satisfies Act[];
