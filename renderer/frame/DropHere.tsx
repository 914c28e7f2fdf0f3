// Takes files dragged anywhere onto what it holds, and shows that it will.
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useCommand } from '../hooks.ts';
import { showNotice } from '../toasts.tsx';
import { useWords } from '../words.ts';
import type { ChosenFile } from '../../shared/contract/sheets.ts';

/** The bytes travel through the bridge, so larger files take the way by the button. */
const mostMegabytes = 60;

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^data:[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')));
    reader.readAsDataURL(file);
  });
}

export function DropHere({ onFiles, children }: { onFiles: (files: ChosenFile[]) => void; children: ReactNode }) {
  const t = useWords('common');
  const [over, setOver] = useState(false);
  const [drop] = useCommand('exchange.drop');
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  const take = async (files: File[]) => {
    if (files.length === 0) return;
    if (files.reduce((sum, { size }) => sum + size, 0) > mostMegabytes * 1_000_000) {
      showNotice(t('drop.tooLarge', { limit: mostMegabytes }));
      return;
    }
    // A folder has no bytes to read: it is passed over.
    const read = await Promise.all(files.slice(0, 500).map((file) => base64Of(file).then((base64) => ({ name: file.name, base64 }), () => null)));
    const taken = read.filter((file) => file !== null);
    const found = taken.length > 0 ? await drop({ files: taken }) : undefined;
    if (found) onFiles(found);
  };
  return (
    <div
      className="drop-here" data-over={over || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? <div className="drop-over" aria-hidden="true">{t('drop.here')}</div> : null}
    </div>
  );
}
