// Filled sheets that come back: many files at once, each looked at, each booked in one step.
import { ActionIcon, Button } from '@mantine/core';
import { IconTransferIn, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { DropHere } from '../../frame/DropHere.tsx';
import { useCommand, useQuery, useToday } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { FileStart } from '../../ui/FileStart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import './returns.css';
import { ReturnSheet } from './ReturnSheet.tsx';
import { toBook, useReturns } from './useReturns.ts';
import type { Returned } from './useReturns.ts';

export default function ReturnsScreen() {
  const t = useWords('returns');
  const today = useToday();
  const [day, setDay] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [choose, choosing] = useCommand('exchange.choose');
  const { files, booking, add, remove, leaveOut, book } = useReturns(day ?? (today || null));
  const file = files.find(({ token }) => token === chosen) ?? files[0];
  const all = files.reduce((sum, one) => sum + toBook(one), 0);
  const onChoose = async () => add((await choose({})) ?? []);
  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')} note={t('note')}
        action={files.length > 0 ? <Button disabled={all === 0} loading={booking} onClick={() => void book(files.map(({ token }) => token))}>{t('bookAll', { count: all })}</Button> : undefined}
      >
        {files.length > 0 ? <Button variant="default" loading={choosing.busy} onClick={() => void onChoose()}>{t('more')}</Button> : null}
      </ScreenHeader>
      <DropHere onFiles={add}>
        {file ? (
          <div className="split">
            <div className="return-files">
              <DayField label={t('day')} value={day ?? (today || null)} onChange={setDay} maxDay={today || undefined} />
              <ul aria-label={t('files')}>
                {files.map((one) => <FileLine key={one.token} file={one} current={one === file} onChoose={() => setChosen(one.token)} onRemove={() => remove(one.token)} />)}
              </ul>
            </div>
            <ReturnSheet key={file.token} file={file} busy={booking} onBook={() => void book([file.token])} onLeaveOut={(unitId, out) => leaveOut(file.token, unitId, out)} />
          </div>
        ) : (
          <FileStart icon={IconTransferIn} title={t('empty')} text={t('emptyText')} action={<Button loading={choosing.busy} data-autofocus onClick={() => void onChoose()}>{t('choose')}</Button>}>
            <Earlier />
          </FileStart>
        )}
      </DropHere>
    </div>
  );
}

function FileLine({ file, current, onChoose, onRemove }: { file: Returned; current: boolean; onChoose: () => void; onRemove: () => void }) {
  const t = useWords('returns');
  const count = toBook(file);
  const state = file.error ? t('states.refused') : file.booked !== null ? t('states.done', { count: file.booked }) : !file.preview ? t('states.reading')
    : file.preview.bookedDay !== null ? t('states.bookedBefore') : count === 0 ? t('states.nothing') : t('states.ready', { count });
  return (
    <li data-bad={file.error !== null || undefined} data-done={file.booked !== null || undefined}>
      <button type="button" aria-current={current ? 'true' : undefined} onClick={onChoose}><strong>{file.name}</strong><small>{state}</small></button>
      <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('remove', { name: file.name })} onClick={onRemove}><IconX size={15} /></ActionIcon>
    </li>
  );
}

function Earlier() {
  const t = useWords('returns');
  const pick = usePick();
  const { day } = useNumbers();
  const earlier = useQuery('returns.list', {}).data ?? [];
  if (earlier.length === 0) return null;
  return (
    <Panel title={t('earlier')} flush>
      <ul className="return-earlier">
        {earlier.map((sheet) => <li key={sheet.id}><span>{day(sheet.receivedDay)}</span><strong>{pick(sheet.unitEn, sheet.unitHi)}</strong><span>{pick(sheet.programmeEn, sheet.programmeHi)} · {pick(sheet.metricEn, sheet.metricHi)}</span><span>{t('earlierLine', { count: sheet.figures })}</span><span className="dim">{sheet.fileName}</span></li>)}
      </ul>
    </Panel>
  );
}
