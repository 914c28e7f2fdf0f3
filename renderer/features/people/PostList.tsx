// The posts of a person, held, to come and over; given, corrected, ended or taken back in place.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCalendarOff, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { PersonDetail } from '../../../shared/model/person.ts';
import type { Post } from '../../../shared/model/post.ts';
import { standing } from './period.ts';
import { PostFields } from './PostFields.tsx';
import { usePostForm } from './usePostForm.ts';

function Form({ label, ready, busy, onSend, onCancel, children }: { label: string; ready: boolean; busy: boolean; onSend: () => void; onCancel: () => void; children: ReactNode }) {
  const t = useWords('people');
  return (
    <form
      className="form people-form people-inset" aria-label={label} noValidate onSubmit={(event) => { event.preventDefault(); if (ready && !busy) onSend(); }}
      onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); onCancel(); } }}
    >
      {children}
      <div className="form-acts">
        <Button type="submit" loading={busy} disabled={!ready}>{label}</Button>
        <Button variant="default" onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

function PostForm({ person, post, today, onDone }: { person: PersonDetail; post: Post | null; today: string; onDone: () => void }) {
  const t = useWords('people');
  const form = usePostForm(post, { fromDay: today });
  const [ends, setEnds] = useState<string[]>([]);
  const [save, { busy }] = useCommand('posts.save');
  async function send(): Promise<void> {
    if (form.fields && (await save({ id: post?.id ?? null, personId: person.id, fields: form.fields, ends }, { undoToast: true })) !== undefined) onDone();
  }
  return (
    <Form label={t(post ? 'savePost' : 'givePost')} ready={form.fields !== null} busy={busy} onSend={() => void send()} onCancel={onDone}>
      <PostFields form={form} ends={ends} onEnds={setEnds} postId={post?.id} />
    </Form>
  );
}

function EndForm({ post, today, onDone }: { post: Post; today: string; onDone: () => void }) {
  const t = useWords('people');
  const [toDay, setToDay] = useState<string | null>(today);
  const [end, { busy }] = useCommand('posts.end');
  return (
    <Form label={t('endPost')} ready={toDay !== null && toDay >= (post.fromDay ?? '')} busy={busy} onCancel={onDone} onSend={() => { if (toDay !== null) void end({ id: post.id, toDay }, { undoToast: true }).then((done) => { if (done !== undefined) onDone(); }); }}>
      <DayField label={t('lastDay')} value={toDay} onChange={setToDay} minDay={post.fromDay ?? undefined} autoFocus />
    </Form>
  );
}

export function PostList({ person, today }: { person: PersonDetail; today: string }) {
  const t = useWords('people');
  const pick = usePick();
  const level = useLevelName();
  const { day } = useNumbers();
  const select = useSession((session) => session.select);
  const [open, setOpen] = useState<{ act: 'give' | 'edit' | 'end'; postId: string | null } | null>(null);
  const [remove] = useCommand('posts.remove');
  const close = () => setOpen(null);
  const span = ({ fromDay, toDay }: Post): string => {
    if (fromDay !== null && toDay !== null) return t('fromTo', { from: day(fromDay), to: day(toDay) });
    if (fromDay !== null) return t('sinceDay', { day: day(fromDay) });
    return toDay !== null ? t('untilDay', { day: day(toDay) }) : '';
  };
  return (
    <section className="people-part">
      <header>
        <h3>{t('posts')}</h3>
        {open?.act === 'give' ? null : <Button size="compact-sm" variant="light" leftSection={<IconPlus size={14} />} onClick={() => setOpen({ act: 'give', postId: null })}>{t('givePost')}</Button>}
      </header>
      {open?.act === 'give' ? <PostForm person={person} post={null} today={today} onDone={close} /> : null}
      {person.posts.length === 0 && open === null ? <p className="people-dim">{t(person.veteran ? 'veteranWithoutPost' : 'noPosts')}</p> : null}
      <ul className="people-lines people-posts">
        {person.posts.map((post) => {
          const when = standing(post.fromDay ?? '0000-01-01', post.toDay ?? '9999-12-31', today);
          const title = pick(post.titleEn, post.titleHi);
          const order = [post.orderBy, post.orderDay ? day(post.orderDay) : ''].filter(Boolean).join(', ');
          return (
            <li key={post.id} data-standing={when}>
              <span className="people-grow">
                {when === 'over' ? t('formerly', { title }) : title}
                <span className="people-under">
                  {post.unitId === null ? null : <Figure onOpen={() => { if (post.unitId !== null) select(post.unitId); }} label={t('showDetails')}>{pick(post.unitNameEn, post.unitNameHi)}</Figure>}
                  {post.unitLevelId === null ? null : <> {level(post.unitLevelId)}</>}
                  {[span(post), order === '' ? '' : t('byOrder', { order })].filter(Boolean).map((text) => <span key={text}> · {text}</span>)}
                </span>
              </span>
              <Menu position="bottom-end" withinPortal>
                <Menu.Target><ActionIcon variant="subtle" color="gray" size={24} aria-label={t('actsOfPost', { title })} title={t('actsOfPost', { title })}><IconDots size={14} /></ActionIcon></Menu.Target>
                <Menu.Dropdown>
                  {when === 'over' ? null : <Menu.Item leftSection={<IconCalendarOff size={14} />} onClick={() => setOpen({ act: 'end', postId: post.id })}>{t('endPost')}</Menu.Item>}
                  <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setOpen({ act: 'edit', postId: post.id })}>{t('editPost')}</Menu.Item>
                  <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void remove({ id: post.id }, { undoToast: true })}>{t('removePost')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
              {open?.postId === post.id && open.act === 'edit' ? <PostForm person={person} post={post} today={today} onDone={close} /> : null}
              {open?.postId === post.id && open.act === 'end' ? <EndForm post={post} today={today} onDone={close} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
