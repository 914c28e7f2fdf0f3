// What a programme hangs on and what hangs on it: added, changed and taken away in words.
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useQuery } from '../../hooks.ts';
import { useWords } from '../../words.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import { LinkForm } from './LinkForm.tsx';
import { useLinkWords } from './linkWords.ts';

/** `edit`: a link that is to be changed (null in it: a new one), each time it is another object. */
export function LinksEditor({ programme, edit }: { programme: Programme; edit: { linkId: string | null } | null }) {
  const t = useWords('programmes');
  const says = useLinkWords();
  const { data: links } = useQuery('programmes.links', { kind: 'programme', id: programme.id });
  const [remove] = useCommand('programmes.removeLink');
  /** The link in hand; `new` for one that is not there yet. */
  const [editing, setEditing] = useState<string | null>(edit === null ? null : edit.linkId ?? 'new');
  const [wished, setWished] = useState(edit);
  if (wished !== edit) {
    setWished(edit);
    if (edit) setEditing(edit.linkId ?? 'new');
  }
  if (!links) return null;
  return (
    <div className="links">
      {links.length === 0 && editing !== 'new' ? <p className="dim">{t('noLinks')}</p> : null}
      <ul>
        {links.map((link) => (editing === link.id
          ? <li key={link.id} className="link-edit"><LinkForm programme={programme} link={link} onDone={() => setEditing(null)} /></li>
          : (
            <li key={link.id} data-broken={link.broken || undefined}>
              <span>
                {says.whole(link)}
                <small>
                  {link.broken ? <><IconAlertTriangleFilled size={12} aria-hidden="true" /> {t('linkBroken')}</> : link.slackDays !== null && link.kind !== 'keepsGap' ? t('slack', { count: link.slackDays }) : t('linkHolds')}
                  {link.note ? ` · ${link.note}` : ''}
                </small>
              </span>
              <ActionIcon variant="subtle" color="gray" aria-label={t('editLink', { link: says.whole(link) })} title={t('edit')} onClick={() => setEditing(link.id)}><IconPencil size={15} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" aria-label={t('removeLink', { link: says.whole(link) })} title={t('takeAway')} onClick={() => void remove({ id: link.id }, { undoToast: true })}><IconTrash size={15} /></ActionIcon>
            </li>
          )))}
      </ul>
      {editing === 'new'
        ? <LinkForm programme={programme} link={null} onDone={() => setEditing(null)} />
        : <Button variant="light" size="compact-md" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setEditing('new')}>{t('addLink')}</Button>}
    </div>
  );
}
