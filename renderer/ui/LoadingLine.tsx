// A thin line while something is on its way; shown in place, never over the screen.
import { useWords } from '../words.ts';

export function LoadingLine({ shown = true }: { shown?: boolean }) {
  const t = useWords('common');
  return <div role="status" aria-label={shown ? t('loading') : undefined} className={shown ? 'loading-line' : undefined} style={{ height: 2 }} />;
}
