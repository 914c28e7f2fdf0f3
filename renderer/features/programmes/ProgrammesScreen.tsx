// The campaign's programmes as a list or on the timeline; beside it one programme, or the wizard of an order that moves its days.
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useGrouping } from '../../frame/grouping.ts';
import { SheetDialog } from '../../frame/SheetDialog.tsx';
import { useQuery, useRemembered, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useLanguage, useNamed, useWords } from '../../words.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import type { OutlineOrder } from '../../../shared/model/timeline.ts';
import { draftOf, newDraft } from './draft.ts';
import type { ProgrammeDraft } from './draft.ts';
import { OrderPanel } from './OrderPanel.tsx';
import { inputOf, orderFor, orderOfTrial } from './orderDraft.ts';
import type { OrderDraft } from './orderDraft.ts';
import { ProgrammeList } from './ProgrammeList.tsx';
import { ProgrammePanel } from './ProgrammePanel.tsx';
import { ScopeLine } from './ScopeLine.tsx';
import './programmes.css';
import type { Trial } from './trial.ts';
import { TimelineSide } from './TimelineSide.tsx';

type View = 'list' | 'timeline';
type Sheet = InputOf<'sheets.html'>['sheet'];

const mostWhilePulled = 100;

const draftFrom = (programme: Programme | undefined): ProgrammeDraft | undefined => programme && draftOf(programme);

export default function ProgrammesScreen() {
  const t = useWords('programmes');
  const today = useToday();
  const params = useSession((session) => session.route.params);
  const remember = useSession((session) => session.remember);
  const [view, setView] = useRemembered<View>('programmes.view', 'timeline');
  const language = useLanguage();
  const named = useNamed();
  const [by, setBy] = useRemembered<OutlineOrder>('programmes.by', 'from');
  const [text, setText] = useState('');
  const isList = view === 'list';
  const unitId = useSession((session) => session.scopeUnitId);
  const { only: group } = useGrouping();
  const narrowed = unitId !== null || group !== null;
  const { data: outline, error, loading, refresh } = useQuery('programmes.outline', { unitId, group, text: text.trim(), language, by: isList ? by : 'from', onlyProgrammes: isList }, { keep: true });
  // What has been typed into a form stays while another programme is looked at.
  const [drafts, setDrafts] = useState<Record<string, ProgrammeDraft>>({});
  const [openId, setOpenId] = useState<string | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [order, setOrder] = useState<OrderDraft | null>(null);
  const [editLink, setEditLink] = useState<{ linkId: string | null } | null>(null);
  const [sheet, setSheet] = useState<{ sheet: Sheet; title: string } | null>(null);
  const asideId = order?.programmeId ?? trial?.programmeId ?? (openId === 'new' ? null : openId);
  const programme = useQuery('programmes.get', asideId === null ? null : { id: asideId }).data;
  const draft = openId === null ? undefined : (drafts[openId] ?? (openId === 'new' ? newDraft(today) : undefined) ?? draftFrom(programme));
  const tried = order ?? (trial ? orderOfTrial(trial, today) : null);
  const asked = tried && inputOf(tried);
  // While a bar is pulled every day asks anew: what follows first is enough for that.
  const preview = useQuery('programmes.previewOrder', asked && { ...asked, ...(order ? {} : { most: mostWhilePulled }) }, { keep: true });

  // What the palette or another screen asks for, each time it asks.
  const [wished, setWished] = useState<object | null>(null);
  if (wished !== params) {
    setWished(params);
    const wanted = params['open'] === 'new' ? 'new' : params['id'];
    if (wanted) { setOpenId(wanted); setOrder(null); }
    if (params['view'] === 'timeline') setView('timeline');
  }
  const drop = (id: string) => setDrafts((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== id)));
  const open = (id: string) => { setOpenId(id); setOrder(null); setTrial(null); setEditLink(null); };
  const openLink = (id: string, linkId: string | null) => { open(id); remember('programmes.tab', 'links'); setEditLink({ linkId }); };
  const giveUp = () => { setOrder(null); setTrial(null); };
  const notice = (orderId: string) => setSheet({ sheet: { kind: 'extensionNotice', orderId }, title: t('noticeTitle') });
  const narrow = openId !== null || order !== null;

  const nothing = outline !== undefined && outline.ids.length === 0 && text.trim() === '' && !narrowed;
  const nothingHere = outline !== undefined && outline.ids.length === 0 && !nothing;
  return (
    <div className="programmes-screen">
      <div className="screen programmes-main">
        <ScreenHeader title={t('title')} note={outline && !narrow ? t('note', { count: outline.programmes }) : ''} action={order ? undefined : <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => open('new')}>{t('new')}</Button>}>
          {outline && !nothing ? (
            <>
              {order ? null : <TextInput w={narrow ? 130 : 200} leftSection={<IconSearch size={15} aria-hidden="true" />} aria-label={t('find')} placeholder={t('find')} value={text} maxLength={100} onChange={(event) => setText(event.currentTarget.value)} />}
              {narrow ? null : <GroupBar grouped={false} />}
              <SegmentedControl aria-label={t('view')} value={view} onChange={(next) => { setView(next as View); setTrial(null); }} data={(['timeline', 'list'] as const).map((value) => ({ value, label: t(`views.${value}`) }))} />
              {view === 'timeline' ? <Button variant="default" px={narrow ? 8 : undefined} aria-label={t('printTimeline')} title={t('printTimeline')} onClick={() => setSheet({ sheet: { kind: 'timeline', unitId, group }, title: t('printTimeline') })}><IconPrinter size={17} aria-hidden="true" /></Button> : null}
            </>
          ) : null}
        </ScreenHeader>
        <LoadingLine shown={loading} />
        {outline ? <ScopeLine outline={outline} /> : null}
        {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
        {nothing ? <EmptyState title={t('emptyTitle')} text={t('empty')} action={<Button variant="light" onClick={() => open('new')}>{t('new')}</Button>} /> : null}
        {nothingHere ? <EmptyState text={t(text.trim() === '' ? 'nothingConcerns' : 'nothingFits')} /> : null}
        {outline && !nothing && !nothingHere && isList ? <ProgrammeList outline={outline} by={by} onBy={setBy} openId={openId} onOpen={open} /> : null}
        {outline && !nothing && !nothingHere && !isList ? (
          <TimelineSide
            outline={outline} trial={trial} trialName={programme && programme.id === trial?.programmeId ? named(programme) : ''} preview={tried ? preview : null} ordering={order !== null} openId={order?.programmeId ?? openId}
            onTrial={(next) => { setTrial(next); if (next) setOrder(null); }} onDone={(done) => { setTrial(done); setOpenId(null); setOrder(orderOfTrial(done, today)); }} onOpen={open} onLink={openLink} onClose={giveUp}
          />
        ) : null}
      </div>
      {order && programme?.id === order.programmeId ? (
        <OrderPanel
          key={`${order.programmeId} order`} programme={programme} draft={order} onChange={setOrder} preview={preview} today={today} onClose={giveUp}
          onGiven={() => { giveUp(); remember('programmes.tab', 'earlier'); setOpenId(order.programmeId); }}
        />
      ) : openId !== null && draft && order === null && (openId === 'new' || programme?.id === openId) ? (
        <ProgrammePanel
          key={openId} programme={openId === 'new' ? undefined : programme} draft={draft} follows={view === 'list' && openId !== 'new'} onChange={(changed) => setDrafts((now) => ({ ...now, [openId]: changed }))}
          onSaved={(id) => { drop(openId); setOpenId(id); }} onClose={() => { drop(openId); setOpenId(null); }} onNotice={notice} editLink={editLink}
          onOrder={(kind, levelId) => { if (programme) { drop(openId); setOrder(orderFor(programme, kind, today, levelId)); } }}
        />
      ) : null}
      {sheet ? <SheetDialog sheet={sheet.sheet} title={sheet.title} onClose={() => setSheet(null)} /> : null}
    </div>
  );
}
