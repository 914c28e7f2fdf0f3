// The roads the user knows: every distance and time beside the estimate, typed, pasted or imported, and what they teach the estimates.
import { Button } from '@mantine/core';
import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useWords } from '../../words.ts';
import { AddRoad } from './AddRoad.tsx';
import { Calibration } from './Calibration.tsx';
import { ImportRoads } from './ImportRoads.tsx';
import { RoadList } from './RoadList.tsx';
import './travel.css';

const shareInWords = (share: number): number => Math.round(share * 100);

export default function TravelScreen() {
  const t = useWords('travel');
  const { params } = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const [pasted, setPasted] = useState('');
  /** A dot of the drawing that was pressed: its road is looked for in the list. */
  const [sought, setSought] = useState('');
  const summary = useQuery('travel.summary', {}, { keep: true });
  const panel = params['panel'];
  const close = () => { setPasted(''); go('travel'); };
  const add = <Button leftSection={<IconPlus size={16} />} onClick={() => go('travel', { panel: 'add' })}>{t('add')}</Button>;
  const bring = <Button variant="default" leftSection={<IconClipboardList size={16} />} onClick={() => go('travel', { panel: 'import' })}>{t('import')}</Button>;
  const note = summary.data ? t('note', { count: summary.data.pairs, percent: shareInWords(summary.data.errors.improved.usual) }) : undefined;
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={note} action={add}>{bring}</ScreenHeader>
      <div className="split">
        <div className="split-main">
          <LoadingLine shown={summary.loading} />
          {summary.error ? <ErrorPanel error={summary.error} onRetry={summary.refresh} /> : null}
          {summary.data ? <RoadList isEmpty={summary.data.pairs === 0} sought={sought} onSought={setSought} empty={bring} onPaste={(text) => { setPasted(text); go('travel', { panel: 'import' }); }} narrow={panel !== undefined} /> : null}
        </div>
        {panel === 'add' ? <AddRoad onClose={close} /> : null}
        {panel === 'import' ? <ImportRoads pasted={pasted} onClose={close} /> : null}
        {panel === undefined && summary.data ? <Calibration summary={summary.data} onSeek={setSought} /> : null}
      </div>
    </div>
  );
}
