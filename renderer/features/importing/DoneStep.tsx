// The last step: what was added, the way to see it, and the way to take it back.
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { Steps } from './Steps.tsx';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { undo } from '../../toasts.tsx';
import { useWords } from '../../words.ts';
import type { ImportDone } from '../../../shared/model/importing.ts';

interface Props {
  done: ImportDone;
  leftOut: number;
  rootId: string;
  under: string;
  onMore: () => void;
}

export function DoneStep({ done, leftOut, rootId, under, onMore }: Props) {
  const t = useWords('importing');
  const go = useSession((session) => session.go);
  const setScope = useSession((session) => session.setScope);
  const [takenBack, setTakenBack] = useState(false);
  const step = useQuery('history.state', {}).data?.undo;
  const changed = done.renamed + done.moved + done.detailed + done.closed > 0;
  // Once anything else was done, an undo here would take back that instead.
  const isNewest = done.grouped > 0 ? step?.summary.key === 'exchange.groups' && step.summary.detail['count'] === done.grouped : (changed ? step?.summary.key === 'exchange.update' && step.summary.detail['added'] === done.added : step?.summary.key === 'exchange.apply' && step.summary.detail['count'] === done.added);
  const takeBack = async () => {
    await undo();
    setTakenBack(true);
  };
  const show = () => {
    if (done.grouped > 0) return go('groups');
    setScope(rootId);
    go('organisation');
  };
  return (
    <>
      <Steps step="done" />
      <div className="file-start">
        <IconCircleCheck size={40} stroke={1.3} aria-hidden="true" />
        <h2 role="status">{takenBack ? t('done.undone') : done.grouped > 0 ? t('groups.done', { count: done.grouped }) : done.added > 0 ? t('done.added', { count: done.added, name: under }) : t('done.changedOnly')}</h2>
        {changed && !takenBack ? <p>{t('done.changed', { ...done })}</p> : null}
        {leftOut > 0 && !takenBack ? <p>{t('done.leftOut', { count: leftOut })}</p> : null}
        <div className="import-ends">
          {takenBack ? null : <Button leftSection={<IconSitemap size={17} />} onClick={show}>{t(done.grouped > 0 ? 'groups.show' : 'done.show')}</Button>}
          {!takenBack && isNewest ? <Button variant="default" leftSection={<IconArrowBackUp size={17} />} onClick={() => void takeBack()}>{t('done.undo')}</Button> : null}
          <Button variant="default" onClick={onMore}>{t('done.more')}</Button>
        </div>
      </div>
    </>
  );
}
