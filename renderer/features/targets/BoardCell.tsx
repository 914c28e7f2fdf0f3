// One cell of the board: what it shows, and that it has just changed.
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { PercentBar } from './PercentBar.tsx';
import { useChanged } from './useChanged.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { BoardRow } from '../../../shared/model/target.ts';
import type { Column, ColumnId } from './columns.ts';

interface Props {
  column: Column;
  columnIndex: number;
  row: number;
  line: BoardRow;
  isShare: boolean;
  /** A value typed a moment ago whose answer is still on its way. */
  pending: Partial<Pick<BoardRow, 'own' | 'dueDay'>> | undefined;
  id: string;
  active: boolean;
  selected: boolean;
  editor: ReactNode;
  levelWord: string | null;
  onPress: (event: MouseEvent) => void;
  onOpen: () => void;
}

export function BoardCell({ column, columnIndex, row, line, isShare, pending, id, active, selected, editor, levelWord, onPress, onOpen }: Props) {
  const shown = pending ? { ...line, ...pending } : line;
  const changed = useChanged(valueOf(column.id, shown));
  return (
    <div
      id={id} role="gridcell" aria-colindex={columnIndex + 1} aria-selected={selected} className={column.figures ? 'cell figures' : 'cell'}
      data-column={column.id} data-active={active || undefined} data-changed={changed} data-editing={editor ? true : undefined}
      aria-readonly={column.editable ? undefined : true}
      onMouseDown={onPress} onDoubleClick={onOpen}
    >
      {editor ?? <Content column={column.id} line={shown} isShare={isShare} levelWord={levelWord} isHead={row === 0} onOpen={onOpen} />}
    </div>
  );
}

/** What a change of the cell is told by. */
function valueOf(column: ColumnId, line: BoardRow): unknown {
  switch (column) {
    case 'name': return line.nameEn;
    case 'leader': return line.personId;
    case 'lastReport': return line.lastReportDay;
    case 'share': return line.sharePercent;
    case 'own': return line.own;
    default: return line[column];
  }
}

function Content({ column, line, isShare, levelWord, isHead, onOpen }: { column: ColumnId; line: BoardRow; isShare: boolean; levelWord: string | null; isHead: boolean; onOpen: () => void }) {
  const t = useWords('targets');
  const { exact, percent, day } = useNumbers();
  const pick = usePick();
  const name = pick(line.nameEn, line.nameHi);
  switch (column) {
    case 'name':
      return (
        <span className="name">
          {line.children > 0 && !isHead
            ? <button type="button" className="name-open" tabIndex={-1} title={t('goDown', { name })} onClick={onOpen}>{name}</button>
            : <span className="name-plain">{name}</span>}
          {line.partly ? <span className="part-mark" title={t('groups:partNotSet')}>{t('groups:partly')}</span> : null}
          {levelWord ? <small>{levelWord}</small> : null}
        </span>
      );
    case 'own':
      return (
        <>
          {line.locked ? <IconLock size={13} className="lock" aria-label={t('locked')} role="img" /> : null}
          {line.promise !== null && line.promise !== 'draft' ? <span className="promise-mark" data-promise={line.promise} title={t(`promise.${line.promise}`, { number: line.revision })}>{line.promise === 'revised' ? t('revisionShort', { number: line.revision }) : t(`promiseShort.${line.promise}`)}</span> : null}
          {isShare ? percent(line.own) : exact(line.own)}
        </>
      );
    case 'difference':
      if (line.difference === null) return <span className="dim">–</span>;
      if (line.difference === 0) return <span className="agrees" title={t('agreesLong')}>0</span>;
      return <span className={line.difference > 0 ? 'short' : 'over'} title={t(line.difference > 0 ? 'shortLong' : 'overLong', { count: Math.abs(line.difference) })}>{line.difference < 0 ? '+' : ''}{exact(-line.difference)}</span>;
    case 'achieved':
      return (
        <>
          {line.reportsConflict
            ? <IconAlertTriangle size={14} className="conflict" role="img" aria-label={t('conflict', { own: line.achieved, below: line.achievedBelow })}><title>{t('conflict', { own: line.achieved, below: line.achievedBelow })}</title></IconAlertTriangle>
            : null}
          {exact(line.achieved)}
        </>
      );
    case 'share': return percent(line.sharePercent);
    case 'percent': return <PercentBar percent={line.percent} state={line.state} />;
    case 'state': return <StatusMark state={line.state} />;
    case 'dueDay': return day(line.dueDay);
    case 'lastReport': return day(line.lastReportDay);
    case 'leader': return line.personId ? <span className="cut" title={pick(line.personNameEn, line.personNameHi)}>{pick(line.personNameEn, line.personNameHi)}</span> : <span className="dim">–</span>;
    default: return exact(line[column]);
  }
}
