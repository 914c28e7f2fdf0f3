// A page of the history: a row for each act, undone ones struck through.
import { Badge, Button } from '@mantine/core';
import { actInWords } from '../../actInWords.ts';
import { useQuery } from '../../hooks.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { HistoryRow } from '../../../shared/contract/sheets.ts';
import { timeAsRead } from '../../../shared/dates.ts';

const pageRows = 100;

/** Day and time at this laptop of an ISO moment. */
function localMoment(at: string): { day: string; time: string } {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return { day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`, time: timeAsRead(date.getHours() * 60 + date.getMinutes()) };
}

function Act({ row, isNextUndo }: { row: HistoryRow; isNextUndo: boolean }) {
  const t = useWords('history');
  const act = actInWords(row);
  if (row.kind === 'undo') return <span className="history-way">{t('undid', { act })}</span>;
  if (row.kind === 'redo') return <span className="history-way">{t('redid', { act })}</span>;
  if (row.state === 'undone') return <><s>{act}</s> <Badge variant="default">{t('wasUndone')}</Badge></>;
  return <>{act} {isNextUndo ? <Badge variant="light">{t('nextUndo')}</Badge> : null}</>;
}

interface Props { beforeSeq: number | null; nextUndo: number | null; onOlder: ((seq: number) => void) | undefined }

export function HistoryPage({ beforeSeq, nextUndo, onOlder }: Props) {
  const t = useWords('history');
  const { number, dayWords, day } = useNumbers();
  const { data: rows = [] } = useQuery('history.list', { beforeSeq, limit: pageRows });
  const moments = rows.map((row) => localMoment(row.at));
  const oldest = rows[rows.length - 1];
  return (
    <tbody>
      {rows.map((row, at) => {
        const moment = moments[at]!;
        const isNewDay = at === 0 ? beforeSeq === null : moments[at - 1]!.day !== moment.day;
        return [
          isNewDay ? <tr key={`day ${row.seq}`} className="history-day"><th colSpan={4} scope="rowgroup">{dayWords(moment.day)} · {day(moment.day)}</th></tr> : null,
          <tr key={row.seq} data-state={row.state} data-kind={row.kind}>
            <td className="history-time">{moment.time}</td>
            <td><Act row={row} isNextUndo={row.seq === nextUndo} /></td>
            <td>{row.actor}</td>
            <td className="figures">{number(row.changes)}</td>
          </tr>,
        ];
      })}
      {onOlder && oldest && rows.length === pageRows ? (
        <tr><td colSpan={4}><Button variant="subtle" onClick={() => onOlder(oldest.seq)}>{t('older')}</Button></td></tr>
      ) : null}
    </tbody>
  );
}
