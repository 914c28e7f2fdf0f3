// The line at the foot: which file, how safe it is, what runs, and the way back.
import { IconArrowBackUp, IconArrowForwardUp, IconX } from '@tabler/icons-react';
import { actInWords } from '../actInWords.ts';
import { cancelJob, useQuery, useWorkspace } from '../hooks.ts';
import { useSession } from '../store.ts';
import type { Job } from '../store.ts';
import { redo, undo } from '../toasts.tsx';
import { hasWords, useLanguage, useNumbers, useWords } from '../words.ts';

/** `at` is an ISO time; shown in the laptop's own time. */
const dayAndTime = (at: string): string => {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(date.getDate())}-${two(date.getMonth() + 1)}-${date.getFullYear()} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

function JobNow({ job }: { job: Job }) {
  const t = useWords('jobs');
  const { number } = useNumbers();
  const { progress } = job;
  const stage = progress && hasWords(`jobs:${progress.stage}`) ? t(progress.stage, progress.detail) : t('working');
  return (
    <div className="status-job" role="status">
      <span>{stage}</span>
      <progress aria-label={stage} {...(progress && progress.total > 0 ? { value: progress.done, max: progress.total } : {})} />
      {progress && progress.total > 1 ? <span>{number(progress.done)} / {number(progress.total)}</span> : null}
      <button type="button" className="status-act" onClick={() => cancelJob(job.callId)}><IconX size={13} />{t('common:stop')}</button>
    </div>
  );
}

export function StatusLine() {
  const t = useWords('frame');
  const { day } = useNumbers();
  const language = useLanguage();
  const file = useSession((session) => session.file);
  const jobs = useSession((session) => session.jobs);
  const workspace = useWorkspace();
  const state = useQuery('history.state', {}).data;
  const backup = file?.open?.lastBackupAt;
  return (
    <footer className="status-line" lang={language}>
      <span title={file?.open?.folder}>{file?.open?.name}</span>
      <span>{backup ? t('lastBackup', { at: dayAndTime(backup) }) : t('noBackup')}</span>
      {workspace?.demonstration ? <span className="demonstration">{t('demonstration')}</span> : null}
      {workspace?.asOfDay ? <span>{t('asOf', { day: day(workspace.asOfDay) })}</span> : null}
      <div style={{ flex: 1 }} />
      {Object.values(jobs).map((job) => <JobNow key={job.callId} job={job} />)}
      <button type="button" className="status-act" disabled={!state?.undo} title={state?.undo ? `${t('undo')}: ${actInWords(state.undo)} (Ctrl Z)` : t('nothingToUndo')} onClick={() => void undo()}>
        <IconArrowBackUp size={15} />{t('undo')}
      </button>
      <button type="button" className="status-act" disabled={!state?.redo} title={state?.redo ? `${t('redo')}: ${actInWords(state.redo)} (Ctrl Shift Z)` : t('nothingToRedo')} onClick={() => void redo()}>
        <IconArrowForwardUp size={15} />{t('redo')}
      </button>
    </footer>
  );
}
