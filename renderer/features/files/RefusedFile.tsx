// Why a file was not opened, that it is untouched, and what to do next.
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { hasWords, useWords } from '../../words.ts';
import type { FileState } from '../../../shared/contract/files.ts';

export function RefusedFile({ refused, onOpen }: { refused: NonNullable<FileState['refused']>; onOpen: () => void }) {
  const t = useWords('files');
  const reason = refused.code.split('.').pop() ?? '';
  const key = hasWords(`files:refused.${reason}.what`) ? reason : 'other';
  return (
    <section className="files-refused" role="alert">
      <IconAlertTriangle size={24} stroke={1.6} aria-hidden="true" />
      <div>
        <h2>{t('refused.title', { name: refused.name })}</h2>
        <p>{t(`refused.${key}.what`, { ...refused.detail, code: refused.code })} {t('refused.untouched')}</p>
        <p>{t(`refused.${key}.next`)}</p>
        <Button variant="default" onClick={onOpen}>{t('open')}</Button>
      </div>
    </section>
  );
}
