// What a mapping sheet would do: how many booths, which rows cannot be used, and the new numbers.
import { useNamed, useWords } from '../../words.ts';
import type { RenumberPreview } from '../../../shared/model/reorganisation.ts';

const counted = ['renumbered', 'split', 'merged', 'same'] as const;

export function RenumberPane({ preview }: { preview: RenumberPreview }) {
  const t = useWords('reorganisation');
  const named = useNamed();
  return (
    <>
      <h2>{preview.fileName} <span className="reorg-dim">{t('renumber.ofSeats', { count: preview.seats, rows: preview.rows })}</span></h2>
      {preview.blocking > 0 ? <p className="reorg-refusal" role="alert">{t('renumber.blocking', { count: preview.blocking })}</p> : null}
      <ul className="reorg-rules">{counted.filter((kind) => preview[kind] > 0).map((kind) => <li key={kind}>{t(`renumber.counts.${kind}`, { count: preview[kind] })}</li>)}</ul>
      {preview.problems.length > 0 ? (
        <table className="grid reorg-table">
          <caption>{t('renumber.problemsHead')} {preview.problemCount > preview.problems.length ? <span className="reorg-dim">{t('renumber.firstProblems', { count: preview.problems.length, total: preview.problemCount })}</span> : null}</caption>
          <thead><tr><th scope="col" className="figures">{t('renumber.row')}</th><th scope="col" className="figures">{t('renumber.seat')}</th><th scope="col">{t('renumber.old')}</th><th scope="col">{t('renumber.new')}</th><th scope="col">{t('renumber.problem')}</th></tr></thead>
          <tbody>
            {preview.problems.map((problem, at) => (
              <tr key={at}>
                <td className="figures">{problem.rowNumber ?? ''}</td><td className="figures">{problem.seat ?? ''}</td><td>{problem.old}</td><td>{problem.new}</td>
                <td><span className="reorg-role" data-role={problem.blocks ? 'merged' : undefined}>{t(problem.blocks ? 'renumber.stops' : 'renumber.note')}</span> {t(`renumber.problems.${problem.code}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {preview.lines.length > 0 ? (
        <table className="grid reorg-table">
          <caption>{t('renumber.linesHead')}</caption>
          <thead><tr><th scope="col" className="figures">{t('renumber.seat')}</th><th scope="col">{t('renumber.booth')}</th><th scope="col">{t('renumber.old')}</th><th scope="col">{t('renumber.new')}</th><th scope="col" /></tr></thead>
          <tbody>
            {preview.lines.map((line) => (
              <tr key={`${line.seat} ${line.old}`}>
                <td className="figures">{line.seat}</td><td>{named(line)}</td><td>{line.old}</td><td><strong>{line.new}</strong></td>
                <td>{line.kind === 'split' || line.kind === 'merged' ? t(`renumber.lines.${line.kind}`) : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
