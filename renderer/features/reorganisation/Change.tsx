// A figure before and after; where nothing changes it is said once.
import { useNumbers, useWords } from '../../words.ts';

export function Change({ before, after }: { before: number | null | undefined; after: number | null | undefined }) {
  const { number } = useNumbers();
  const t = useWords('reorganisation');
  if ((before ?? null) === (after ?? null)) return <span className="reorg-same">{number(after)}</span>;
  return (
    <span className="reorg-change">
      <span className="reorg-before"><span className="unseen">{t('before')} </span>{number(before)}</span>
      <span aria-hidden="true"> → </span>
      <strong><span className="unseen">{t('after')} </span>{number(after)}</strong>
    </span>
  );
}
