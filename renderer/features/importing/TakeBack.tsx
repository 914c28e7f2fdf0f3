// Taking an earlier import back, seen before it is done: how many units go, which stay and why.
import { Button, Modal } from '@mantine/core';
import { dayOfMoment } from './moments.ts';
import { StayingUnits } from './StayingUnits.tsx';
import { Working } from './Working.tsx';
import { useJob } from '../../hooks.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { EarlierImport, TakeBackPreview } from '../../../shared/model/takeBack.ts';

export function TakeBack({ about, preview, onClose }: { about: EarlierImport; preview: TakeBackPreview; onClose: () => void }) {
  const t = useWords('importing');
  const { day } = useNumbers();
  const takeBack = useJob('imports.takeBack');
  const { goes, stays, gone } = preview;
  const onApply = async () => {
    const done = await takeBack.run({ seq: about.seq }, { undoToast: true });
    if (done) onClose();
  };
  return (
    <>
      <Modal opened={!takeBack.running} onClose={onClose} title={t('earlier.heading', { name: about.fileName })} size={720} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <div className="import-back">
          <p>{t('earlier.note', { day: day(dayOfMoment(about.at)) })}</p>
          <p><strong>{goes > 0 ? t('earlier.goes', { count: goes }) : t('earlier.goesNone')}</strong></p>
          {stays > 0 ? <p>{t('earlier.stays', { count: stays })}</p> : null}
          {gone > 0 ? <p>{t('earlier.gone', { count: gone })}</p> : null}
          {stays > 0 ? <StayingUnits preview={preview} /> : null}
          <div className="import-back-foot">
            <span>{goes > 0 ? t('earlier.undoable') : ''}</span>
            <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
            <Button disabled={goes === 0} onClick={() => void onApply()} data-autofocus>{t('earlier.apply', { count: goes })}</Button>
          </div>
        </div>
      </Modal>
      <Working title={t('earlier.removing')} job={takeBack} />
    </>
  );
}
