// A row of counts in large figures, those that need a look in the colour that says so.
import { useNumbers } from '../words.ts';

export interface Count {
  key: string;
  label: string;
  count: number;
  /** Worth a look where it is not 0. */
  bad?: boolean;
}

export function Counts({ counts }: { counts: readonly Count[] }) {
  const { number } = useNumbers();
  return <dl className="counts">{counts.map(({ key, label, count, bad }) => <div key={key} data-bad={(bad && count > 0) || undefined}><dt>{label}</dt><dd>{number(count)}</dd></div>)}</dl>;
}
