// What an apportionment would do: the sums at every level, and each unit directly below before and after.
import { IconCheck, IconLock } from '@tabler/icons-react';
import { useLevelName } from '../../frame/levels.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { ApportionPreview, BoardRow } from '../../../shared/model/target.ts';
import './apportion.css';

/** Lines drawn; a district has fewer, a state with all its wards may have more. */
const mostLines = 300;

interface Props {
  preview: ApportionPreview;
  unit: BoardRow;
  byNorm: boolean;
  isShare: boolean;
  norm: number;
  /** A newer answer is on its way. */
  waiting: boolean;
}

export function ApportionPreviewList({ preview, unit, byNorm, isShare, norm, waiting }: Props) {
  const t = useWords('targets');
  const named = useNamed();
  const level = useLevelName();
  const { exact, percent } = useNumbers();
  const read = isShare ? percent : exact;
  const largest = Math.max(1, ...preview.lines.map(({ after, before }) => Math.max(after, before ?? 0)));
  const lockedHere = preview.lines.filter(({ locked }) => locked).length;
  const short = byNorm && unit.own !== null ? unit.own - preview.total : 0;
  return (
    <div className="preview" data-waiting={waiting || undefined} aria-live="polite" aria-busy={waiting}>
      {byNorm ? (
        <p className="preview-say">
          {t('normSays', { booths: unit.booths, norm, total: preview.total })}
          {short !== 0 ? <strong className={short > 0 ? 'short' : 'over'}> {t(short > 0 ? 'normShort' : 'normOver', { own: unit.own, size: exact(Math.abs(short)) })}</strong> : null}
        </p>
      ) : null}
      {preview.exact ? <p className="preview-say agrees"><IconCheck size={16} aria-hidden="true" />{t('exact', { total: preview.total })}</p> : null}
      {preview.locked > 0 ? <p className="preview-say"><IconLock size={14} aria-hidden="true" />{t('lockedStay', { count: preview.locked })}</p> : null}
      <table className="preview-table">
        <caption className="unseen">{t('sumsCaption')}</caption>
        <thead>
          <tr><th scope="col">{t('levelHead')}</th><th scope="col" className="figures">{t('unitsHead')}</th><th scope="col" className="figures">{isShare ? '' : t('sumHead')}</th><th scope="col" className="figures">{t('leastMost')}</th></tr>
        </thead>
        <tbody>
          {preview.levels.map(({ levelId, units, sum, least, most }) => (
            <tr key={levelId}>
              <th scope="row">{level(levelId, units)}</th>
              <td className="figures">{exact(units)}</td>
              <td className="figures">{isShare ? '' : exact(sum)}</td>
              <td className="figures">{least === most ? read(least) : `${read(least)} – ${read(most)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="preview-table preview-lines">
        <caption className="unseen">{t('linesCaption', { name: named(unit) })}</caption>
        <thead>
          <tr><th scope="col">{t('column.name')}</th><th scope="col" className="figures">{t('before')}</th><th scope="col" className="figures">{t('after')}</th></tr>
        </thead>
        <tbody>
          {preview.lines.slice(0, mostLines).map((line) => (
            <tr key={line.unitId} data-locked={line.locked || undefined}>
              <th scope="row">
                <span className="preview-name">{line.locked ? <IconLock size={12} role="img" aria-label={t('locked')} /> : null}{named(line)}</span>
                <span className="preview-bar" aria-hidden="true"><i style={{ width: `${(line.after / largest) * 100}%` }} /></span>
              </th>
              <td className="figures dim">{read(line.before)}</td>
              <td className="figures" data-changes={line.before !== line.after || undefined}>{read(line.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.lines.length > mostLines ? <p className="dim">{t('moreLines', { count: preview.lines.length - mostLines })}</p> : null}
      {lockedHere < preview.locked ? <p className="dim">{t('lockedDeeper', { count: preview.locked - lockedHere })}</p> : null}
    </div>
  );
}
