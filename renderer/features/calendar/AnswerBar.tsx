// Over the calendar: why a move was refused, or the question before a doubtful one; the entry meanwhile waits where the hand has put it.
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconX } from '@tabler/icons-react';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { Answer } from './useMoves.tsx';

interface AnswerBarProps {
  answer: Answer;
  busy: boolean;
  onAccept: () => void;
  onLeave: () => void;
}

export function AnswerBar({ answer, busy, onAccept, onLeave }: AnswerBarProps) {
  const t = useWords('calendar');
  const pick = usePick();
  const { day, time } = useNumbers();
  const { kind, move, sentences } = answer;
  const doubtful = kind === 'doubtful';
  const Icon = doubtful ? IconAlertTriangle : IconBan;
  const values = { name: pick(move.entry.titleEn, move.entry.titleHi), day: day(move.day), time: time(move.begin) };
  return (
    <div
      className="answer" data-kind={kind} role={doubtful ? 'alertdialog' : 'alert'} aria-labelledby="answer-title" aria-describedby="answer-why"
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onLeave(); } }}
    >
      <Icon size={18} aria-hidden />
      <div>
        <strong id="answer-title">{t(doubtful ? 'doubtTitle' : 'impossible', values)}</strong>
        <ul id="answer-why">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        {doubtful ? null : t('leftAsItWas')}
      </div>
      {doubtful ? (
        <>
          <Button variant="default" onClick={onLeave}>{t('leaveIt')}</Button>
          <Button loading={busy} onClick={onAccept} autoFocus>{t('moveAnyway')}</Button>
        </>
      ) : <ActionIcon variant="subtle" color="gray" aria-label={t('common:close')} onClick={onLeave}><IconX size={16} /></ActionIcon>}
    </div>
  );
}
