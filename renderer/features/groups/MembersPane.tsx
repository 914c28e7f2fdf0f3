// Who stands in the class chosen: the largest whole units and those it shares with others; put in, taken out, renamed.
import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useClassName } from '../../frame/grouping.ts';
import { useLevelName } from '../../frame/levels.ts';
import { UnitName } from '../../frame/UnitName.tsx';
import { useCommand, useSelection, useWindowedPages } from '../../hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import { isNone } from '../../../shared/rules/noClass.ts';
import type { Classification, ClassRow } from '../../../shared/model/group.ts';
import { ClassForm } from './ClassForm.tsx';
import { dragUnits } from './dragged.ts';
import { PutUnit } from './PutUnit.tsx';

const rowHeight = 44;

interface Props {
  classification: Classification;
  row: ClassRow;
  /** All classes of the classification. */
  rows: readonly ClassRow[];
  onGone: () => void;
}

export function MembersPane({ classification, row, rows, onGone }: Props) {
  const t = useWords('groups');
  const named = useNamed();
  const pick = usePick();
  const className = useClassName();
  const level = useLevelName();
  const { number } = useNumbers();
  const { unitId, select } = useSelection();
  const [cut, setCut] = useState(false);
  const [editing, setEditing] = useState(false);
  const [takeOut] = useCommand('groups.takeOut');
  const [removeClass] = useCommand('groups.removeClass');
  const partly = row.levels.reduce((sum, count) => sum + count.partly, 0);
  const showCut = cut && partly > 0;
  const { virtualizer, scrollRef, rowAt, first } = useWindowedPages('groups.members', { group: { classificationId: classification.id, classId: row.id }, cut: showCut }, { rowHeight });
  const mayEdit = !classification.builtIn && !isNone(row.id);
  const name = className(row);
  const above = rows.find(({ id }) => id === row.parentId);
  return (
    <>
      <header className="groups-members-head">
        <h2>{name}{above ? <small> {t('under', { name: className(above) })}</small> : null}</h2>
        {mayEdit ? (
          <>
            <ActionIcon variant="subtle" color="gray" size={28} title={t('edit', { name })} aria-label={t('edit', { name })} onClick={() => setEditing(!editing)}><IconPencil size={16} /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" size={28} title={t('remove', { name })} aria-label={t('remove', { name })} onClick={() => void removeClass({ id: row.id }, { undoToast: true }).then((done) => { if (done !== undefined) onGone(); })}><IconTrash size={16} /></ActionIcon>
          </>
        ) : null}
      </header>
      {editing ? <ClassForm key={row.id} classificationId={classification.id} of={row} rows={rows} onDone={() => setEditing(false)} /> : null}
      {classification.id === 'lokSabha' ? null : <PutUnit classification={classification} row={row} />}
      {partly > 0 ? (
        <SegmentedControl
          size="xs" className="groups-cut" aria-label={t('cutHead')} value={showCut ? 'cut' : 'whole'} onChange={(value) => setCut(value === 'cut')}
          data={[{ value: 'whole', label: t('wholly') }, { value: 'cut', label: `${t('cutTab')} ${number(partly)}` }]}
        />
      ) : null}
      {showCut ? <p className="groups-note">{t('cutUnits', { count: partly })}</p> : null}
      {first?.total === 0 ? <EmptyState compact text={t('noMembers')} /> : null}
      <div ref={scrollRef} className="groups-scroll">
        <ul style={{ height: virtualizer.getTotalSize() }} aria-label={t('membersOf', { name })}>
          {virtualizer.getVirtualItems().map((item) => {
            const member = rowAt(item.index);
            return (
              <li
                key={item.key} className="groups-member" data-chosen={member?.id === unitId || undefined} style={{ transform: `translateY(${item.start}px)`, height: rowHeight }} draggable={member !== undefined}
                onDragStart={(event) => { if (member) dragUnits(event, [member.id], named(member)); }}
              >
                {member ? (
                  <>
                    <button type="button" className="groups-unit" onClick={() => select(member.id)}>
                      <span><UnitName unit={member} /></span>
                      <small>{[level(member.levelId), pick(member.withinEn, member.withinHi)].filter(Boolean).join(' · ')}{member.said ? '' : ` · ${t('follows')}`}</small>
                    </button>
                    <span className="groups-figure" title={t('electors')}>{number(member.electors)}</span>
                    {member.said && !isNone(row.id) && classification.id !== 'lokSabha'
                      ? <ActionIcon variant="subtle" color="gray" size={24} title={t('takeOut', { name: named(member) })} aria-label={t('takeOut', { name: named(member) })} onClick={() => void takeOut({ classificationId: classification.id, unitIds: [member.id] }, { undoToast: true })}><IconX size={14} /></ActionIcon>
                      : null}
                  </>
                ) : null}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
