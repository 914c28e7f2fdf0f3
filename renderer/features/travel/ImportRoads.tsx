// Many roads at once: pasted from Excel or read from a sheet, pairs or a whole matrix; seen through before anything is changed.
import { Button, Checkbox, SegmentedControl, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useCommand, useJob, useQuery } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import { mostPastedRoads } from '../../../shared/limits.ts';

const lookAfterMilliseconds = 250;
const badShown = 200;
const figures = ['km', 'minutes', 'hours'] as const;

export function ImportRoads({ pasted, onClose }: { pasted: string; onClose: () => void }) {
  const t = useWords('travel');
  const pick = usePick();
  const { exact, duration } = useNumbers();
  const [text, setText] = useState(pasted);
  const [file, setFile] = useState<{ token: string; name: string } | null>(null);
  const [figure, setFigure] = useState<(typeof figures)[number] | null>(null);
  const [bothWays, setBothWays] = useState(true);
  const [choose, choosing] = useCommand('exchange.choose');
  const take = useJob('travel.import');
  const input = useMemo(() => ({ token: file?.token ?? null, text: file ? null : text, figure, bothWays }), [file, text, figure, bothWays]);
  const [asked] = useDebouncedValue(input, lookAfterMilliseconds);
  const isTooLong = file === null && text.length > mostPastedRoads;
  const isThere = !isTooLong && (file !== null || text.trim() !== '');
  const preview = useQuery('travel.preview', isThere && (asked.token !== null || (asked.text ?? '').trim() !== '') ? asked : null, { keep: true });
  const found = isThere ? preview.data : undefined;
  const count = (found?.added ?? 0) + (found?.changed ?? 0);

  const onChoose = async () => {
    const chosen = await choose({});
    const first = chosen?.[0];
    if (first) { setFile(first); setText(''); setFigure(null); }
  };
  const onTake = async () => {
    if (await take.run(input, { undoToast: true })) onClose();
  };
  const figuresOf = (line: { distanceKm: number | null; travelMinutes: number | null }) =>
    [line.distanceKm === null ? '' : t('kmOf', { km: exact(line.distanceKm) }), line.travelMinutes === null ? '' : duration(line.travelMinutes)].filter(Boolean).join(' · ');
  return (
    <SidePanel title={t('import')} note={t('importNote')} onClose={onClose} width={460} foot={<Button disabled={count === 0 || input !== asked} loading={take.running} onClick={() => void onTake()}>{t('take', { count })}</Button>}>
      <div className="form travel-form">
        <Button variant="default" loading={choosing.busy} onClick={() => void onChoose()}>{t('choose')}</Button>
        {file ? <p className="travel-file">{file.name} <Button variant="subtle" size="compact-xs" onClick={() => setFile(null)}>{t('notThisFile')}</Button></p> : (
          <Textarea label={t('paste')} description={t('pasteHelp')} value={text} onChange={(event) => setText(event.currentTarget.value)} error={isTooLong ? t('tooLongPaste') : undefined} minRows={6} maxRows={10} autosize wrap="off" spellCheck={false} classNames={{ input: 'travel-paste' }} data-autofocus />
        )}
        <Checkbox size="sm" label={t('bothWaysUnless')} checked={bothWays} onChange={(event) => setBothWays(event.currentTarget.checked)} />
        <LoadingLine shown={preview.loading} />
        {preview.error && isThere ? <ErrorPanel error={preview.error} onRetry={preview.refresh} /> : null}
        {found?.kind === 'matrix' ? (
          <div>
            <div className="travel-label" id="travel-matrix">{t('matrixOf', { count: found.heads.length })}</div>
            <SegmentedControl size="xs" aria-labelledby="travel-matrix" value={found.figure ?? 'km'} onChange={(value) => setFigure(value as (typeof figures)[number])} data={figures.map((value) => ({ value, label: t(`figures.${value}`) }))} />
          </div>
        ) : null}
        <div role="status">
          {found ? (
            <ul className="travel-found">
              {found.kind === 'pairs' && found.heads.length > 0 ? <li>{t('understood', { heads: found.heads.join(', ') })}</li> : null}
              {(['added', 'changed', 'same'] as const).map((key) => (found[key] > 0 ? <li key={key}><b>{t(`counts.${key}`, { count: found[key] })}</b></li> : null))}
              {found.badCount > 0 ? <li className="travel-bad-count">{t('counts.bad', { count: found.badCount })}</li> : null}
            </ul>
          ) : null}
        </div>
        {found && found.first.length > 0 ? (
          <table className="travel-first">
            <caption>{t('firstLines')}</caption>
            <tbody>
              {found.first.slice(0, 8).map((line) => <tr key={`${line.from} ${line.to}`}><td>{pick(line.from, line.fromHi)} {line.bothWays ? '⇄' : '→'} {pick(line.to, line.toHi)}</td><td className="figures">{figuresOf(line)}</td></tr>)}
            </tbody>
          </table>
        ) : null}
        {found && found.bad.length > 0 ? (
          <div>
            <h3>{t('badRows')} · {exact(found.badCount)}</h3>
            <ul className="travel-found travel-bad" tabIndex={0} aria-label={t('badRows')}>
              {found.bad.slice(0, badShown).map((row) => <li key={`${row.rowNumber} ${row.cause} ${row.value}`} data-taken={row.taken || undefined}><span className="figures">{t('row', { row: row.rowNumber })}</span> {t(`causes.${row.cause}`)}{row.value ? `: ${row.value}` : ''}</li>)}
            </ul>
          </div>
        ) : null}
      </div>
    </SidePanel>
  );
}
