// The first step: which sheet, and what kinds are understood.
import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { Steps } from './Steps.tsx';
import { useWords } from '../../words.ts';

export function ChooseFile({ busy, onChoose }: { busy: boolean; onChoose: () => void }) {
  const t = useWords('importing');
  return (
    <>
      <Steps step="file" />
      <div className="import-start">
        <IconFileSpreadsheet size={40} stroke={1.3} aria-hidden="true" />
        <h2>{t('file.lead')}</h2>
        <Button size="sm" loading={busy} onClick={onChoose} data-autofocus>{t('file.choose')}</Button>
        <p>{t('file.formats')}</p>
        <div className="import-forms">
          <p>{t('file.forms')}</p>
          <ul>
            <li>{t('file.formLevels')}</li>
            <li>{t('file.formParentCode')}</li>
          </ul>
        </div>
      </div>
    </>
  );
}
