// What a count is made of, in groups: the units of a level under the heads of their classes, each of which opens and closes.
import { useState } from 'react';
import { GroupHead } from '../../frame/GroupHead.tsx';
import { useLevelName } from '../../frame/levels.ts';
import { UnitName } from '../../frame/UnitName.tsx';
import { useScope, useSelection, useWindowedPages } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useLanguage, useNumbers, usePick, useWords } from '../../words.ts';
import type { GroupedLine, GroupFilter } from '../../../shared/model/group.ts';

export function GroupedUnitList({ levelId, classificationId, group, rowHeight }: { levelId: string; classificationId: string; group: GroupFilter | null; rowHeight: number }) {
  const t = useWords('organisation');
  const g = useWords('groups');
  const pick = usePick();
  const level = useLevelName();
  const language = useLanguage();
  const { number } = useNumbers();
  const scope = useScope();
  const { unitId: selectedId, select } = useSelection();
  const [folded, setFolded] = useState<string[]>([]);
  const [headId, setHeadId] = useState<string | null>(null);
  const list = useWindowedPages('groups.units', { id: scope.unitId, levelId, classificationId, group, language, folded }, { rowHeight });
  const fold = (id: string) => setFolded((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const unitCell = (render: (line: Extract<GroupedLine, { kind: 'unit' }>) => React.ReactNode) => (line: GroupedLine) => (line.kind === 'unit' ? render(line) : null);
  const columns: GridColumn<GroupedLine>[] = [
    {
      id: 'name', head: level(levelId), width: 'minmax(170px, 3fr)',
      render: (line) => {
        if (line.kind === 'unit') return <span className="in-group"><UnitName unit={line.unit} />{line.whole ? null : <span className="part-mark">{g('partly')}</span>}</span>;
        return <GroupHead of={line.class} count={line.count} folded={folded.includes(line.key)} onFold={() => fold(line.key)} />;
      },
    },
    { id: 'tree', head: t('within'), width: 'minmax(120px, 3fr)', render: unitCell((line) => <span className="org-dim">{pick(line.unit.withinEn, line.unit.withinHi)}</span>) },
    ...(levelId === 'booth' ? [] : [{ id: 'booths', head: t('booths'), width: 'minmax(70px, 1fr)', figures: true, render: unitCell((line) => number(line.unit.booths)) }]),
    { id: 'electors', head: t('electors'), width: 'minmax(100px, 1fr)', figures: true, render: unitCell((line) => number(line.unit.electors)) },
  ];
  return (
    <div className="org-list">
      <LoadingLine shown={list.loading} />
      {list.error ? <ErrorPanel error={list.error} /> : null}
      {list.first?.total === 0 ? <p className="org-nothing">{t('noneOfLevel')}</p> : null}
      <RowGrid
        label={level(levelId, 2)} columns={columns} total={list.total} rowAt={list.rowAt} keyOf={(line) => (line.kind === 'unit' && headId === null ? line.unit.id : line.key)} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
        selectedKey={headId ?? selectedId} onSelect={(line) => { setHeadId(line.key); if (line.kind === 'unit') select(line.unit.id); }}
        onOpen={(line) => { if (line.kind === 'class') fold(line.key); else if (line.unit.children > 0) scope.setScope(line.unit.id); }}
      />
    </div>
  );
}
