// "?": what the keyboard can do here.
import { Modal } from '@mantine/core';
import { acts, keysInWords } from './acts.ts';
import { useActContext } from './useActContext.ts';
import { useSession } from '../store.ts';
import { useWords } from '../words.ts';

export function Shortcuts() {
  const t = useWords('frame');
  const opened = useSession((session) => session.shortcutsOpen);
  const context = useActContext();
  return (
    <Modal opened={opened} onClose={() => useSession.setState({ shortcutsOpen: false })} title={t('shortcuts')} size={460} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <dl className="shortcuts">
        {acts.filter((act) => act.keys && (act.when?.(context) ?? true)).map((act) => (
          <div key={act.id} style={{ display: 'contents' }}>
            <dt>{t(act.labelKey)}</dt>
            <dd><kbd className="key">{keysInWords(act.keys!)}</kbd></dd>
          </div>
        ))}
        <dt>{t('gridKeys')}</dt>
        <dd><kbd className="key">← ↑ → ↓</kbd> <kbd className="key">Enter</kbd> <kbd className="key">Tab</kbd></dd>
      </dl>
    </Modal>
  );
}
