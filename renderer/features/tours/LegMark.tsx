// Where a way's figures come from, at a glance: ≈ estimated, a spark improved by roads nearby, a pencil typed, a list imported.
import { IconList, IconPencil, IconSparkles } from '@tabler/icons-react';
import { useWords } from '../../words.ts';
import type { LegSource } from '../../../shared/model/tour.ts';
import styles from './tours.module.css';

export function LegMark({ source }: { source: LegSource }) {
  const t = useWords('travel');
  const label = t(`source.${source}`);
  const Icon = source === 'typed' ? IconPencil : source === 'imported' ? IconList : IconSparkles;
  return (
    <span className={styles.legMark} data-source={source} title={label} aria-hidden>
      {source === 'estimate' ? '≈' : <Icon size={12} aria-hidden />}
    </span>
  );
}
