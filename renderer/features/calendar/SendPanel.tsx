// Sends entries out as iCalendar, for telephones and other calendars: one leader's, one district's, one tour's, or everything.
import { Button, Radio, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconCalendarShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { IcsDone, IcsScope } from '../../../shared/model/calendar.ts';
import type { Language } from '../../../shared/model/common.ts';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useCommand, useJob, useQuery, useScope } from '../../hooks.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useLanguage, useNamed, useWords } from '../../words.ts';

export function SendPanel({ personIds, onClose }: { personIds: readonly string[]; onClose: () => void }) {
  const t = useWords('calendar');
  const named = useNamed();
  const own = useLanguage();
  const { unitId: here } = useScope();
  const [kind, setKind] = useState<IcsScope['kind']>(personIds.length > 0 ? 'person' : 'all');
  const [personId, setPersonId] = useState<string | null>(personIds[0] ?? null);
  const [unitId, setUnitId] = useState<string | null>(here);
  const tours = (useQuery('tours.list', {}).data ?? []).filter(({ onCalendar }) => onCalendar);
  const [chosenTour, setTour] = useState<string | null>(null);
  const tourId = chosenTour ?? tours[0]?.id ?? null;
  const [language, setLanguage] = useState<Language>(own);
  const [done, setDone] = useState<IcsDone | null>(null);
  const [choose, choosing] = useCommand('calendar.chooseIcs');
  const write = useJob('calendar.writeIcs');
  const id = kind === 'person' ? personId : kind === 'tour' ? tourId : unitId;
  const scope: IcsScope | null = kind === 'all' ? { kind } : id === null ? null : { kind, id };
  const send = async () => {
    if (!scope) return;
    const chosen = await choose({ scope, language });
    if (chosen) setDone(await write.run({ token: chosen.token, scope, language }) ?? null);
  };
  return (
    <SidePanel title={t('acts.send')} note={t('send.note')} onClose={onClose} width={380} foot={<Button fullWidth leftSection={<IconCalendarShare size={16} />} disabled={!scope} loading={choosing.busy || write.running} onClick={() => void send()}>{t('send.save')}</Button>}>
      <Stack gap="sm">
        <Radio.Group label={t('send.whose')} value={kind} onChange={(next) => { setDone(null); setKind(next as typeof kind); }}>
          <Stack gap={6} mt={4}>{(['person', 'unit', 'tour', 'all'] as const).map((value) => <Radio key={value} size="sm" value={value} label={t(`send.${value}`)} />)}</Stack>
        </Radio.Group>
        {kind === 'person' ? <PersonPicker label={t('leader')} value={personId} onChange={setPersonId} /> : null}
        {kind === 'unit' ? <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} /> : null}
        {kind === 'tour' ? <Select label={t('send.tour')} placeholder={t('noTours')} allowDeselect={false} value={tourId} onChange={setTour} data={tours.map((tour) => ({ value: tour.id, label: named(tour) }))} /> : null}
        <div>
          <Text size="sm" fw={500} id="send-language">{t('send.language')}</Text>
          <SegmentedControl aria-labelledby="send-language" value={language} onChange={(next) => setLanguage(next as Language)} data={[{ value: 'hi', label: t('send.hi') }, { value: 'en', label: t('send.en') }]} />
        </div>
        {done ? (
          <div className="done-note" role="status">
            <Text size="sm" fw={600}>{t('send.done', { name: done.name })}</Text>
            <Text size="sm">{t('send.counts', { ...done })}</Text>
          </div>
        ) : null}
      </Stack>
    </SidePanel>
  );
}
