// The third step: what would be added, what is there already, and which rows are left out and why.
import { Button } from '@mantine/core';
import { BadRows } from './BadRows.tsx';
import { Steps } from './Steps.tsx';
import { useLevelName } from '../../frame/levels.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { ImportPreview } from '../../../shared/model/importing.ts';

export const unitsToAdd = (preview: ImportPreview): number => preview.countsPerLevel.reduce((sum, { add }) => sum + add, 0);

interface Props {
  preview: ImportPreview;
  /** Name of the unit imported under. */
  under: string;
  busy: boolean;
  onBack: () => void;
  onApply: () => void;
}

export function PreviewStep({ preview, under, busy, onBack, onApply }: Props) {
  const t = useWords('importing');
  const level = useLevelName();
  const { exact } = useNumbers();
  const toAdd = unitsToAdd(preview);
  const { badRows, matched, totalsSkipped, headsSkipped, duplicates } = preview;
  const skipped = totalsSkipped + headsSkipped + duplicates > 0;
  return (
    <>
      <Steps step="preview">
        <Button variant="default" onClick={onBack}>{t('preview.back')}</Button>
        <Button disabled={toAdd === 0} loading={busy} onClick={onApply}>{t(badRows.length > 0 ? 'preview.applyWithout' : 'preview.apply', { count: toAdd })}</Button>
      </Steps>
      <div className="import-preview">
        <Panel>
          <p className="import-sum">
            <strong>{toAdd > 0 ? t('preview.willAdd', { count: toAdd, name: under }) : t(matched > 0 ? 'preview.nothingNew' : 'preview.nothingRead')}</strong>
            <span data-bad={badRows.length > 0 || undefined}>{badRows.length > 0 ? t('preview.leftOut', { count: badRows.length }) : t('preview.allGood')}</span>
            <span>{t('preview.read', { count: preview.rowsRead })} {skipped ? t('preview.skipped', { totals: totalsSkipped, heads: headsSkipped, duplicates }) : ''}</span>
          </p>
        </Panel>
        <div className="import-tables" data-good={badRows.length === 0 || undefined}>
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
          {badRows.length > 0 ? <BadRows rows={badRows} /> : null}
        </div>
      </div>
    </>
  );
}
