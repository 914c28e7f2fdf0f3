// How the app reads at this laptop, what the file is called, and its backups.
import './settings.css';
import { FilePanel } from './FilePanel.tsx';
import { ReadingPanel } from './ReadingPanel.tsx';
import { WorkspaceForm } from './WorkspaceForm.tsx';
import { useWorkspace } from '../../hooks.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useWords } from '../../words.ts';

export default function SettingsScreen() {
  const t = useWords('settings');
  const workspace = useWorkspace();
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} />
      <div className="screen-body">
        <div className="settings">
          <ReadingPanel />
          <FilePanel />
          {/* A new form when the record changes, by undo for instance: what was typed into the old one is not meant for it. */}
          {workspace ? <WorkspaceForm key={JSON.stringify(workspace)} workspace={workspace} /> : null}
        </div>
      </div>
    </div>
  );
}
