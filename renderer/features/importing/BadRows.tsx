// The rows that were not taken: where, why, and what stands there; narrowed by cause, copied into Excel.
import { Button, Chip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { showNotice } from '../../toasts.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { ImportBadRow, ImportCause } from '../../../shared/model/importing.ts';

const rowHeight = 30;

/** Causes with how many rows each has, the most frequent first. */
function byCause(rows: ImportBadRow[]): [ImportCause, number][] {
  const counts = new Map<ImportCause, number>();
  for (const { cause } of rows) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export function BadRows({ rows }: { rows: ImportBadRow[] }) {
  const t = useWords('importing');
  const { exact } = useNumbers();
  const [only, setOnly] = useState<string>('');
  const scroll = useRef<HTMLDivElement>(null);
  const causes = useMemo(() => byCause(rows), [rows]);
  const shown = useMemo(() => (only === '' ? rows : rows.filter(({ cause }) => cause === only)), [rows, only]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component alone, never memoized
  const virtualizer = useVirtualizer({ count: shown.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 10 });
  const heads = ['rowNumber', 'column', 'cause', 'value'] as const;

  const copy = () => {
    const lines = shown.map(({ file, rowNumber, column, cause, value }) => [rowNumber, file ? `${file}: ${column}` : column, t(`causes.${cause}`), value]);
    if (copyText(asTabbed([heads.map((head) => t(`preview.${head}`)), ...lines]))) showNotice(t('preview.copied', { count: shown.length }));
  };
  return (
    <Panel title={`${t('preview.bad')} · ${exact(rows.length)}`} flush aside={<Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={15} />} onClick={copy}>{t('preview.copy')}</Button>}>
      {causes.length > 1 ? (
        <Chip.Group value={only} onChange={(value) => setOnly(String(value))}>
          <div className="import-causes">
            <Chip size="xs" value="">{t('preview.all')} · {exact(rows.length)}</Chip>
            {causes.map(([cause, count]) => <Chip key={cause} size="xs" value={cause}>{t(`causes.${cause}`)} · {exact(count)}</Chip>)}
          </div>
        </Chip.Group>
      ) : null}
      <div className="import-bad" role="table" aria-label={t('preview.bad')} aria-rowcount={shown.length + 1}>
        <div className="import-bad-line import-bad-head" role="row">
          {heads.map((head) => <span key={head} role="columnheader">{t(`preview.${head}`)}</span>)}
        </div>
        <div ref={scroll} className="import-bad-rows" tabIndex={0} role="rowgroup">
          <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
            {virtualizer.getVirtualItems().map((item) => {
              const row = shown[item.index]!;
              return (
                <div key={item.key} className="import-bad-line" role="row" aria-rowindex={item.index + 2} style={{ height: item.size, transform: `translateY(${item.start}px)` }}>
                  <span role="cell" className="figures" title={row.file}>{exact(row.rowNumber)}</span>
                  <span role="cell" title={row.column}>{row.file ? `${row.file}: ${row.column}` : row.column}</span>
                  <span role="cell">{t(`causes.${row.cause}`)}</span>
                  <span role="cell" title={row.value} data-empty={row.value === '' || undefined}>{row.value || t('preview.empty')}</span>
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </Panel>
  );
}
