// The campaign's programmes as a list or on the timeline; beside it one programme, or the wizard of an order that moves its days.
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { SheetDialog } from '../../frame/SheetDialog.tsx';
import { useQuery, useRemembered, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useWords } from '../../words.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import { draftOf, newDraft } from './draft.ts';
import type { ProgrammeDraft } from './draft.ts';
import { OrderPanel } from './OrderPanel.tsx';
import { inputOf, orderFor, orderOfTrial } from './orderDraft.ts';
import type { OrderDraft } from './orderDraft.ts';
import { ProgrammeList } from './ProgrammeList.tsx';
import { ProgrammePanel } from './ProgrammePanel.tsx';
import './programmes.css';
import { fits } from './sortProgrammes.ts';
import type { Trial } from './trial.ts';
import { TimelineSide } from './TimelineSide.tsx';

type View = 'list' | 'timeline';
type Sheet = InputOf<'sheets.html'>['sheet'];

const draftFrom = (programme: Programme | undefined): ProgrammeDraft | undefined => programme && draftOf(programme);

export default function ProgrammesScreen() {
  const t = useWords('programmes');
  const today = useToday();
  const params = useSession((session) => session.route.params);
  const remember = useSession((session) => session.remember);
  const { data: programmes, error, loading } = useQuery('programmes.list', {});
  const [view, setView] = useRemembered<View>('programmes.view', 'timeline');
  const [text, setText] = useState('');
  // What has been typed into a form stays while another programme is looked at.
  const [drafts, setDrafts] = useState<Record<string, ProgrammeDraft>>({});
  const [openId, setOpenId] = useState<string | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [order, setOrder] = useState<OrderDraft | null>(null);
  const [sheet, setSheet] = useState<{ sheet: Sheet; title: string } | null>(null);
  const byId = useMemo(() => new Map((programmes ?? []).map((one) => [one.id, one])), [programmes]);
  const draft = openId === null ? undefined : (drafts[openId] ?? (openId === 'new' ? newDraft(today) : undefined) ?? draftFrom(byId.get(openId)));
  const tried = order ?? (trial ? orderOfTrial(trial, today) : null);
  const preview = useQuery('programmes.previewOrder', tried && inputOf(tried), { keep: true });

  // What the palette or another screen asks for, each time it asks.
  const [asked, setAsked] = useState<object | null>(null);
  if (asked !== params) {
    setAsked(params);
    const wanted = params['open'] === 'new' ? 'new' : params['id'];
    if (wanted) { setOpenId(wanted); setOrder(null); }
    if (params['view'] === 'timeline') setView('timeline');
  }
  const drop = (id: string) => setDrafts((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== id)));
  const open = (id: string) => { setOpenId(id); setOrder(null); setTrial(null); };
  const giveUp = () => { setOrder(null); setTrial(null); };
  const notice = (orderId: string) => setSheet({ sheet: { kind: 'extensionNotice', orderId }, title: t('noticeTitle') });
  const orderOf = order && byId.get(order.programmeId);
  const narrow = openId !== null || order !== null;

  const found = useMemo(() => (text.trim() === '' ? (programmes ?? []) : (programmes ?? []).filter((one) => fits(text, [one.nameEn, one.nameHi, one.personNameEn, one.personNameHi]))), [programmes, text]);
  return (
    <div className="programmes-screen">
      <div className="screen programmes-main">
        <ScreenHeader title={t('title')} note={programmes && !narrow ? t('note', { count: programmes.length }) : ''} action={order ? undefined : <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => open('new')}>{t('new')}</Button>}>
          {programmes && programmes.length > 0 ? (
            <>
              {order ? null : <TextInput w={narrow ? 130 : 200} leftSection={<IconSearch size={15} aria-hidden="true" />} aria-label={t('find')} placeholder={t('find')} value={text} maxLength={100} onChange={(event) => setText(event.currentTarget.value)} />}
              <SegmentedControl aria-label={t('view')} value={view} onChange={(next) => { setView(next as View); setTrial(null); }} data={(['timeline', 'list'] as const).map((value) => ({ value, label: t(`views.${value}`) }))} />
              {view === 'timeline' ? <Button variant="default" px={narrow ? 8 : undefined} aria-label={t('printTimeline')} title={t('printTimeline')} onClick={() => setSheet({ sheet: { kind: 'timeline' }, title: t('printTimeline') })}><IconPrinter size={17} aria-hidden="true" /></Button> : null}
            </>
          ) : null}
        </ScreenHeader>
        <LoadingLine shown={loading} />
        {error ? <ErrorPanel error={error} /> : null}
        {programmes?.length === 0 ? <EmptyState title={t('emptyTitle')} text={t('empty')} action={<Button variant="light" onClick={() => open('new')}>{t('new')}</Button>} /> : null}
        {programmes && programmes.length > 0 && view === 'list' ? <ProgrammeList programmes={found} today={today} openId={openId} onOpen={open} /> : null}
        {programmes && programmes.length > 0 && view === 'timeline' ? (
          <TimelineSide
            text={text} trial={trial} trialName={byId} preview={tried ? preview : null} ordering={order !== null} openId={order?.programmeId ?? openId} narrow={narrow}
            onTrial={(next) => { setTrial(next); if (next) setOrder(null); }} onDone={(done) => { setTrial(done); setOpenId(null); setOrder(orderOfTrial(done, today)); }} onOpen={open} onClose={giveUp}
          />
        ) : null}
      </div>
      {order && orderOf ? (
        <OrderPanel
          key={`${order.programmeId} order`} programme={orderOf} draft={order} onChange={setOrder} preview={preview} today={today} onClose={giveUp}
          onGiven={() => { giveUp(); remember('programmes.tab', 'earlier'); setOpenId(order.programmeId); }}
        />
      ) : openId !== null && draft ? (
        <ProgrammePanel
          key={openId} programme={byId.get(openId)} draft={draft} follows={view === 'list' && openId !== 'new'} onChange={(changed) => setDrafts((now) => ({ ...now, [openId]: changed }))}
          onSaved={(id) => { drop(openId); setOpenId(id); }} onClose={() => { drop(openId); setOpenId(null); }} onNotice={notice}
          onOrder={(kind) => { const programme = byId.get(openId); if (programme) { drop(openId); setOrder(orderFor(programme, kind, today)); } }}
        />
      ) : null}
      {sheet ? <SheetDialog sheet={sheet.sheet} title={sheet.title} onClose={() => setSheet(null)} /> : null}
    </div>
  );
}
