// Takes a leader's own calendar (.ics) into the file as busy time: what it would change is shown first.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconCalendarDown, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useCommand, useJob, useQuery } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useWords } from '../../words.ts';

const counts = ['added', 'changed', 'same', 'cancelled', 'older', 'free', 'outside'] as const;

export function OwnCalendarPanel({ personIds, onClose }: { personIds: readonly string[]; onClose: () => void }) {
  const t = useWords('calendar');
  const [personId, setPersonId] = useState<string | null>(personIds[0] ?? null);
  const [file, setFile] = useState<{ token: string; name: string } | null>(null);
  const [keepTitles, setKeepTitles] = useState(false);
  const [removeMissing, setRemoveMissing] = useState(false);
  const [choose, choosing] = useCommand('calendar.chooseBusy');
  const take = useJob('calendar.takeBusy');
  const [remove] = useCommand('calendar.removeBusy');
  const input = file && personId ? { token: file.token, personId, keepTitles, removeMissing } : null;
  const preview = useQuery('calendar.previewBusy', input);
  const { data } = preview;
  const takeIt = async () => {
    if (input && await take.run(input, { undoToast: true })) setFile(null);
  };
  return (
    <SidePanel
      title={t('acts.own')} note={t('own.note')} onClose={onClose} width={400}
      foot={<Button fullWidth leftSection={<IconCalendarDown size={16} />} disabled={!data} loading={take.running} onClick={() => void takeIt()}>{t('own.take')}</Button>}
    >
      <Stack gap="sm">
        <PersonPicker label={t('leader')} value={personId} onChange={setPersonId} />
        <Group gap="xs">
          <Button variant="default" loading={choosing.busy} onClick={() => void choose({}).then((chosen) => { if (chosen) setFile(chosen); })}>{t('own.choose')}</Button>
          {file ? <Text size="sm">{file.name}</Text> : null}
        </Group>
        <Checkbox size="sm" label={t('own.keepTitles')} description={t('own.keepTitlesHelp')} checked={keepTitles} onChange={(event) => setKeepTitles(event.currentTarget.checked)} />
        <LoadingLine shown={preview.loading} />
        {preview.error && input ? <ErrorPanel error={preview.error} onRetry={preview.refresh} /> : null}
        {data ? (
          <div className="done-note">
            <Text size="sm" fw={600}>{t('own.found', { events: data.events, times: data.times, fromDay: data.fromDay, toDay: data.toDay })}</Text>
            <ul>{counts.filter((key) => data[key] > 0).map((key) => <li key={key}>{t(`own.${key}`, { count: data[key] })}</li>)}</ul>
            {data.clashes > 0 ? <Text size="sm" c="var(--critical)">{t('own.clashes', { count: data.clashes })}</Text> : null}
            {data.missing > 0 || removeMissing ? <Checkbox size="sm" mt={6} label={t('own.removeMissing', { count: data.missing })} checked={removeMissing} onChange={(event) => setRemoveMissing(event.currentTarget.checked)} /> : null}
            {data.badTotal > 0 ? (
              <>
                <Text size="sm" fw={600} mt={8}>{t('own.bad', { count: data.badTotal })}</Text>
                <ul>{data.bad.map((line, at) => <li key={`${line.line} ${at}`}>{t('own.badLine', { line: line.line })}: {t(`own.cause.${line.code}`)}{line.text === '' ? '' : ` (${line.text})`}</li>)}</ul>
              </>
            ) : null}
          </div>
        ) : null}
        {personId ? <Button variant="subtle" color="gray" leftSection={<IconTrash size={15} />} onClick={() => void remove({ personId }, { undoToast: true })}>{t('own.remove')}</Button> : null}
      </Stack>
    </SidePanel>
  );
}
