// What the file is called, how sheets name party and office, and the day it is looked at from.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useWords } from '../../words.ts';
import type { Workspace } from '../../../shared/contract/files.ts';

export function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const t = useWords('settings');
  const [save, { busy }] = useCommand('workspace.set');
  const [fields, setFields] = useState({
    nameEn: workspace.nameEn, nameHi: workspace.nameHi, party: workspace.party, partyHi: workspace.partyHi, asOfDay: workspace.asOfDay,
  });
  const text = (key: 'nameEn' | 'nameHi' | 'party' | 'partyHi', language: string) => ({
    label: t(key), value: fields[key], maxLength: 200, lang: language,
    onChange: (event: { currentTarget: { value: string } }) => setFields({ ...fields, [key]: event.currentTarget.value }),
  });
  const missing = fields.nameEn.trim() === '';
  const unchanged = (Object.keys(fields) as (keyof typeof fields)[]).every((key) => fields[key] === workspace[key]);
  return (
    <Panel title={t('workspace')}>
      <form onSubmit={(event) => { event.preventDefault(); if (!missing) void save(fields, { undoToast: true }); }}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput {...text('nameEn', 'en')} error={missing ? t('needed') : undefined} />
            <TextInput {...text('nameHi', 'hi')} />
          </Group>
          <TextInput {...text('party', 'en')} />
          <TextInput {...text('partyHi', 'hi')} />
          <DayField label={t('asOfDay')} description={t('asOfHint')} clearable value={fields.asOfDay} onChange={(asOfDay) => setFields({ ...fields, asOfDay })} />
          <Group justify="flex-end"><Button type="submit" loading={busy} disabled={missing || unchanged}>{t('save')}</Button></Group>
        </Stack>
      </form>
    </Panel>
  );
}
