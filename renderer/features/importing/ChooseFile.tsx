// The first step: which files, chosen or dragged here, and what is understood unchanged.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Steps } from './Steps.tsx';
import { FileStart } from '../../ui/FileStart.tsx';
import { useWords } from '../../words.ts';

/** `earlier` stands below: what came in before. */
export function ChooseFile({ busy, onChoose, earlier }: { busy: boolean; onChoose: () => void; earlier: ReactNode }) {
  const t = useWords('importing');
  return (
    <>
      <Steps step="file" />
      <FileStart
        title={t('file.lead')}
        action={(
          <div className="import-ways">
            <Button size="sm" loading={busy} onClick={onChoose} data-autofocus>{t('file.choose')}</Button>
            <span>{t('file.drop')}</span>
          </div>
        )}
      >
        <p>{t('file.formats')}</p>
        <div className="import-forms">
          <p>{t('file.known')}</p>
          <ul>
            {['knownLgd', 'knownForm20', 'knownList', 'knownOwn'].map((known) => <li key={known}>{t(`file.${known}`)}</li>)}
          </ul>
        </div>
        {earlier}
      </FileStart>
    </>
  );
}
