// How many units of each level the sheet brings, and how many are there already.
import { useLevelName } from '../../frame/levels.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { ImportPreview } from '../../../shared/model/importing.ts';

export function LevelCounts({ preview }: { preview: ImportPreview }) {
  const t = useWords('importing');
  const level = useLevelName();
  const { exact } = useNumbers();
  return (
    <Panel title={t('preview.perLevel')} flush>
      <table className="grid import-levels">
        <thead>
          <tr><th scope="col">{t('preview.level')}</th><th scope="col" className="figures">{t('preview.add')}</th><th scope="col" className="figures">{t('preview.existing')}</th></tr>
        </thead>
        <tbody>
          {preview.countsPerLevel.map(({ levelId, add, existing }) => (
            <tr key={levelId}><td>{level(levelId, 2)}</td><td className="figures">{exact(add)}</td><td className="figures">{exact(existing)}</td></tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
