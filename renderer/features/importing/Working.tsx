// Long work of the import: what is being done, how far it is, and the way to stop it.
import { ProgressDialog } from '../../ui/ProgressDialog.tsx';
import { useWords } from '../../words.ts';
import type { Progress } from '../../../shared/contract.ts';

export function Working({ title, job }: { title: string; job: { running: boolean; progress: Progress | null; cancel: () => void } }) {
  const t = useWords('jobs');
  const { progress } = job;
  // Some stages say nothing of how far they are.
  const counted = progress !== null && progress.total > 1;
  return (
    <ProgressDialog
      opened={job.running} title={title} stage={progress ? t(progress.stage) : ''} onCancel={job.cancel}
      done={counted ? progress.done : 0} total={counted ? progress.total : 0}
    />
  );
}
