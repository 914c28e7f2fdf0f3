// Asks before a doubtful move is made; the entry waits where the hand has put it.
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { Doubt } from './useMoves.tsx';

interface DoubtBarProps {
  doubt: Doubt;
  busy: boolean;
  onAccept: () => void;
  onLeave: () => void;
}

export function DoubtBar({ doubt, busy, onAccept, onLeave }: DoubtBarProps) {
  const t = useWords('calendar');
  const pick = usePick();
  const { day, time } = useNumbers();
  const { entry, begin } = doubt.move;
  return (
    <div
      className="doubt" role="alertdialog" aria-labelledby="doubt-title" aria-describedby="doubt-why"
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onLeave(); } }}
    >
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong id="doubt-title">{t('doubtTitle', { name: pick(entry.titleEn, entry.titleHi), day: day(doubt.move.day), time: time(begin) })}</strong>
        <ul id="doubt-why">{doubt.sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      </div>
      <Button variant="default" onClick={onLeave}>{t('leaveIt')}</Button>
      <Button loading={busy} onClick={onAccept} autoFocus>{t('moveAnyway')}</Button>
    </div>
  );
}
