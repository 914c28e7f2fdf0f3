// Everything an order would do, line by line: what moves and by which link, what stays and why, what stands against it.
import { Checkbox } from '@mantine/core';
import { IconAlertTriangleFilled, IconArrowRight, IconCalendarEvent, IconFlag, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { DatedKind } from '../../../shared/model/schedule.ts';
import type { OrderConflict } from '../../../shared/model/order.ts';
import { useOrderWords } from './conflictWords.ts';
import { conflictLines } from './ghosts.ts';
import { heldOver, isHeldBack } from './orderDraft.ts';
import type { OrderDraft, Preview } from './orderDraft.ts';

const firstLines = 60;

export function KindIcon({ kind }: { kind: string }) {
  const Icon = kind === 'tour' ? IconRoute : kind === 'meeting' ? IconCalendarEvent : IconFlag;
  return <Icon size={14} stroke={1.7} aria-hidden="true" />;
}

function Conflicts({ conflicts, total }: { conflicts: readonly OrderConflict[]; total: number }) {
  const t = useWords('programmes');
  const words = useOrderWords();
  const [all, setAll] = useState(false);
  const lines = conflictLines(conflicts);
  const shown = all ? lines : lines.slice(0, 8);
  // Several blackout days of one thing are one line, and are counted as it stands there.
  const count = total > conflicts.length ? total : lines.length;
  return (
    <section className="order-part" aria-label={t('conflicts', { count })}>
      <h3 data-wrong><IconAlertTriangleFilled size={15} aria-hidden="true" /> {t('conflicts', { count })}</h3>
      <ul className="order-conflicts">
        {shown.map(({ conflict, more }) => (
          <li key={`${conflict.code} ${conflict.kind} ${conflict.id} ${conflict.levelId ?? ''} ${conflict.fromDay} ${conflict.by?.linkId ?? ''} ${JSON.stringify(conflict.detail)}`} data-before={conflict.before || undefined} data-warn={conflict.code === 'blackout' || undefined}>
            <strong><KindIcon kind={conflict.kind} /> {words.name(conflict)}{conflict.before ? <span className="order-before">{t('wasBefore')}</span> : null}</strong>
            <span>{words.conflict(conflict, more)}</span>
            <span className="order-next">{words.next(conflict)}</span>
          </li>
        ))}
      </ul>
      {lines.length > shown.length ? <button type="button" className="order-more" onClick={() => setAll(true)}>{t('showAll', { count: lines.length })}</button> : null}
    </section>
  );
}

interface Props {
  draft: OrderDraft;
  preview: Preview;
  onChange: (draft: OrderDraft) => void;
}

export function PreviewLists({ draft, preview, onChange }: Props) {
  const t = useWords('programmes');
  const words = useOrderWords();
  const level = useLevelName();
  const { day } = useNumbers();
  const [all, setAll] = useState(false);
  const moves = all ? preview.moves : preview.moves.slice(0, firstLines);
  const hold = (item: { kind: DatedKind; id: string }, name: string) => (
    <Checkbox size="xs" radius={3} checked={!isHeldBack(draft, item)} aria-label={t('letMove', { name })} title={t(isHeldBack(draft, item) ? 'letMoveNow' : 'holdBack')} onChange={() => onChange(heldOver(draft, item))} />
  );
  const followers = preview.moved.programmes + preview.moved.tours + preview.moved.meetings;
  return (
    <div className="order-preview">
      {preview.conflicts.length > 0 ? <Conflicts conflicts={preview.conflicts} total={preview.conflictsTotal} /> : null}
      <section className="order-part" aria-label={t('moving')}>
        <h3>{t('moving')} <span className="dim">{t('movingCounts', { count: followers })}</span></h3>
        <table className="order-table">
          <thead><tr><th scope="col"><span className="unseen">{t('moves')}</span></th><th scope="col">{t('what')}</th><th scope="col">{t('fromOld')}</th><th aria-hidden="true" /><th scope="col">{t('toNew')}</th><th scope="col" className="figures">{t('daysShort')}</th><th scope="col">{t('because')}</th></tr></thead>
          <tbody>
            {moves.map((move) => (
              <tr key={`${move.kind} ${move.id} ${move.levelId ?? ''}`} data-phase={move.kind === 'phase' || undefined}>
                <td>{move.kind !== 'phase' && move.by !== null ? hold({ kind: move.kind, id: move.id }, words.name(move)) : null}</td>
                <td>{move.kind === 'phase' ? level(move.levelId) : <><KindIcon kind={move.kind} /> {words.name(move)}</>}{move.begun && (move.by !== null || draft.kind !== 'extension') ? <span className="order-before">{t('restOnly')}</span> : null}</td>
                <td className="order-days">{words.shortDays(move.oldFromDay, move.oldToDay)}</td>
                <td><IconArrowRight size={13} aria-label={t('becomes')} /></td>
                <td className="order-days" data-new>{words.shortDays(move.newFromDay, move.newToDay)}</td>
                <td className="figures">{words.signed(move.days)}</td>
                <td className="order-why">{words.moves(move)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {moves.length < preview.moves.length ? <button type="button" className="order-more" onClick={() => setAll(true)}>{t('showAll', { count: preview.moves.length })}</button> : null}
        {preview.movesTotal > preview.moves.length && all ? <p className="dim">{t('andMore', { count: preview.movesTotal - preview.moves.length })}</p> : null}
      </section>
      {preview.offLevels.length + preview.heldUnits > 0 ? (
        <ul className="order-with">
          {preview.offLevels.length > 0 ? <li>{t('levelsOff', { levels: preview.offLevels.map((id) => level(id)).join(', ') })}</li> : null}
          {preview.heldUnits > 0 ? <li>{t('unitsHeld', { count: preview.heldUnits })}</li> : null}
        </ul>
      ) : null}
      {preview.stays.length > 0 ? (
        <section className="order-part" aria-label={t('staying', { count: preview.staysTotal })}>
          <h3>{t('staying', { count: preview.staysTotal })}</h3>
          <table className="order-table">
            <tbody>
              {preview.stays.slice(0, 200).map((stay) => (
                <tr key={`${stay.kind} ${stay.id} ${stay.reason} ${stay.by?.linkId ?? ''}`}>
                  <td>{stay.reason === 'heldBack' ? hold({ kind: stay.kind, id: stay.id }, words.name(stay)) : null}</td>
                  <td><KindIcon kind={stay.kind} /> {words.name(stay)}</td>
                  <td className="order-days">{words.shortDays(stay.fromDay, stay.toDay)}</td>
                  <td className="order-why" colSpan={4}>{words.stays(stay)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {preview.dueDays.length + preview.charges.length > 0 ? (
        <section className="order-part" aria-label={t('goesWithIt')}>
          <h3>{t('goesWithIt')}</h3>
          <ul className="order-with">
            {preview.charges.map((line) => <li key={`c ${line.programmeId} ${line.oldDay}`}>{t('chargesMove', { count: line.responsibilities, name: words.name({ ...line, kind: 'programme' }), from: day(line.oldDay), to: day(line.newDay) })}</li>)}
            {preview.dueDays.map((line) => <li key={`d ${line.programmeId} ${line.oldDay}`}>{t('dueMove', { count: line.targets, name: words.name({ ...line, kind: 'programme' }), from: day(line.oldDay), to: day(line.newDay) })}</li>)}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
