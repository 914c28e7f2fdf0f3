// What the act would do: the units, their targets and progress before and after, and each rule of carrying with its count.
import { useLevelName } from '../../frame/levels.ts';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { Act, ActFigure, ActPreview } from '../../../shared/model/reorganisation.ts';
import { Change } from './Change.tsx';

function Units({ preview }: { preview: ActPreview }) {
  const t = useWords('reorganisation');
  const named = useNamed();
  const level = useLevelName();
  return (
    <table className="grid reorg-table">
      <caption>{t('unitsHead')}</caption>
      <thead>
        <tr><th scope="col">{t('unit')}</th><th scope="col">{t('part')}</th><th scope="col" className="figures">{t('below')}</th><th scope="col" className="figures">{level('booth', 2)}</th><th scope="col" className="figures">{t('electors')}</th></tr>
      </thead>
      <tbody>
        {preview.units.map((unit) => (
          <tr key={`${unit.id} ${unit.role}`}>
            <th scope="row">{named(unit)} <span className="reorg-dim">{level(unit.levelId)}</span></th>
            <td><span className="reorg-role" data-role={unit.role}>{t(`roles.${unit.role}`)}</span></td>
            <td className="figures"><Change before={unit.before?.children} after={unit.after?.children} /></td>
            <td className="figures"><Change before={unit.before?.booths} after={unit.after?.booths} /></td>
            <td className="figures"><Change before={unit.before?.electors} after={unit.after?.electors} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One programme's metric: the units of the act under it. */
function Figures({ figures }: { figures: ActFigure[] }) {
  const t = useWords('reorganisation');
  const named = useNamed();
  const pick = usePick();
  const first = figures[0]!;
  const basis = figures.find((figure) => figure.basis !== null)?.basis ?? null;
  return (
    <table className="grid reorg-table">
      <caption>
        {pick(first.programmeEn, first.programmeHi)} · {pick(first.metricEn, first.metricHi)}
        {basis ? <span className="reorg-dim"> {t(`basis.${basis}`)}</span> : null}
      </caption>
      <thead>
        <tr><th scope="col">{t('unit')}</th><th scope="col" className="figures">{t('ownTarget')}</th><th scope="col" className="figures">{t('sumBelow')}</th><th scope="col" className="figures">{t('achieved')}</th></tr>
      </thead>
      <tbody>
        {figures.map((figure, at) => (
          <tr key={figure.unitId ?? `new ${at}`}>
            <th scope="row">{named(figure)}</th>
            <td className="figures"><Change before={figure.before.own} after={figure.after.own} /></td>
            <td className="figures"><Change before={figure.before.below} after={figure.after.below} /></td>
            <td className="figures"><Change before={figure.before.achieved} after={figure.after.achieved} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PreviewPane({ act, preview }: { act: Act; preview: ActPreview }) {
  const t = useWords('reorganisation');
  const { day } = useNumbers();
  const cells = new Map<string, ActFigure[]>();
  for (const figure of preview.figures) {
    const key = `${figure.programmeEn} ${figure.metricEn}`;
    cells.set(key, [...(cells.get(key) ?? []), figure]);
  }
  return (
    <>
      <h2>{t('previewTitle', { day: day(act.day) })}</h2>
      <Units preview={preview} />
      {[...cells.entries()].map(([key, figures]) => <Figures key={key} figures={figures} />)}
      <h3>{t('carried')}</h3>
      <ul className="reorg-rules">
        {preview.carry.map(({ rule, count }) => <li key={rule}>{t(`carry.${rule}`, { count })}</li>)}
        <li className="reorg-dim">{t(`stays.${act.kind}`)}</li>
        <li className="reorg-dim">{t('staysBefore', { day: act.day })}</li>
      </ul>
    </>
  );
}
