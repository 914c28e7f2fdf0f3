// Imports that stand: what came from which file and when, how much of it is there, and the way to take one back.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayOfMoment } from './moments.ts';
import { TakeBack } from './TakeBack.tsx';
import { Working } from './Working.tsx';
import { useJob, useQuery } from '../../hooks.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { EarlierImport, TakeBackPreview } from '../../../shared/model/takeBack.ts';

const shown = 50;

export function EarlierImports() {
  const t = useWords('importing');
  const { exact, day } = useNumbers();
  const list = useQuery('imports.list', { limit: shown }, { keep: true }).data;
  const preview = useJob('imports.takeBackPreview');
  const [looked, setLooked] = useState<{ about: EarlierImport; preview: TakeBackPreview } | null>(null);
  if (!list || list.total === 0) return null;

  const onLook = async (about: EarlierImport) => {
    const found = await preview.run({ seq: about.seq });
    if (found) setLooked({ about, preview: found });
  };
  return (
    <div className="import-earlier">
      <Panel title={t('earlier.title')} flush>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('earlier.file')}</th><th scope="col">{t('earlier.day')}</th>
              <th scope="col" className="figures">{t('earlier.added')}</th><th scope="col" className="figures">{t('earlier.there')}</th>
              <th scope="col" aria-label={t('earlier.look')} />
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <tr key={row.seq}>
                <td title={row.fileName}>{row.fileName}</td>
                <td>{day(dayOfMoment(row.at))}</td>
                <td className="figures">{exact(row.added)}</td>
                <td className="figures">{exact(row.there)}</td>
                <td>
                  {row.there === 0 ? t('earlier.nothingLeft') : (
                    <Button variant="subtle" size="compact-sm" aria-label={`${t('earlier.look')}: ${row.fileName}`} onClick={() => void onLook(row)}>{t('earlier.look')}</Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {looked ? <TakeBack about={looked.about} preview={looked.preview} onClose={() => setLooked(null)} /> : null}
      <Working title={t('earlier.looking')} job={preview} />
    </div>
  );
}
