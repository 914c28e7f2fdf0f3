// What would follow from the days being tried, told at once beside the pulled bar: how many move, the first of them, what stands against it.
import { IconAlertTriangleFilled, IconArrowRight } from '@tabler/icons-react';
import { useNumbers, useWords } from '../../words.ts';
import type { OrderPreview } from '../../../shared/model/order.ts';
import type { CallError } from '../../api.ts';
import { errorInWords, useLanguage } from '../../words.ts';
import { useOrderWords } from './conflictWords.ts';
import { conflictLines } from './ghosts.ts';
import type { Trial } from './trial.ts';

const mostLines = 5;

export function TrialCard({ trial, name, preview, error }: { trial: Trial; name: string; preview: OrderPreview | undefined; error: CallError | undefined }) {
  const t = useWords('programmes');
  const words = useOrderWords();
  const language = useLanguage();
  const { day } = useNumbers();
  const moves = preview?.moves.filter(({ kind, by }) => kind !== 'phase' && by !== null) ?? [];
  const conflicts = conflictLines(preview?.conflicts.filter(({ before }) => !before) ?? []);
  return (
    <div className="tl-card" role="status">
      <header><strong>{name}</strong><span>{trial.grip === 'bar' ? words.days(trial.fromDay, trial.toDay) : t('until', { day: day(trial.toDay) })} <b>{words.signed(trial.days)}</b></span></header>
      {error ? <p className="tl-card-wrong">{errorInWords(error, language)}</p> : null}
      {preview && !error ? (
        <>
          {moves.length === 0 ? <p>{t('nothingFollows')}</p> : null}
          <ul>
            {moves.slice(0, mostLines).map((move) => (
              <li key={`${move.kind} ${move.id}`}><span>{words.name(move)}</span><span className="tl-card-days">{day(move.oldFromDay).slice(0, 5)} <IconArrowRight size={12} aria-hidden="true" /> {day(move.newFromDay).slice(0, 5)}</span></li>
            ))}
          </ul>
          {moves.length > mostLines ? <p>{t('andMore', { count: moves.length - mostLines })}</p> : null}
          {conflicts.slice(0, 3).map(({ conflict, more }) => <p key={`${conflict.code} ${conflict.kind} ${conflict.id} ${conflict.levelId ?? ''} ${conflict.fromDay}`} className="tl-card-conflict" data-warn={conflict.code === 'blackout' || undefined}><IconAlertTriangleFilled size={14} aria-hidden="true" /><span>{words.conflict(conflict, more)}</span></p>)}
          {conflicts.length > 3 ? <p>{t('andMoreConflicts', { count: conflicts.length - 3 })}</p> : null}
        </>
      ) : null}
      <footer>{t('trialKeys')}</footer>
    </div>
  );
}
