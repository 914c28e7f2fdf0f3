// A percentage with a thin bar under it: the figure is the message, the bar lets the eye run down a column.
import { useNumbers } from '../../words.ts';

export function PercentBar({ percent, state }: { percent: number | null; state: string | null }) {
  const { percent: asPercent } = useNumbers();
  if (percent === null) return <span className="dim">–</span>;
  return (
    <span className="percent" data-state={state ?? undefined}>
      <span className="percent-bar" aria-hidden="true"><i style={{ width: `${Math.min(100, percent)}%` }} /></span>
      {asPercent(percent)}
    </span>
  );
}
