// Every day a programme had before, order by order: from what to what, by whom and why; each order's notice, and taking it back long after.
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowRight, IconPrinter } from '@tabler/icons-react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand } from '../../hooks.ts';
import { showNotice } from '../../toasts.tsx';
import { usePick, useNumbers, useWords } from '../../words.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { earlierLines } from './earlierLines.ts';
import { useOrderWords } from './conflictWords.ts';

export function EarlierDays({ detail, onNotice }: { detail: OutputOf<'programmes.get'>; onNotice: (orderId: string) => void }) {
  const t = useWords('programmes');
  const pick = usePick();
  const words = useOrderWords();
  const level = useLevelName();
  const { day } = useNumbers();
  const [takeBack, { busy }] = useCommand('programmes.takeBackOrder');
  const lines = earlierLines(detail);
  if (lines.length === 0) return <p className="dim">{t('neverMoved')}</p>;
  async function back(id: string): Promise<void> {
    const answer = await takeBack({ id }, { undoToast: true });
    if (answer && answer.left > 0) showNotice(t('takenBackPartly', { count: answer.left }));
  }
  return (
    <ol className="earlier">
      {lines.map((line) => (
        <li key={line.orderId} data-back={line.takenBackDay !== null || undefined}>
          <div className="earlier-days">
            <strong>{t(`orderKinds.${line.kind}`)}{line.levelId === null ? '' : ` · ${level(line.levelId)}`}</strong>
            {line.days && (line.levelId === null || line.days.toDay !== line.days.newToDay) ? <span><s>{words.days(line.days.fromDay, line.days.toDay)}</s>{line.days.fromDay === line.days.newFromDay && line.days.toDay === line.days.newToDay ? null : <> <IconArrowRight size={13} aria-label={t('becomes')} /> <b>{words.days(line.days.newFromDay, line.days.newToDay)}</b></>}</span> : null}
          </div>
          {line.levels.length > 0 ? (
            <ul className="earlier-levels">
              {line.levels.map((one) => <li key={one.levelId}><span>{level(one.levelId)}</span><span><s>{words.shortDays(one.fromDay, one.toDay)}</s> <IconArrowRight size={12} aria-label={t('becomes')} /> {words.shortDays(one.newFromDay, one.newToDay)}</span></li>)}
            </ul>
          ) : null}
          <span>{t('orderedBy', { by: line.orderBy, day: day(line.orderDay) })}</span>
          {line.own ? null : <span className="dim">{t('followed', { name: pick(line.ofEn, line.ofHi) })}</span>}
          {line.reason ? <span className="dim">{line.reason}</span> : null}
          {line.takenBackDay !== null ? <span className="dim">{t('takenBackOn', { day: day(line.takenBackDay) })}</span> : null}
          <div className="earlier-acts">
            <Button variant="subtle" size="compact-sm" leftSection={<IconPrinter size={14} aria-hidden="true" />} onClick={() => onNotice(line.orderId)}>{t('printNotice')}</Button>
            {line.own && line.takenBackDay === null ? <Button variant="subtle" color="gray" size="compact-sm" loading={busy} leftSection={<IconArrowBackUp size={14} aria-hidden="true" />} onClick={() => void back(line.orderId)}>{t('takeBack')}</Button> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
