// One returned sheet: whose it is, what it would change unit by unit, what is doubtful, what cannot be read.
import { Button, Checkbox } from '@mantine/core';
import { Counts } from '../../ui/Counts.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { ReturnLine, ReturnPreview } from '../../../shared/model/returns.ts';
import { toBook } from './useReturns.ts';
import type { Returned } from './useReturns.ts';

const mostLines = 500;
const shownCounts = ['toBook', 'doubtful', 'refused', 'unread', 'same', 'empty', 'missing'] as const;
/** What one has to look at stands first. */
const weight = ({ refused, doubts, same }: ReturnLine): number => (refused ? 0 : doubts.length > 0 ? 1 : same ? 3 : 2);

interface Props {
  file: Returned;
  busy: boolean;
  onBook: () => void;
  onLeaveOut: (unitId: string, out: boolean) => void;
}

function Lines({ preview, leftOut, done, onLeaveOut }: { preview: ReturnPreview; leftOut: ReadonlySet<string>; done: boolean; onLeaveOut: Props['onLeaveOut'] }) {
  const t = useWords('returns');
  const named = useNamed();
  const { number } = useNumbers();
  const lines = preview.lines.toSorted((a, b) => weight(a) - weight(b)).slice(0, mostLines);
  const hint = (line: ReturnLine): string => (line.refused ? t(`refusedFor.${line.refused}`, { name: line.name.replaceAll('\n', ' · ') }) : line.same ? t('same') : line.doubts.map((doubt) => t(`doubts.${doubt}`, { before: line.before })).join(' · '));
  return (
    <>
      <table className="grid return-lines">
        <thead>
          <tr>{(['take', 'unit', 'before', 'value', 'change', 'note', 'hint'] as const).map((column) => <th key={column} scope="col" data-figures={['before', 'value', 'change'].includes(column) || undefined}>{t(`column.${column}`)}</th>)}</tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const possible = line.refused === null && !line.same && preview.bookedDay === null && !done;
            return (
              <tr key={`${line.sheetName} ${line.rowNumber}`} data-doubt={(line.refused !== null || line.doubts.length > 0) || undefined}>
                <td><Checkbox size="xs" aria-label={t('takeOne', { name: named(line) })} disabled={!possible} checked={possible && !leftOut.has(line.unitId)} onChange={(event) => onLeaveOut(line.unitId, !event.currentTarget.checked)} /></td>
                <td>{named(line)}</td>
                <td data-figures>{line.before === null ? '–' : number(line.before)}</td>
                <td data-figures><strong>{number(line.value)}</strong></td>
                <td data-figures>{line.before === null || line.value === line.before ? '' : `${line.value > line.before ? '+' : ''}${number(line.value - line.before)}`}</td>
                <td>{line.note}</td>
                <td>{hint(line)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {preview.lines.length > lines.length ? <p className="dim">{t('first', { shown: lines.length, all: preview.lines.length })}</p> : null}
    </>
  );
}

export function ReturnSheet({ file, busy, onBook, onLeaveOut }: Props) {
  const t = useWords('returns');
  const pick = usePick();
  const { day } = useNumbers();
  const { preview, error, booked, leftOut } = file;
  if (error) return <ErrorPanel error={error} />;
  if (!preview) return null;
  const count = toBook(file);
  return (
    <div className="return-sheet">
      <header>
        <div>
          <h2>{preview.fileName}</h2>
          <p>{t('about', { programme: pick(preview.programmeEn, preview.programmeHi), metric: pick(preview.metricEn, preview.metricHi), unit: pick(preview.unitEn, preview.unitHi) })}</p>
        </div>
        <Button disabled={count === 0} loading={busy} onClick={onBook}>{booked === null ? t('bookAll', { count }) : t('states.done', { count: booked })}</Button>
      </header>
      {preview.bookedDay !== null && booked === null ? <p className="return-warning">{t('bookedOn', { day: day(preview.bookedDay) })}</p> : null}
      {preview.revision < preview.revisionNow ? <p className="return-warning">{t('oldSheet', { revision: preview.revision, now: preview.revisionNow })}</p> : null}
      <Counts counts={shownCounts.filter((key) => key === 'toBook' || preview.counts[key] > 0).map((key) => ({ key, label: t(`counts.${key}`), count: preview.counts[key], bad: ['doubtful', 'refused', 'unread', 'missing'].includes(key) }))} />
      {preview.unread.length > 0 ? (
        <Panel title={t('unreadTitle')} flush>
          <ul className="return-unread">
            {preview.unread.map((row) => <li key={`${row.sheetName} ${row.rowNumber} ${row.cause}`}><b>{t('row', { row: row.rowNumber })}</b><span>{[row.name.replaceAll('\n', ' · '), row.text].filter(Boolean).join(': ')}</span><span className="dim">{t(`causes.${row.cause}`)}</span></li>)}
          </ul>
        </Panel>
      ) : null}
      {preview.lines.length > 0 ? <Panel flush><Lines preview={preview} leftOut={leftOut} done={booked !== null} onLeaveOut={onLeaveOut} /></Panel> : null}
    </div>
  );
}
