// The names one after the other, each with its field: Enter confirms and goes on, arrows move, a column is pasted from Excel.
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { call } from '../../api.ts';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand, useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { usePick, useWords } from '../../words.ts';
import type { NameRow } from '../../../shared/model/names.ts';
import { changedWord } from '../../../shared/rules/nameWords.ts';
import { NameField } from './NameField.tsx';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { WordChange } from './SameWord.tsx';

interface Props {
  unitId: string;
  group: GroupFilter | null;
  levelId: string | null;
  state: 'proposed' | 'missing';
  /** One word of a proposal was corrected. */
  onWord: (change: WordChange | null) => void;
}

/** As many as are taken at once, and so as many as are copied. */
const mostLines = 2000;
const linesAtOnce = 500;

const fieldId = (unitId: string): string => `name-${unitId}`;

export function NameList({ unitId, group, levelId, state, onWord }: Props) {
  const t = useWords('names');
  const pick = usePick();
  const level = useLevelName();
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 34 : 40;
  const { total, rowAt, virtualizer, scrollRef, error, loading } = useWindowedPages('names.list', { unitId, group, levelId, state }, { rowHeight });
  const [set] = useCommand('names.set');

  const goTo = (index: number) => {
    const inside = Math.max(0, Math.min(total - 1, index));
    virtualizer.scrollToIndex(inside, { align: 'auto' });
    const row = rowAt(inside);
    if (row) document.getElementById(fieldId(row.id))?.focus();
  };
  const commit = (row: NameRow, typed: string, index: number, goesOn: boolean) => {
    const name = typed.trim();
    if (name === '') return;
    const before = row.nameHi ?? row.proposal ?? '';
    // The next field first: the line just confirmed leaves the list.
    if (goesOn) goTo(index + 1 < total ? index + 1 : index - 1);
    onWord(row.nameHi === null ? null : changedWord(row.nameEn, before, name));
    void set({ names: [{ id: row.id, nameHi: name }] });
  };
  const linesFrom = async (offset: number, count: number): Promise<NameRow[]> => {
    const rows: NameRow[] = [];
    while (rows.length < count) {
      const page = await call('names.list', { unitId, group, levelId, state, offset: offset + rows.length, limit: Math.min(linesAtOnce, count - rows.length) });
      rows.push(...page.rows);
      if (page.rows.length === 0 || offset + rows.length >= page.total) break;
    }
    return rows;
  };
  const paste = async (index: number, lines: string[]) => {
    if (lines.length > mostLines) {
      showNotice(t('pastedTooMany', { most: mostLines }));
      return;
    }
    const rows = await linesFrom(index, lines.length);
    const names = rows.flatMap((row, at) => { const nameHi = lines[at]!.trim(); return nameHi === '' ? [] : [{ id: row.id, nameHi }]; });
    if (names.length > 0) await set({ names }, { undoToast: true });
  };
  const copy = async () => {
    const rows = await linesFrom(0, Math.min(mostLines, total));
    if (copyText(asTabbed(rows.map((row) => [row.nameEn, row.nameHi ?? row.proposal ?? '', row.withinEn])))) showNotice(t('copied', { count: rows.length }));
  };
  return (
    <>
      <div className="names-tools">
        <span className="names-dim">{t('hint')}</span>
        <Button size="compact-sm" variant="subtle" leftSection={<IconCopy size={14} />} onClick={() => void copy()}>{t('copy')}</Button>
      </div>
      <LoadingLine shown={loading} />
      {error ? <ErrorPanel error={error} /> : null}
      <div className="names-head" aria-hidden="true"><span>{t('english')}</span><span>{t('hindi')}</span><span>{t('where')}</span></div>
      <div ref={scrollRef} className="names-scroll">
        <ul className="names-list" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rowAt(item.index);
            return (
              <li key={row?.id ?? item.key} className="names-line" style={{ transform: `translateY(${item.start}px)`, height: rowHeight }}>
                {row ? (
                  <>
                    <span className="names-english">{row.nameEn}</span>
                    <NameField
                      row={row} id={fieldId(row.id)}
                      onCommit={(text, goesOn) => commit(row, text, item.index, goesOn)} onMove={(by) => goTo(item.index + by)} onPaste={(lines) => void paste(item.index, lines)}
                    />
                    <span className="names-dim names-where">{[level(row.levelId), pick(row.withinEn, row.withinHi)].filter(Boolean).join(' · ')}</span>
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
