// After one word was corrected: the offer to write it so in every other proposed name that has it.
import { Button } from '@mantine/core';
import { useJob, useQuery } from '../../hooks.ts';
import { useWords } from '../../words.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';

export interface WordChange {
  english: string;
  from: string;
  to: string;
}

export function SameWord({ unitId, group, change, onDone }: { unitId: string | null; group: GroupFilter | null; change: WordChange; onDone: () => void }) {
  const t = useWords('names');
  const { english, from, to } = change;
  const count = useQuery('names.sameWord', { unitId, group, english, hindi: from }).data?.units ?? 0;
  const replace = useJob('names.replaceWord');
  if (count === 0) return null;
  const run = async () => {
    if (await replace.run({ unitId, group, english, fromHindi: from, toHindi: to }, { undoToast: true })) onDone();
  };
  return (
    <div className="names-same" role="status">
      <span>{t('sameWord', { english, from, to, count })}</span>
      <Button size="compact-sm" loading={replace.running} onClick={() => void run()}>{t('sameWordDo', { to })}</Button>
      <Button size="compact-sm" variant="subtle" onClick={onDone}>{t('notNow')}</Button>
    </div>
  );
}
