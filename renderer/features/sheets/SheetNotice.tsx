// A line above the sheet that says what it lacks, and leads to where that is done.
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import styles from './SheetsScreen.module.css';
import type { SheetChoice } from './useSheetChoice.ts';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { useWords } from '../../words.ts';

function Notice({ text, act, screen }: { text: string; act: string; screen: string }) {
  const go = useSession((session) => session.go);
  return (
    <div className={styles['notice']} role="status">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>{text}</span>
      <Button variant="subtle" size="compact-sm" onClick={() => go(screen)}>{act}</Button>
    </div>
  );
}

export function SheetNotice({ choice }: { choice: SheetChoice }) {
  const t = useWords('sheets');
  const { sheet } = choice;
  const board = useQuery('targets.board', sheet?.kind === 'assignment' ? { programmeId: sheet.programmeId, metricId: sheet.metricId, unitId: sheet.unitId, limit: 1 } : null).data;
  if (board && board.unit.own === null && board.unit.below === null) return <Notice text={t('noTarget')} act={t('toTargets')} screen="targets" />;
  if (sheet?.kind === 'tour' && choice.tour?.planned === 0) return <Notice text={t('notPlanned')} act={t('toPlan')} screen="tours" />;
  return null;
}
