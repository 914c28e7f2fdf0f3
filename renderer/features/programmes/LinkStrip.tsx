// Below the timeline: the links of the row in hand, reached by Tab or L, walked with the arrow keys, changed with Enter, taken away with Delete.
import { IconAlertTriangleFilled, IconArrowLeft, IconArrowRight, IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useCommand, useQuery } from '../../hooks.ts';
import { useNamed, useWords } from '../../words.ts';
import type { DatedKind, LinkRow } from '../../../shared/model/schedule.ts';
import { useLinkWords } from './linkWords.ts';

interface Props {
  /** The row in hand; null: none. */
  row: { kind: DatedKind; id: string; name: string } | null;
  stripRef: RefObject<HTMLDivElement | null>;
  /** The link under the keyboard or the pointer: shown on the timeline. */
  onPick: (linkId: string | null) => void;
  /** Null for a new one. */
  onEdit: (link: LinkRow | null) => void;
  /** To what stands at a link's other end. */
  onGo: (kind: DatedKind, id: string) => void;
  /** Back to the timeline. */
  onLeave: () => void;
}

export function LinkStrip({ row, stripRef, onPick, onEdit, onGo, onLeave }: Props) {
  const t = useWords('programmes');
  const named = useNamed();
  const says = useLinkWords();
  const { data } = useQuery('programmes.links', row && { kind: row.kind, id: row.id });
  const [remove] = useCommand('programmes.removeLink');
  const [at, setAt] = useState(0);
  const refocus = useRef(false);
  if (!row) return <div className="tl-links"><span className="tl-links-keys">{t('timelineKeys')}</span></div>;
  const links = data ?? [];
  const canEdit = (link: LinkRow) => link.fromKind === 'programme' || link.toKind === 'programme';
  const place = Math.min(at, Math.max(0, links.length - 1));
  const stops = () => [...(stripRef.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
  const focus = (index: number) => { const all = stops(); all[Math.max(0, Math.min(all.length - 1, index))]?.focus(); };
  const other = (link: LinkRow) => (link.fromKind === row.kind && link.fromId === row.id ? link.to : link.from);

  async function takeAway(link: LinkRow): Promise<void> {
    refocus.current = true;
    await remove({ id: link.id }, { undoToast: true });
    onPick(null);
    if (refocus.current) requestAnimationFrame(() => { if (stops().length > 0) focus(place); else onLeave(); });
  }
  function onKeyDown(event: KeyboardEvent): void {
    const all = stops();
    const now = all.indexOf(document.activeElement as HTMLElement);
    const link = links[now];
    const act = {
      ArrowRight: () => focus(now + 1), ArrowLeft: () => focus(now - 1), Home: () => focus(0), End: () => focus(all.length - 1),
      ArrowUp: onLeave, Escape: onLeave, ArrowDown: () => { if (link) { const to = other(link); onGo(to.kind, to.id); } },
      Delete: () => { if (link) void takeAway(link); }, Backspace: () => { if (link) void takeAway(link); },
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  return (
    <div ref={stripRef} className="tl-links" role="toolbar" aria-label={t('linksOf', { name: row.name })} onKeyDown={onKeyDown} onBlur={() => { refocus.current = false; onPick(null); }} onPointerLeave={() => onPick(null)}>
      <span className="tl-links-name">{data ? t('linksShort', { count: links.length }) : ''}</span>
      {links.map((link, index) => {
        const incoming = link.toKind === row.kind && link.toId === row.id;
        const Arrow = incoming ? IconArrowLeft : IconArrowRight;
        const state = link.broken ? t('linkBroken') : link.slackDays !== null && link.kind !== 'keepsGap' ? t('slack', { count: link.slackDays }) : t('linkHolds');
        return (
          <span key={link.id} className="tl-link" data-broken={link.broken || undefined} onPointerEnter={() => onPick(link.id)}>
            <button
              type="button" data-stop data-link={link.id} tabIndex={index === place ? 0 : -1} aria-keyshortcuts="Enter Delete" title={`${says.whole(link)}\n${state}\n${t('linkKeys')}`}
              onFocus={() => { setAt(index); onPick(link.id); }} onClick={() => { if (canEdit(link)) onEdit(link); }}
            >
              {link.broken ? <IconAlertTriangleFilled size={13} aria-hidden="true" /> : <Arrow size={13} aria-hidden="true" />}
              {incoming || link.kind === 'mustNotOverlap' ? says.after(link, named(other(link))) : t('linkTo', { name: named(other(link)), rule: says.short(link) })}
              <span className="unseen">. {says.whole(link)}. {state}</span>
            </button>
            <button type="button" className="tl-link-away" tabIndex={-1} aria-label={t('removeLink', { link: says.whole(link) })} title={t('takeAway')} onClick={() => void takeAway(link)}><IconX size={12} aria-hidden="true" /></button>
          </span>
        );
      })}
      {row.kind === 'programme' ? <button type="button" data-stop className="tl-link-add" tabIndex={links.length === 0 ? 0 : -1} onClick={() => onEdit(null)}><IconPlus size={13} aria-hidden="true" />{t('addLink')}</button> : null}
    </div>
  );
}
