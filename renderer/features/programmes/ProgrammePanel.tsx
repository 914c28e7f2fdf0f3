// A programme beside the list or the timeline: how it stands and what is ordered of it, its facts, its links, its earlier days.
import { Button, Group, Tabs } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useQuery, useRemembered, useToday } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import type { OrderKind } from '../../../shared/model/order.ts';
import { useOrderWords } from './conflictWords.ts';
import { fieldsOf, wrongIn } from './draft.ts';
import type { ProgrammeDraft } from './draft.ts';
import { EarlierDays } from './EarlierDays.tsx';
import { HeldUnits } from './HeldUnits.tsx';
import { LevelsTab } from './LevelsTab.tsx';
import { LinksEditor } from './LinksEditor.tsx';
import { ProgrammeForm } from './ProgrammeForm.tsx';
import { StateActs } from './StateActs.tsx';

interface Props {
  /** Undefined for a new one. */
  programme: Programme | undefined;
  draft: ProgrammeDraft;
  onChange: (draft: ProgrammeDraft) => void;
  onSaved: (programmeId: string) => void;
  /** With a level: about that level alone. */
  onOrder: (kind: OrderKind, levelId?: string) => void;
  /** A link to be changed here, each time it is another object. */
  editLink: { linkId: string | null } | null;
  onNotice: (orderId: string) => void;
  /** It follows what is chosen in the list: the keyboard stays there. */
  follows: boolean;
  onClose: () => void;
}

export function ProgrammePanel({ programme, draft, onChange, onSaved, onOrder, editLink, onNotice, follows, onClose }: Props) {
  const t = useWords('programmes');
  const named = useNamed();
  const words = useOrderWords();
  const today = useToday();
  const [tab, setTab] = useRemembered<string>('programmes.tab', 'facts');
  const [tried, setTried] = useState(false);
  const [save, saving] = useCommand('programmes.save');
  const [remove] = useCommand('programmes.remove');
  const detail = useQuery('programmes.get', programme ? { id: programme.id } : null).data;
  const shown = programme ? (tab === 'held' ? 'levels' : tab) : 'facts';

  async function onSave(): Promise<void> {
    setTried(true);
    if (wrongIn(draft).length > 0) return;
    const saved = await save({ id: draft.id, fields: fieldsOf(draft) }, { undoToast: true, onRefused: () => true });
    if (saved) onSaved(saved.id);
  }
  async function onRemove(id: string): Promise<void> {
    if ((await remove({ id }, { undoToast: true })) !== undefined) onClose();
  }
  const foot = shown !== 'facts' ? undefined : (
    <Group justify="space-between" wrap="nowrap">
      {draft.id !== null
        ? <Button variant="subtle" color="red" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={() => void onRemove(draft.id!)}>{t('remove')}</Button>
        : <Button variant="subtle" onClick={onClose}>{t('notNow')}</Button>}
      <Button type="submit" form="programme-form" loading={saving.busy}>{t(draft.id === null ? 'create' : 'save')}</Button>
    </Group>
  );
  const form = (
    <form id="programme-form" noValidate onSubmit={(event) => { event.preventDefault(); void onSave(); }}>
      <ProgrammeForm draft={draft} onChange={onChange} tried={tried} />
      {saving.error ? <ErrorPanel error={saving.error} /> : null}
    </form>
  );
  return (
    <SidePanel title={draft.id === null ? t('new') : named({ nameEn: draft.nameEn, nameHi: draft.nameHi || null })} note={programme ? words.days(programme.fromDay, programme.toDay) : undefined} onClose={onClose} foot={foot} follows={follows} width={440}>
      {programme ? (
        <>
          <StateActs programme={programme} onOrder={(kind) => onOrder(kind)} />
          <Tabs value={shown} onChange={(next) => setTab(next ?? 'facts')} keepMounted={false} className="programme-tabs">
            <Tabs.List>
              <Tabs.Tab value="facts">{t('tabs.facts')}</Tabs.Tab>
              <Tabs.Tab value="levels">{t('tabs.levels')}</Tabs.Tab>
              <Tabs.Tab value="links">{t('tabs.links', { count: detail?.links.length ?? 0 })}</Tabs.Tab>
              <Tabs.Tab value="earlier">{t('tabs.earlier', { count: detail?.orders.length ?? 0 })}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="facts" pt="sm">{form}</Tabs.Panel>
            <Tabs.Panel value="links" pt="sm"><LinksEditor programme={programme} edit={editLink} /></Tabs.Panel>
            <Tabs.Panel value="levels" pt="sm">
              {programme.phases.length > 0 ? <LevelsTab programme={programme} today={today} onOrder={onOrder} /> : detail ? <HeldUnits detail={detail} today={today} /> : null}
            </Tabs.Panel>
            <Tabs.Panel value="earlier" pt="sm">{detail ? <EarlierDays detail={detail} onNotice={onNotice} /> : null}</Tabs.Panel>
          </Tabs>
        </>
      ) : form}
    </SidePanel>
  );
}
