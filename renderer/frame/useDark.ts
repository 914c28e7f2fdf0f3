// Whether the page is dark now, the system's wish included.
import { useMediaQuery } from '@mantine/hooks';
import { useSession } from '../store.ts';

export function useDark(): boolean {
  const theme = useSession((session) => session.theme);
  const system = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  return theme === 'dark' || (theme === 'auto' && system);
}
