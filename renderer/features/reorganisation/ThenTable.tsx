// Units of a day in rows: figures of then, figures of today, and in words what became of each.
import { useLevelName } from '../../frame/levels.ts';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { SumsThen, ThenRow, TreeThen } from '../../../shared/model/reorganisation.ts';

type Column = 'booths' | 'electors' | 'own' | 'below' | 'achieved';

function Row({ row, columns, onUnit, total = false }: { row: ThenRow; columns: Column[]; onUnit?: (unitId: string) => void; total?: boolean }) {
  const t = useWords('reorganisation');
  const named = useNamed();
  const pick = usePick();
  const level = useLevelName();
  const { number } = useNumbers();
  const goesDown = onUnit && row.was !== null && row.was.children > 0;
  const cell = (sums: SumsThen | null, other: SumsThen | null, column: Column, side: string) => (
    <td key={`${side} ${column}`} className="figures" data-side={side} data-differs={(column !== 'achieved' && sums !== null && other !== null && sums[column] !== other[column]) || undefined}>{sums === null ? '' : number(sums[column])}</td>
  );
  return (
    <tr data-change={row.change} data-total={total || undefined}>
      <th scope="row">
        {goesDown ? <button type="button" className="figure" onClick={() => onUnit(row.id)}>{named(row)}</button> : named(row)}
        <span className="reorg-dim"> {level(row.levelId)}{row.partNumber ? ` · ${t('partShort', { part: row.partNumber })}` : ''}</span>
      </th>
      {columns.map((column) => cell(row.was, row.now, column, 'was'))}
      {columns.map((column) => cell(row.now, row.was, column, 'now'))}
      <td data-since={row.change}>{row.change === 'same' ? '' : row.change === 'renamed' ? t('since.renamed', { name: pick(row.nowEn, row.nowHi) }) : t(`since.${row.change}`)}</td>
    </tr>
  );
}

export function ThenTable({ tree, withTotals, onUnit }: { tree: TreeThen; withTotals: boolean; onUnit: (unitId: string) => void }) {
  const t = useWords('reorganisation');
  const level = useLevelName();
  const { day } = useNumbers();
  const columns: Column[] = withTotals ? ['booths', 'electors', 'own', 'below', 'achieved'] : ['booths', 'electors'];
  const heads: Record<Column, string> = { booths: level('booth', 2), electors: t('electors'), own: t('ownTarget'), below: t('sumBelow'), achieved: t('achieved') };
  return (
    <table className="grid reorg-then-table">
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>{t('unit')}</th>
          <th scope="colgroup" colSpan={columns.length} className="reorg-side">{day(tree.day)}</th>
          <th scope="colgroup" colSpan={columns.length} className="reorg-side">{t('todaySide')}</th>
          <th scope="col" rowSpan={2}>{t('sinceHead')}</th>
        </tr>
        <tr>
          {['was', 'now'].map((side) => columns.map((column) => <th key={`${side} ${column}`} scope="col" className="figures" data-side={side}>{heads[column]}</th>))}
        </tr>
      </thead>
      <tbody>
        <Row row={tree.unit} columns={columns} total />
        {tree.rows.map((row) => <Row key={row.id} row={row} columns={columns} onUnit={onUnit} />)}
      </tbody>
    </table>
  );
}
