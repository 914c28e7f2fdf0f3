// Per level: how many units there are, and how many Hindi names are missing, proposed, confirmed; a line narrows the list.
import { useLevelName } from '../../frame/levels.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { NameCount } from '../../../shared/model/names.ts';

interface Props {
  rows: readonly NameCount[];
  levelId: string | null;
  onLevel: (levelId: string | null) => void;
}

export function LevelCounts({ rows, levelId, onLevel }: Props) {
  const t = useWords('names');
  const level = useLevelName();
  const { number } = useNumbers();
  const all = rows.reduce((sum, row) => ({ ...sum, units: sum.units + row.units, missing: sum.missing + row.missing, proposed: sum.proposed + row.proposed }), { levelId: '', units: 0, missing: 0, proposed: 0 });
  const line = (row: NameCount, label: string, id: string | null) => (
    <tr key={label} data-chosen={id === levelId || undefined}>
      <th scope="row"><button type="button" aria-pressed={id === levelId} onClick={() => onLevel(id)}>{label}</button></th>
      <td>{number(row.units)}</td>
      <td data-open={row.missing > 0 || undefined}>{number(row.missing)}</td>
      <td data-open={row.proposed > 0 || undefined}>{number(row.proposed)}</td>
      <td>{number(row.units - row.missing - row.proposed)}</td>
    </tr>
  );
  return (
    <div className="names-counts">
      <table aria-label={t('counts')}>
        <thead>
          <tr><th scope="col">{t('level')}</th><th scope="col">{t('units')}</th><th scope="col">{t('missing')}</th><th scope="col">{t('proposed')}</th><th scope="col">{t('confirmed')}</th></tr>
        </thead>
        <tbody>
          {line(all, t('allLevels'), null)}
          {rows.map((row) => line(row, level(row.levelId, 2), row.levelId))}
        </tbody>
      </table>
    </div>
  );
}
