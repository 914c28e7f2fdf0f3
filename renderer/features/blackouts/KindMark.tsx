// What a blackout day is, by shape and word: festival, model code, exam, other.
import { IconBallpen, IconCircleDashed, IconGavel, IconSparkles } from '@tabler/icons-react';
import { useWords } from '../../words.ts';

const icons = { festival: IconSparkles, modelCode: IconGavel, exam: IconBallpen, other: IconCircleDashed };

export function KindMark({ kind }: { kind: keyof typeof icons }) {
  const t = useWords('blackouts');
  const Icon = icons[kind];
  return <span className="blackout-kind" data-kind={kind}><Icon size={15} stroke={1.7} aria-hidden="true" />{t(`kinds.${kind}`)}</span>;
}
