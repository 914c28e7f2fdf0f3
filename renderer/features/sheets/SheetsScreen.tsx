// Sheets for paper and Excel: choose what it is about, see it as it will be printed, print or save it.
import { Button } from '@mantine/core';
import { IconArrowsHorizontal, IconFileTypeCsv, IconFileTypePdf, IconFileTypeXls, IconPrinter, IconZoomIn } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { TourList, UnitList } from './SheetList.tsx';
import { SheetNotice } from './SheetNotice.tsx';
import styles from './SheetsScreen.module.css';
import { SheetToolbar } from './SheetToolbar.tsx';
import { useSheetChoice } from './useSheetChoice.ts';
import type { SheetChoice } from './useSheetChoice.ts';
import { useCommand, useJob, useQuery, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { showNotice } from '../../toasts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useWords } from '../../words.ts';

/** Why there is no sheet yet, and the way to change that. */
function nothingYet({ kind, programmes, programme, metric, tours, tour }: SheetChoice): { text: string; act: string; screen: string } | null {
  if (kind === 'tour') return tours && !tour ? { text: 'noTour', act: 'toTours', screen: 'tours' } : null;
  if (programmes && !programme) return { text: 'noProgramme', act: 'toProgrammes', screen: 'programmes' };
  return programme && !metric ? { text: 'noMetric', act: 'toProgrammes', screen: 'programmes' } : null;
}

function SheetView({ choice, fit }: { choice: SheetChoice; fit: boolean }) {
  const t = useWords('sheets');
  const { sheet, languages } = choice;
  const { data, error, loading, refresh } = useQuery('sheets.html', sheet && { sheet, languages }, { keep: true });
  return (
    <div className={styles['right']}>
      <SheetNotice choice={choice} />
      {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
      <LoadingLine shown={loading} />
      {data ? <Paper html={data.html} title={t('preview')} fit={fit} /> : null}
    </div>
  );
}

export default function SheetsScreen() {
  const t = useWords('sheets');
  const go = useSession((session) => session.go);
  const choice = useSheetChoice();
  const [fit, setFit] = useRemembered('sheets.fit', true);
  const save = useJob('sheets.export');
  const [print, printing] = useCommand('sheets.print');
  const { sheet, languages } = choice;
  const missing = nothingYet(choice);
  const none = sheet === null || save.running || printing.busy;

  const onSave = async (format: 'pdf' | 'xlsx' | 'csv') => {
    const answer = sheet && await save.run({ sheet, languages, format });
    if (answer?.saved) showNotice(t('saved', { name: answer.saved }));
  };
  const onPrint = async () => {
    const answer = sheet && await print({ sheet, languages });
    if (answer?.printed) showNotice(t('printed'));
  };
  const other = (format: 'xlsx' | 'csv', icon: ReactNode) => (
    <Button variant="default" disabled={none} leftSection={icon} onClick={() => void onSave(format)}>{t(format)}</Button>
  );
  const zoom = t(fit ? 'realSize' : 'fitWidth');
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} action={<Button disabled={none} loading={save.running} leftSection={<IconFileTypePdf size={17} />} onClick={() => void onSave('pdf')}>{t('pdf')}</Button>}>
        <Button variant="subtle" color="gray" leftSection={fit ? <IconZoomIn size={17} /> : <IconArrowsHorizontal size={17} />} onClick={() => setFit(!fit)}>{zoom}</Button>
        {other('csv', <IconFileTypeCsv size={17} />)}
        {other('xlsx', <IconFileTypeXls size={17} />)}
        <Button variant="default" disabled={none} loading={printing.busy} leftSection={<IconPrinter size={17} />} onClick={() => void onPrint()}>{t('print')}</Button>
      </ScreenHeader>
      <SheetToolbar choice={choice} />
      {missing
        ? <EmptyState text={t(missing.text)} action={<Button onClick={() => go(missing.screen)}>{t(missing.act)}</Button>} />
        : (
          <div className={styles['body']}>
            {choice.kind === 'tour' ? <TourList choice={choice} /> : <UnitList />}
            <SheetView choice={choice} fit={fit} />
          </div>
        )}
    </div>
  );
}
