// Over the calendar: why a move was refused, or the question before a doubtful one or one of a series; the entry meanwhile waits where the hand has put it.
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconRepeat, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { SeriesScope } from '../../../shared/model/calendar.ts';
import type { Answer } from './useMoves.tsx';

interface AnswerBarProps {
  answer: Answer;
  busy: boolean;
  onAccept: (scope?: SeriesScope) => void;
  onLeave: () => void;
}

const icons = { doubtful: IconAlertTriangle, impossible: IconBan, scope: IconRepeat };
const titles = { doubtful: 'doubtTitle', impossible: 'impossible', scope: 'doubtTitle' };
export const scopes = ['one', 'later', 'all'] as const;

export function AnswerBar({ answer, busy, onAccept, onLeave }: AnswerBarProps) {
  const t = useWords('calendar');
  const pick = usePick();
  const { day, time } = useNumbers();
  const { kind, move, sentences } = answer;
  const asks = kind !== 'impossible';
  // A refusal only tells: Escape, or a press on anything, and it is out of the way. A question waits for its answer.
  const leave = useRef(onLeave);
  useEffect(() => { leave.current = onLeave; });
  useEffect(() => {
    if (asks) return;
    const gone = (event: Event) => { if (event.type === 'pointerdown' || (event as KeyboardEvent).key === 'Escape') leave.current(); };
    window.addEventListener('pointerdown', gone);
    window.addEventListener('keydown', gone);
    return () => {
      window.removeEventListener('pointerdown', gone);
      window.removeEventListener('keydown', gone);
    };
  }, [asks]);
  const Icon = icons[kind];
  const values = { name: pick(move.entry.titleEn, move.entry.titleHi), day: day(move.day), time: time(move.begin) };
  const title = move.copy && asks ? 'copyTitle' : titles[kind];
  return (
    <div
      className="answer" data-kind={kind} role={asks ? 'alertdialog' : 'alert'} aria-labelledby="answer-title" aria-describedby="answer-why"
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onLeave(); } }}
    >
      <Icon size={18} aria-hidden />
      <div>
        <strong id="answer-title">{t(title, values)}</strong>
        {kind === 'scope' ? <div id="answer-why">{t('comesAgain')}</div> : <ul id="answer-why">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
        {asks ? null : t(move.copy ? 'notCopied' : 'leftAsItWas')}
      </div>
      {asks ? <Button variant="default" onClick={onLeave}>{t('leaveIt')}</Button> : null}
      {kind === 'doubtful' ? <Button loading={busy} onClick={() => onAccept()} autoFocus>{t(move.copy ? 'copyAnyway' : 'moveAnyway')}</Button> : null}
      {kind === 'scope' ? scopes.map((scope) => <Button key={scope} variant={scope === 'one' ? 'filled' : 'light'} loading={busy} autoFocus={scope === 'one'} onClick={() => onAccept(scope)}>{t(`scope.${scope}`)}</Button>) : null}
      {asks ? null : <ActionIcon variant="subtle" color="gray" aria-label={t('common:close')} onClick={onLeave}><IconX size={16} /></ActionIcon>}
    </div>
  );
}
