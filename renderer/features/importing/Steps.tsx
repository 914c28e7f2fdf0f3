// Where in the import one is: four names in a row, and beside them the way on.
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words.ts';

export const steps = ['file', 'columns', 'preview', 'done'] as const;
export type Step = (typeof steps)[number];

/** `says` stands before the buttons: what is still missing. */
export function Steps({ step, says = '', children }: { step: Step; says?: string; children?: ReactNode }) {
  const t = useWords('importing');
  const at = steps.indexOf(step);
  return (
    <div className="import-bar">
      <ol className="import-steps" aria-label={t('steps.label')}>
        {steps.map((each, index) => (
          <li key={each} aria-current={index === at ? 'step' : undefined} data-past={index < at || step === 'done' || undefined}>
            <span aria-hidden="true">{index < at || step === 'done' ? <IconCheck size={13} stroke={3} /> : index + 1}</span>
            {t(`steps.${each}`)}
          </li>
        ))}
      </ol>
      <p role="status">{says}</p>
      {children}
    </div>
  );
}
