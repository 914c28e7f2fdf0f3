// Which field a cell is edited with, and what leaving it does.
import { dayAsRead } from '../../../shared/dates.ts';
import type { BoardRow } from '../../../shared/model/target.ts';
import { parseDay } from '../../../shared/text/days.ts';
import { numberAsRead } from '../../../shared/text/numbers.ts';
import { useLanguage, useNamed, useWords } from '../../words.ts';
import { CellEditor } from './CellEditor.tsx';
import type { Leaving } from './CellEditor.tsx';
import { typedTarget } from './clipboard.ts';
import type { ColumnId } from './columns.ts';
import { LeaderEditor } from './LeaderEditor.tsx';
import type { BoardActs } from './useBoardActs.ts';

interface Props {
  column: ColumnId;
  line: BoardRow;
  /** The figure that began the typing; null: the value there is edited. */
  typed: string | null;
  most: number;
  isShare: boolean;
  acts: BoardActs;
  onLeave: (leaving: Leaving) => void;
}

export function BoardEditor({ column, line, typed, most, isShare, acts, onLeave }: Props) {
  const t = useWords('targets');
  const language = useLanguage();
  const label = `${t(`column.${column}`)}, ${useNamed()(line)}`;
  if (column === 'leader') {
    return <LeaderEditor personId={line.personId} label={label} onCancel={() => onLeave('stay')} onChoose={(personId) => { void acts.setLeader(line, personId); onLeave('stay'); }} />;
  }
  if (column === 'dueDay') {
    return (
      <CellEditor
        initial={typed ?? (line.dueDay === null ? '' : dayAsRead(line.dueDay))} label={label} align="left" wrong={t('wrongDay')} onCancel={() => onLeave('stay')}
        parse={(text) => { const day = parseDay(text); return text.trim() === '' ? { value: null } : day === null ? undefined : { value: day }; }}
        onCommit={(value, leaving) => { void acts.setDueDay(line, value as string | null); onLeave(leaving); }}
      />
    );
  }
  return (
    <CellEditor
      initial={typed ?? (line.own === null ? '' : numberAsRead(line.own, { language }))} label={label} align="right" wrong={t(isShare ? 'wrongShare' : 'wrongTarget')} onCancel={() => onLeave('stay')}
      parse={(text) => { const value = typedTarget(text, most); return value === undefined ? undefined : { value }; }}
      onCommit={(value, leaving) => { void acts.setOwn(line, value as number | null); onLeave(leaving); }}
    />
  );
}
