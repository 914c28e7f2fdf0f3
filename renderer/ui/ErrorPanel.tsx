// A refusal shown where its content would stand, with the way to try again.
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CallError } from '../api.ts';
import { errorInWords, useLanguage, useWords } from '../words.ts';

export function ErrorPanel({ error, onRetry }: { error: CallError; onRetry?: () => void }) {
  const t = useWords('common');
  const language = useLanguage();
  return (
    <div className="error-panel" role="alert">
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div>{errorInWords(error, language)}</div>
      {onRetry ? <Button variant="default" size="compact-sm" onClick={onRetry}>{t('tryAgain')}</Button> : null}
    </div>
  );
}
