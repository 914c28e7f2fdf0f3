// Issuing the targets of a unit, closing them, opening them again: how many there are of each, said before.
import { Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useJob, useQuery, useRemembered } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import './progress.css';

interface Props {
  programme: Programme;
  metric: Metric;
  unitId: string;
  onClose: () => void;
}

export function IssuePanel({ programme, metric, unitId, onClose }: Props) {
  const t = useWords('targets');
  const named = useNamed();
  const { exact } = useNumbers();
  const [wholeTree, setWholeTree] = useState(true);
  const [author, setAuthor] = useRemembered('targets.author', '');
  const about = { programmeId: programme.id, metricId: metric.id, unitId };
  const unit = useQuery('targets.board', { ...about, limit: 1 }).data?.unit;
  const { data: counts, error, refresh } = useQuery('targets.issueCounts', { ...about, wholeTree }, { keep: true });
  const issue = useJob('targets.issue');
  const close = useJob('targets.close');
  const reopen = useJob('targets.reopen');
  const busy = issue.running || close.running || reopen.running;
  const input = { ...about, wholeTree, author };
  const rows = counts ? ([['drafts', counts.drafts], ['issued', counts.issued], ['closed', counts.closed]] as const) : [];
  return (
    <SidePanel
      title={t('issueTitle')} note={`${unit ? named(unit) : ''} · ${named(metric)}`} onClose={onClose} width={340}
      foot={<Button fullWidth loading={issue.running} disabled={busy || !counts || counts.drafts === 0} onClick={() => void issue.run(input, { undoToast: true })}>{t('issueCount', { count: counts?.drafts ?? 0 })}</Button>}
    >
      <Stack gap="sm">
        <Text size="sm">{t('issueText')}</Text>
        <Radio.Group label={t('issueWhich')} value={wholeTree ? 'tree' : 'own'} onChange={(next) => setWholeTree(next === 'tree')}>
          <Stack gap={6} mt={6}>
            <Radio size="sm" value="tree" label={t('issueTree', { name: unit ? named(unit) : '' })} />
            <Radio size="sm" value="own" label={t('issueOwn', { name: unit ? named(unit) : '' })} />
          </Stack>
        </Radio.Group>
        <TextInput label={t('author')} placeholder={t('authorHint')} value={author} maxLength={200} onChange={(event) => setAuthor(event.currentTarget.value)} />
        {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
        <dl className="target-facts">
          {rows.map(([key, count]) => [<dt key={key}>{t(`promiseMany.${key}`)}</dt>, <dd key={`${key} n`}>{exact(count)}</dd>])}
        </dl>
        {counts && counts.draftsWithoutLeader > 0 ? <p className="conflict-note">{t('withoutLeader', { count: counts.draftsWithoutLeader })}</p> : null}
        {counts && counts.issued > 0 ? <Button variant="default" loading={close.running} disabled={busy} onClick={() => void close.run(input, { undoToast: true })}>{t('closeCount', { count: counts.issued })}</Button> : null}
        {counts && counts.closed > 0 ? <Button variant="default" loading={reopen.running} disabled={busy} onClick={() => void reopen.run(input, { undoToast: true })}>{t('reopenCount', { count: counts.closed })}</Button> : null}
      </Stack>
    </SidePanel>
  );
}
