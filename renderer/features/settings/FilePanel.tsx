// Which file is open, its backups, and the version of the app.
import { Button, Group } from '@mantine/core';
import { useCommand } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { showNotice } from '../../toasts.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useNumbers, useWords } from '../../words.ts';

export function FilePanel() {
  const t = useWords('settings');
  const { day } = useNumbers();
  const file = useSession((session) => session.file);
  const [backUp, { busy }] = useCommand('files.backup');
  const [close] = useCommand('files.close');
  if (!file?.open) return null;
  const { name, folder, lastBackupAt } = file.open;
  const backUpNow = async () => {
    const made = await backUp({});
    if (made) showNotice(t('frame:backedUp', { name: made.name }));
  };
  return (
    <Panel title={t('file')}>
      <dl className="settings-facts">
        <dt>{t('fileName')}</dt><dd>{name}</dd>
        <dt>{t('folder')}</dt><dd>{folder}</dd>
        <dt>{t('lastBackup')}</dt><dd>{lastBackupAt ? day(lastBackupAt.slice(0, 10)) : t('never')}</dd>
        <dt>{t('version')}</dt><dd>{t('versionIs', { version: file.version, shell: file.shell })}</dd>
      </dl>
      <Group gap="xs" mt="sm">
        <Button variant="light" loading={busy} onClick={() => void backUpNow()}>{t('backUp')}</Button>
        <Button variant="default" onClick={() => void close({})}>{t('close')}</Button>
      </Group>
    </Panel>
  );
}
