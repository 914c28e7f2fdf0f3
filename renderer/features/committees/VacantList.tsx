// Units with vacant seats, of one post or any, in the order of the tree; the posts with their counts narrow the list.
import { useState } from 'react';
import { groupColumns } from '../../frame/groupColumns.tsx';
import type { Headed } from '../../frame/groupColumns.tsx';
import { useLevelName } from '../../frame/levels.ts';
import { useQuery, useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { VacantUnit } from '../../../shared/model/committee.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';

interface Props {
  unitId: string;
  group: GroupFilter | null;
  /** The classification it is grouped by; null: it is not. */
  groupBy: string | null;
  levelId: string;
  postKindId: string | null;
  onKind: (postKindId: string | null) => void;
  openId: string | null;
  onOpen: (unitId: string) => void;
}

export function VacantList({ unitId, group, groupBy, levelId, postKindId, onKind, openId, onOpen }: Props) {
  const t = useWords('committees');
  const named = useNamed();
  const pick = usePick();
  const level = useLevelName();
  const { number } = useNumbers();
  const rowHeight = useSession((session) => session.density) === 'dense' ? 26 : 32;
  const kinds = useQuery('committees.kinds', { unitId, group, levelId }, { keep: true }).data ?? [];
  const g = useWords('groups');
  const [folded, setFolded] = useState<string[]>([]);
  const ask = { unitId, group, levelId, postKindId };
  const plain = useWindowedPages('committees.vacant', groupBy === null ? ask : null, { rowHeight });
  const grouped = useWindowedPages('committees.vacantGrouped', groupBy === null ? null : { ...ask, classificationId: groupBy, folded }, { rowHeight });
  const list = groupBy === null ? plain : grouped;
  const lineAt = (index: number): Headed<VacantUnit> | undefined => {
    const line = groupBy === null ? undefined : grouped.rowAt(index);
    const unit = groupBy === null ? plain.rowAt(index) : line?.kind === 'unit' ? line.unit : undefined;
    return line?.kind === 'class' ? line : unit && { kind: 'line', key: line?.key ?? unit.unitId, row: unit, whole: line?.whole ?? true };
  };
  const [here, setHere] = useState<string | null>(null);
  const fold = (key: string) => setFolded((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]));
  const all = kinds.reduce((sum, kind) => sum + kind.vacant, 0);
  const columns: GridColumn<VacantUnit>[] = [
    { id: 'name', head: level(levelId), width: 'minmax(150px, 2fr)', render: (row) => named(row) },
    { id: 'within', head: t('within'), width: 'minmax(140px, 2fr)', render: (row) => <span className="committees-dim">{pick(row.withinEn, row.withinHi)}</span> },
    { id: 'vacant', head: t('vacant'), width: '92px', figures: true, render: (row) => <strong className="committees-vacant">{t('ofSeats', { vacant: row.vacant, seats: row.seats })}</strong> },
    { id: 'posts', head: t('vacantPosts'), width: 'minmax(200px, 4fr)', render: (row) => row.posts.map((post) => (post.vacant > 1 ? `${pick(post.nameEn, post.nameHi)} ${number(post.vacant)}` : pick(post.nameEn, post.nameHi))).join(' · ') },
  ];
  const chip = (id: string | null, name: string, count: number) => (
    <button key={id ?? 'all'} type="button" className="committees-chip" aria-pressed={postKindId === id} onClick={() => onKind(id)}>{name} <span>{number(count)}</span></button>
  );
  return (
    <>
      <div className="committees-chips" role="group" aria-label={t('byPost')}>
        {chip(null, t('anyPost'), all)}
        {kinds.map((kind) => chip(kind.postKindId, pick(kind.nameEn, kind.nameHi), kind.vacant))}
      </div>
      {list.error ? <ErrorPanel error={list.error} /> : null}
      {list.first?.total === 0 ? <EmptyState title={t('allFilledTitle')} text={t('allFilled', { level: level(levelId, 2) })} /> : (
        <RowGrid
          label={t('views.vacant')} columns={groupColumns(columns, 'name', { folded: groupBy === null ? null : folded, onFold: fold, part: g('partly') })} total={list.total} rowAt={lineAt} keyOf={(line) => line.key} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
          selectedKey={groupBy === null ? openId : here} onSelect={(line) => { setHere(line.key); if (line.kind === 'line') onOpen(line.row.unitId); }}
          onOpen={(line) => { if (line.kind === 'class') fold(line.key); else document.querySelector<HTMLElement>('[data-side-panel] .seat-fill')?.focus(); }}
        />
      )}
    </>
  );
}
