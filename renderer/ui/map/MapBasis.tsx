// Says where a map's areas come from: official outlines, or drawn from points because no outline is known.
import { useNumbers, useWords } from '../../words.ts';
import styles from './StateMap.module.css';

export type ShapeBasis = 'outline' | 'cell' | 'order' | 'point';
const bases: readonly ShapeBasis[] = ['outline', 'cell', 'order', 'point'];

export function MapBasis({ shapes }: { shapes: readonly { basis?: ShapeBasis }[] }) {
  const t = useWords('map');
  const { number } = useNumbers();
  const counts = bases.map((basis) => ({ basis, count: shapes.filter((shape) => shape.basis === basis).length })).filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  const text = counts.length === 1 ? t(`basis.${counts[0]!.basis}`) : counts.map(({ basis, count }) => t(`basis.${basis}Count`, { count, shown: number(count) })).join(' · ');
  return <p className={styles.basis} data-basis={counts.map(({ basis }) => basis).join(' ')}>{text}</p>;
}
