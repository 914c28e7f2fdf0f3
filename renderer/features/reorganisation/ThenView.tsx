// The tree and its totals as they were on a day, beside today, with what differs marked.
import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CallError } from '../../api.ts';
import { useJob, useQuery, useRemembered } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useLanguage, useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { TreeThen } from '../../../shared/model/reorganisation.ts';
import { ThenTable } from './ThenTable.tsx';

interface Props {
  day: string;
  unitId: string;
  today: string;
  onDay: (day: string) => void;
  onUnit: (unitId: string) => void;
}

const mostRows = 500;

/** One choice for both: "programme metric", or nothing for counts alone. */
function useMeasure() {
  const programmes = useQuery('programmes.list', {}).data;
  const [kept, keep] = useRemembered('reorganisation.measure', '');
  const all = (programmes ?? []).flatMap((programme) => programme.metrics.map((metric) => ({ value: `${programme.id} ${metric.id}`, programme, metric })));
  const chosen = all.find(({ value }) => value === kept) ?? all[0] ?? null;
  return { all, chosen, keep, known: programmes !== undefined };
}

export function ThenView({ day, unitId, today, onDay, onUnit }: Props) {
  const t = useWords('reorganisation');
  const named = useNamed();
  const pick = usePick();
  const numbers = useNumbers();
  const language = useLanguage();
  const { all, chosen, keep, known } = useMeasure();
  const { run: runTree } = useJob('reorganisation.treeOn');
  const { run: runBoard, running } = useJob('reorganisation.boardOn');
  // Any act, and any undo, asks again.
  const { data: changes } = useQuery('history.list', { limit: 1 });
  const [shown, setShown] = useState<TreeThen | null>(null);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [programmeId, metricId] = chosen ? chosen.value.split(' ') : [];
  const seq = changes === undefined ? null : changes[0]?.seq ?? 0;

  useEffect(() => {
    if (!known || seq === null) return;
    let stale = false;
    const input = { day, unitId, language, limit: mostRows };
    const options = { onRefused: (error: CallError) => { if (!stale) setRefusal(error); return true; } };
    const asked = programmeId && metricId ? runBoard({ ...input, programmeId, metricId }, options) : runTree(input, options);
    void asked.then((tree) => {
      if (stale || tree === undefined) return;
      setShown(tree);
      setRefusal(null);
    });
    return () => { stale = true; };
  }, [day, unitId, language, programmeId, metricId, known, seq, runBoard, runTree]);

  return (
    <div className="split-main reorg-then">
      <Toolbar label={t('asOf')}>
        <DayField aria-label={t('onDay')} value={day} onChange={(next) => { if (next !== null) onDay(next); }} maxDay={today} w={150} />
        <Select
          aria-label={t('measure')} w={320} allowDeselect={false} value={chosen?.value ?? null} onChange={(value) => { if (value) keep(value); }}
          data={all.map(({ value, programme, metric }) => ({ value, label: `${named(programme)} · ${pick(metric.nameEn, metric.nameHi)}` }))}
        />
        <span className="reorg-dim">{t('thenNote')}</span>
      </Toolbar>
      <LoadingLine shown={running} />
      {refusal ? <ErrorPanel error={refusal} /> : null}
      {shown ? (
        <div className="reorg-scroll" role="region" aria-label={t('asItWas', { day: shown.day })} tabIndex={0}>
          <h2>{t('asItWas', { day: numbers.day(shown.day) })}</h2>
          <ol className="reorg-way" aria-label={t('way')}>
            {shown.ancestors.map((crumb) => <li key={crumb.id}><button type="button" className="figure" onClick={() => onUnit(crumb.id)}>{named(crumb)}</button></li>)}
            <li aria-current="location">{named(shown.unit)}</li>
          </ol>
          <ThenTable tree={shown} withTotals={chosen !== null} onUnit={onUnit} />
          {shown.total > shown.rows.length ? <p className="reorg-dim">{t('firstRows', { count: shown.rows.length, total: shown.total })}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
