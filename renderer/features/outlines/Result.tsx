// What would be kept of a file, and the areas nobody was found for, before anything is done.
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { OutlinePreview } from '../../../shared/model/outline.ts';

export function Result({ preview, busy, onBack, onApply }: { preview: OutlinePreview; busy: boolean; onBack: () => void; onApply: () => void }) {
  const t = useWords('outlines');
  const { exact } = useNumbers();
  const { matched, replaced, without, unmatched, unmatchedCount } = preview;
  const copy = () => {
    const rows = unmatched.map(({ number, code, name, cause }) => [number, code, name, t(`causes.${cause}`)]);
    if (copyText(asTabbed([[t('number'), t('code'), t('name'), t('cause')], ...rows]))) showNotice(t('importing:preview.copied', { count: rows.length }));
  };
  return (
    <>
      <Panel>
        <div className="outlines-form">
          <ul className="outlines-sum">
            <li><b>{t('matched', { count: matched })}</b></li>
            {replaced > 0 ? <li>{t('replaced', { count: replaced })}</li> : null}
            {without > 0 ? <li>{t('without', { count: without })}</li> : null}
            {unmatchedCount === 0 ? <li>{t('allMatched')}</li> : null}
          </ul>
          <div className="outlines-acts">
            <Button variant="default" onClick={onBack}>{t('back')}</Button>
            <Button disabled={matched === 0} loading={busy} onClick={onApply}>{t('apply', { count: matched })}</Button>
          </div>
        </div>
      </Panel>
      {unmatchedCount > 0 ? (
        <Panel title={`${t('unmatched')} · ${exact(unmatchedCount)}`} flush aside={<Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={15} />} onClick={copy}>{t('importing:preview.copy')}</Button>}>
          <div className="outlines-unmatched" tabIndex={0} role="group" aria-label={t('unmatched')}>
            <table className="grid">
              <thead><tr><th scope="col" className="figures">{t('number')}</th><th scope="col">{t('code')}</th><th scope="col">{t('name')}</th><th scope="col">{t('cause')}</th></tr></thead>
              <tbody>{unmatched.slice(0, 500).map(({ number, code, name, cause }) => <tr key={number}><td className="figures">{exact(number)}</td><td>{code}</td><td>{name}</td><td>{t(`causes.${cause}`)}</td></tr>)}</tbody>
            </table>
          </div>
        </Panel>
      ) : null}
    </>
  );
}
