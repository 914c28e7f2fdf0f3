// How many units a person answers for today, marked when they are too many.
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useNumbers, useWords } from '../../words.ts';
import { isOverloaded } from './overload.ts';

export function Charges({ count }: { count: number }) {
  const t = useWords('people');
  const { number } = useNumbers();
  if (count === 0) return <span className="people-dim">–</span>;
  if (!isOverloaded(count)) return <>{number(count)}</>;
  return (
    <span className="people-overload" title={t('overloaded', { count })}>
      <IconAlertTriangleFilled size={13} aria-hidden="true" /> {number(count)}
      <span className="unseen">, {t('overloaded', { count })}</span>
    </span>
  );
}
