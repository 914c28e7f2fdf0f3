// Which kind of act: the same row over every form.
import { SegmentedControl } from '@mantine/core';
import { useWords } from '../../words.ts';
import { draftKinds } from './draft.ts';

export const formKinds = [...draftKinds, 'renumber'] as const;
export type FormKind = (typeof formKinds)[number];

export function KindChoice({ value, onChange }: { value: FormKind; onChange: (kind: FormKind) => void }) {
  const t = useWords('reorganisation');
  return (
    <>
      <SegmentedControl
        size="xs" fullWidth aria-label={t('kindOfAct')} value={value} onChange={(next) => onChange(formKinds.find((kind) => kind === next) ?? 'split')}
        data={formKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <p className="reorg-dim">{t(`about.${value}`)}</p>
    </>
  );
}
