// The first screen while no file is open: open, start, see the sample, go on with a recent one; and why a file was refused.
import { Button } from '@mantine/core';
import { IconFilePlus, IconFolderOpen, IconMap2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import './files.css';
import { CreateForm } from './CreateForm.tsx';
import { RecentFiles } from './RecentFiles.tsx';
import { RefusedFile } from './RefusedFile.tsx';
import { Mark } from '../../frame/Mark.tsx';
import { useDark } from '../../frame/useDark.ts';
import { useCommand, useJob } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { useLanguage, useNumbers, useWords } from '../../words.ts';
import type { FileState } from '../../../shared/contract/files.ts';

interface WayProps { icon: ComponentType<{ size?: number; stroke?: number }>; title: string; text: string; disabled: boolean; onClick: () => void; children?: ReactNode }

function Way({ icon: Icon, title, text, disabled, onClick, children }: WayProps) {
  return (
    <div className="files-way-box">
      <button type="button" className="files-way" disabled={disabled} onClick={onClick}>
        <Icon size={24} stroke={1.5} />
        <span><strong>{title}</strong><span>{text}</span></span>
      </button>
      {children}
    </div>
  );
}

export function FilesScreen({ file }: { file: FileState }) {
  const t = useWords('files');
  const language = useLanguage();
  const { number } = useNumbers();
  const dark = useDark();
  const setReading = useSession((session) => session.setReading);
  const [creating, setCreating] = useState(false);
  const [open, opening] = useCommand('files.open');
  const [create, creatingNow] = useCommand('files.create');
  const sample = useJob('files.sample');
  const busy = opening.busy || creatingNow.busy || sample.running;
  useEffect(() => { document.body.dataset['ready'] = 'true'; }, []);

  return (
    <main className="files">
      <LoadingLine shown={busy} />
      <div className="files-corner">
        <Button variant="subtle" color="gray" onClick={() => setReading({ language: language === 'hi' ? 'en' : 'hi' })}>{t('frame:otherLanguage')}</Button>
        <Button variant="subtle" color="gray" onClick={() => setReading({ theme: dark ? 'light' : 'dark' })}>{t(dark ? 'frame:goLight' : 'frame:goDark')}</Button>
      </div>
      <div className="files-page">
        <header className="files-head">
          <span className="files-mark"><Mark size={40} /></span>
          <div>
            <h1>{t('frame:appName')}</h1>
            <p>{t('welcome')}</p>
          </div>
        </header>
        {file.refused ? <RefusedFile refused={file.refused} onOpen={() => void open({})} /> : null}
        <div className="files-ways">
          <Way icon={IconFolderOpen} title={t('open')} text={t('openText')} disabled={busy} onClick={() => void open({})} />
          <Way icon={IconFilePlus} title={t('create')} text={t('createText')} disabled={busy} onClick={() => setCreating(!creating)}>
            {creating ? <CreateForm busy={creatingNow.busy} onCreate={(names) => void create(names)} onCancel={() => setCreating(false)} /> : null}
          </Way>
          <Way icon={IconMap2} title={t('sample')} text={sample.progress ? `${t('jobs:sample')}: ${number(sample.progress.done)} / ${number(sample.progress.total)}` : t('sampleText')} disabled={busy} onClick={() => void sample.run({})} />
        </div>
        <RecentFiles recent={file.recent} busy={busy} />
        <footer className="files-foot">{t('intro')} · {t('version', { version: file.version })}</footer>
      </div>
    </main>
  );
}
