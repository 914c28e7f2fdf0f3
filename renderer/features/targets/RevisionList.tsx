// What an issued target was before: each revision with until when, why and in whose name.
import { useQuery } from '../../hooks.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { Metric } from '../../../shared/model/programme.ts';

export function RevisionList({ programmeId, metric, unitId }: { programmeId: string; metric: Metric; unitId: string }) {
  const t = useWords('targets');
  const { exact, percent, day } = useNumbers();
  const revisions = useQuery('targets.revisions', { programmeId, metricId: metric.id, unitId }).data ?? [];
  if (revisions.length === 0) return null;
  return (
    <>
      <h4>{t('revisions')}</h4>
      <ul className="reports" aria-label={t('revisions')}>
        {revisions.map(({ revision, value, dueDay, untilDay, reason, author }) => (
          <li key={revision}>
            <span className="report-day">{t('revisionNumber', { number: revision })}</span>
            <strong>{metric.kind === 'share' ? percent(value) : exact(value)}</strong>
            <span className="report-source">{[t('untilDay', { day: day(untilDay) }), dueDay === null ? '' : t('dueOn', { day: day(dueDay) }), reason, author].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
