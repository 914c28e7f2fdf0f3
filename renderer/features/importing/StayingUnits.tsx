// The units of an import that stay, each with why; narrowed by reason, copied into Excel.
import { Button, Chip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { hasWords, useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { StayReason, StayingUnit, TakeBackPreview } from '../../../shared/model/takeBack.ts';

const rowHeight = 44;

export function StayingUnits({ preview }: { preview: TakeBackPreview }) {
  const t = useWords('importing');
  const named = useNamed();
  const pick = usePick();
  const levelName = useLevelName();
  const { exact } = useNumbers();
  const [only, setOnly] = useState('');
  const scroll = useRef<HTMLDivElement>(null);
  const { staying, reasons, stays } = preview;
  const rows = useMemo(() => (only === '' ? staying : staying.filter((unit) => unit.reasons.includes(only))), [staying, only]);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component alone, never memoized
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 10 });
  const because = (reason: StayReason) => t(`earlier.reasons.${hasWords(`importing:earlier.reasons.${reason}`) ? reason : 'other'}`);
  const why = (unit: StayingUnit) => [...new Set(unit.reasons.map(because))].join(' · ');
  const within = (unit: StayingUnit) => [levelName(unit.levelId), pick(unit.withinEn, unit.withinHi)].filter((text) => text !== '').join(' · ');
  const copy = () => {
    const lines = rows.map((unit) => [named(unit), levelName(unit.levelId), pick(unit.withinEn, unit.withinHi), why(unit)]);
    if (copyText(asTabbed(lines))) showNotice(t('earlier.copied', { count: lines.length }));
  };
  return (
    <section className="import-staying" aria-label={t('earlier.staying')}>
      <div className="import-staying-head">
        <h3>{t('earlier.staying')}</h3>
        <Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={15} />} onClick={copy}>{t('earlier.copy')}</Button>
      </div>
      {reasons.length > 1 ? (
        <Chip.Group value={only} onChange={(value) => setOnly(String(value))}>
          <div className="import-causes">
            <Chip size="xs" value="">{t('earlier.all')} · {exact(stays)}</Chip>
            {reasons.map(({ reason, units }) => <Chip key={reason} size="xs" value={reason}>{because(reason)} · {exact(units)}</Chip>)}
          </div>
        </Chip.Group>
      ) : null}
      <div ref={scroll} className="import-staying-rows" tabIndex={0} role="table" aria-label={t('earlier.staying')} aria-rowcount={rows.length + 1}>
        <div className="import-staying-line" role="row" aria-rowindex={1}><span role="columnheader">{t('earlier.unit')}</span><span role="columnheader">{t('earlier.why')}</span></div>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="rowgroup">
          {virtualizer.getVirtualItems().map((item) => {
            const unit = rows[item.index]!;
            return (
              <div key={item.key} className="import-staying-line" role="row" aria-rowindex={item.index + 2} style={{ position: 'absolute', insetBlockStart: 0, height: item.size, transform: `translateY(${item.start}px)` }}>
                <span role="cell"><b>{named(unit)}</b><small>{within(unit)}</small></span>
                <span role="cell" title={why(unit)}>{why(unit)}</span>
              </div>
            );
          })}
        </div>
      </div>
      {stays > staying.length ? <p>{t('earlier.shown', { count: staying.length })}</p> : null}
    </section>
  );
}
