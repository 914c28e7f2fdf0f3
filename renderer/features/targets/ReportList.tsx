// The figures told for one unit, the newest first, each with its source and the way to take it out.
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useCommand } from '../../hooks.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { Report } from '../../../shared/model/target.ts';

export function ReportList({ reports }: { reports: readonly Report[] }) {
  const t = useWords('targets');
  const { exact, day } = useNumbers();
  const [remove] = useCommand('progress.remove');
  if (reports.length === 0) return null;
  return (
    <ul className="reports" aria-label={t('reports')}>
      {reports.map((report, index) => (
        <li key={report.id} data-counts={index === 0 || undefined}>
          <span className="report-day">{day(report.day)}</span>
          <strong>{exact(report.value)}</strong>
          <span className="report-source">{report.reorganisationId === null ? [t(`sources.${report.source}`), report.toldBy, report.note].filter(Boolean).join(' · ') : t('carried')}</span>
          {report.reorganisationId === null ? (
            <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('removeReport', { day: day(report.day), value: report.value })} title={t('removeReportShort')} onClick={() => void remove({ id: report.id }, { undoToast: true })}>
              <IconTrash size={15} />
            </ActionIcon>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
