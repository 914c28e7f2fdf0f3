// The files opened before on this laptop, those that are gone marked.
import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconX } from '@tabler/icons-react';
import { useCommand } from '../../hooks.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { RecentFile } from '../../../shared/contract/files.ts';

export function RecentFiles({ recent, busy }: { recent: RecentFile[]; busy: boolean }) {
  const t = useWords('files');
  const { day } = useNumbers();
  const [open, opening] = useCommand('files.openRecent');
  const [forget] = useCommand('files.forgetRecent');
  return (
    <section className="files-recent" aria-labelledby="recent-files">
      <h2 id="recent-files">{t('recent')}</h2>
      {recent.length === 0 ? <p className="files-hint">{t('noRecent')}</p> : null}
      <ul>
        {recent.map((file) => {
          const trouble = file.missing ? t('missing') : file.problem ? t('hadProblem') : null;
          return (
            <li key={file.id}>
              <button type="button" className="files-recent-file" disabled={busy || opening.busy} onClick={() => void open({ id: file.id })} aria-describedby={trouble ? `trouble-${file.id}` : undefined}>
                {trouble ? <IconAlertTriangle size={18} stroke={1.6} className="files-trouble" /> : <IconFile size={18} stroke={1.6} />}
                <span className="files-recent-name"><strong>{file.name}</strong><span title={file.folder}>{file.folder}</span></span>
                <span className="files-hint" id={`trouble-${file.id}`} data-trouble={trouble ? true : undefined}>{trouble ?? t('openedAt', { day: day(file.openedAt.slice(0, 10)) })}</span>
              </button>
              <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('forget', { name: file.name })} title={t('forget', { name: file.name })} onClick={() => void forget({ id: file.id })}>
                <IconX size={15} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
