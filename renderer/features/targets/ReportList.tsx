// The figures told for one unit, the newest first: source, what it is worth, what it was before, and the ways to confirm, doubt, correct or take it out.
import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconCheck, IconPencil, IconQuestionMark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../hooks.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { Report } from '../../../shared/model/target.ts';

export function ReportList({ reports }: { reports: readonly Report[] }) {
  const t = useWords('targets');
  const [correcting, setCorrecting] = useState<string | null>(null);
  if (reports.length === 0) return null;
  const counting = reports.find(({ state }) => state !== 'doubted');
  return (
    <ul className="reports" aria-label={t('reports')}>
      {reports.map((report) => (
        <ReportLine key={report.id} report={report} counts={report === counting} correcting={report.id === correcting} onCorrect={(open) => setCorrecting(open ? report.id : null)} />
      ))}
    </ul>
  );
}

function ReportLine({ report, counts, correcting, onCorrect }: { report: Report; counts: boolean; correcting: boolean; onCorrect: (open: boolean) => void }) {
  const t = useWords('targets');
  const { exact, day } = useNumbers();
  const [remove] = useCommand('progress.remove');
  const [judge] = useCommand('progress.judge');
  const about = { day: day(report.day) };
  const said = report.reorganisationId !== null ? [t('carried')] : [
    report.dayValue === null ? '' : t('forDay', { value: exact(report.dayValue) }), t(`sources.${report.source}`), report.toldBy, report.notedBy, report.sheetName, report.note,
    report.state === 'reported' ? '' : t(`reportState.${report.state}`), ...report.versions.map((old) => [t('was', { value: old.dayValue ?? old.value }), old.reason].filter(Boolean).join(', ')),
  ];
  const act = (label: string, icon: ReactNode, pressed: boolean | undefined, onClick: () => void) => (
    <ActionIcon variant={pressed ? 'light' : 'subtle'} color={pressed ? undefined : 'gray'} size={24} aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>{icon}</ActionIcon>
  );
  const toggle = (state: 'confirmed' | 'doubted') => void judge({ ids: [report.id], state: report.state === state ? 'reported' : state }, { undoToast: true });
  return (
    <li data-counts={counts || undefined} data-doubted={report.state === 'doubted' || undefined}>
      <span className="report-day">{day(report.day)}</span>
      <strong>{exact(report.value)}</strong>
      <span className="report-source">{said.filter(Boolean).join(' · ')}</span>
      {report.reorganisationId === null ? (
        <Group gap={0} wrap="nowrap">
          {act(t('confirmReport', about), <IconCheck size={15} />, report.state === 'confirmed', () => toggle('confirmed'))}
          {act(t('doubtReport', about), <IconQuestionMark size={15} />, report.state === 'doubted', () => toggle('doubted'))}
          {act(t('correct', about), <IconPencil size={15} />, undefined, () => onCorrect(!correcting))}
          {act(t('removeReport', { day: day(report.day), value: report.value }), <IconTrash size={15} />, undefined, () => void remove({ id: report.id }, { undoToast: true }))}
        </Group>
      ) : null}
      {correcting ? <Correction report={report} onDone={() => onCorrect(false)} /> : null}
    </li>
  );
}

function Correction({ report, onDone }: { report: Report; onDone: () => void }) {
  const t = useWords('targets');
  const [correct, { busy }] = useCommand('progress.correct');
  const [value, setValue] = useState<number | null>(report.dayValue ?? report.value);
  const [reason, setReason] = useState('');
  async function save(): Promise<void> {
    if (value === null) return;
    if ((await correct({ id: report.id, value, reason }, { undoToast: true })) !== undefined) onDone();
  }
  return (
    <form className="report-correction" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <NumberField label={t('correctedTo')} value={value} autoFocus onChange={setValue} />
      <TextInput label={t('reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button type="submit" size="compact-md" variant="default" loading={busy} disabled={value === null}>{t('correctShort')}</Button>
    </form>
  );
}
