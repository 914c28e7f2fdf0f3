// Fills a tour's free time: proposed day by day, looked through, lines left out, applied as one step.
import { Button, Group, Modal } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useCommand, useJob, useRemembered } from '../../../hooks.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useNumbers, useWords } from '../../../words.ts';
import type { FillProposal } from '../../../../shared/model/road.ts';
import type { TourDetail } from '../../../../shared/model/tour.ts';
import { ChoiceFields } from './ChoiceFields.tsx';
import { FillDays } from './FillDays.tsx';
import './roadside.css';
import { useRoadsideChoice } from './useRoadsideChoice.ts';

interface Props {
  tour: TourDetail;
  /** Only this day; otherwise all that are ahead. */
  day?: string;
  onClose: () => void;
}

export function FillDialog({ tour, day, onClose }: Props) {
  const t = useWords('roadside');
  const { duration, number, dayWords } = useNumbers();
  const choice = useRoadsideChoice();
  const [minutes, setMinutes] = useRemembered('roadside.minutes', tour.rules.wantedMinutes);
  const [proposal, setProposal] = useState<FillProposal | null>(null);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const fill = useJob('road.fill');
  const [apply, { busy }] = useCommand('road.applyFill');
  async function propose(): Promise<void> {
    const answer = await fill.run({ tourId: tour.id, levelId: choice.levelId, corridorKm: choice.corridorKm, meetingMinutes: minutes, days: day === undefined ? null : [day] });
    if (answer) { setProposal(answer); setOut(new Set()); }
  }
  // Opening it is asking: with the level, width and length of the last time.
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void propose();
  });
  const added = (proposal?.days ?? []).flatMap((one) => one.added.filter((unit) => !out.has(unit.unitId)).map((unit) => ({ unitId: unit.unitId, personId: one.personId, day: one.day, begin: unit.begin, minutes: unit.minutes, worth: unit.worth })));
  async function onApply(): Promise<void> {
    const wanted = new Set(added.map((one) => `${one.day} ${one.personId}`));
    const later = (proposal?.days ?? []).filter((one) => wanted.has(`${one.day} ${one.personId}`)).flatMap((one) => one.later.map(({ stopId, begin }) => ({ stopId, begin })));
    if (await apply({ tourId: tour.id, added, later }, { undoToast: true })) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={day === undefined ? t('fill') : t('fillDay', { day: dayWords(day) })} size="min(1040px, 94vw)" closeButtonProps={{ 'aria-label': t('common:close') }} classNames={{ body: 'roadside-body' }}>
      <div className="roadside-bar">
        <ChoiceFields choice={choice} />
        <NumberField label={t('minutes')} w={150} min={10} max={720} value={minutes} onChange={(value) => { if (value !== null) setMinutes(value); }} />
        <Button variant={proposal ? 'default' : 'filled'} loading={fill.running} leftSection={<IconSparkles size={16} aria-hidden="true" />} onClick={() => void propose()}>{t(proposal ? 'proposeAgain' : 'propose')}</Button>
      </div>
      {proposal === null ? <EmptyState text={t(fill.running ? 'proposing' : 'fillText')} compact /> : proposal.days.length === 0 ? <EmptyState text={t('fillNothing', { count: proposal.considered })} compact /> : (
        <>
          <p className="roadside-sum">{t('fillSum', { count: added.length, considered: number(proposal.considered), days: proposal.days.length, duration: duration(Math.round(proposal.extraMinutes)) })}</p>
          <FillDays days={proposal.days} out={out} onOut={setOut} />
        </>
      )}
      <Group justify="flex-end" gap="sm" className="roadside-foot">
        <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button disabled={added.length === 0 || fill.running} loading={busy} onClick={() => void onApply()}>{t('apply', { count: added.length })}</Button>
      </Group>
    </Modal>
  );
}
