// What the chosen files were taken for, what will be taken from them, and the way to say otherwise.
import { Button, NativeSelect } from '@mantine/core';
import { IconBuildingBank, IconListNumbers, IconQuestionMark, IconTable } from '@tabler/icons-react';
import type { Draft } from './draft.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { ChosenSheet } from '../../../shared/contract/sheets.ts';
import type { SheetKind } from '../../../shared/model/recognised.ts';

const forms: Draft['form'][] = ['levels', 'parentCode', 'localBodies', 'seatBooths', 'subdistricts'];

const look = { size: 26, stroke: 1.4, 'aria-hidden': true } as const;

function KindIcon({ kind }: { kind: SheetKind }) {
  if (kind.startsWith('lgd')) return <IconBuildingBank {...look} />;
  if (kind === 'form20' || kind === 'pollingStations') return <IconListNumbers {...look} />;
  return kind === 'unknown' ? <IconQuestionMark {...look} /> : <IconTable {...look} />;
}

interface Props {
  sheet: ChosenSheet;
  draft: Draft;
  /** The columns are as the person chose them earlier for a sheet of this shape. */
  remembered: boolean;
  onForm: (form: Draft['form']) => void;
  onSeat: (seat: number | null) => void;
  onForget: () => void;
}

export function KindCard({ sheet, draft, remembered, onForm, onSeat, onForget }: Props) {
  const t = useWords('importing');
  const { day } = useNumbers();
  const { kind, state, day: made, seats } = sheet.recognised;
  const pick = usePick();
  const known = seats.filter((seat) => seat !== null);
  const facts = [
    t('kind.files', { name: sheet.name, count: sheet.more.length + 1, more: sheet.more.length }),
    t('kind.rows', { count: sheet.rows }),
    ...(made === null ? [] : [t('kind.day', { day: day(made) })]),
  ];
  const says = remembered ? t('kind.remembered') : kind.startsWith('lgd') && sheet.guess === null ? t('kind.noLevel') : kind === 'unknown' ? '' : t(sheet.guess ? 'columns.guessed' : 'columns.notGuessed');
  return (
    <section className="import-kind" aria-label={t('kind.label')}>
      <KindIcon kind={kind} />
      <div className="import-kind-says">
        <h2>{state === null ? t(`kinds.${kind}.title`) : t(`kinds.${kind}.of`, { state: pick(state.nameEn, state.nameHi) })}</h2>
        <p className="import-kind-facts">{facts.map((fact) => <span key={fact}>{fact}</span>)}</p>
        <p>{t(`kinds.${kind}.use`)}</p>
        <p className="import-kind-facts">{known.length > 0 ? `${t('kind.seats', { seats: known.join(', ') })} ` : ''}{says}</p>
      </div>
      <div className="import-kind-ways">
        <NativeSelect
          size="xs" label={t('kind.readAs')} value={draft.form} data={forms.map((form) => ({ value: form, label: t(`forms.${form}`) }))}
          onChange={(event) => onForm(event.currentTarget.value as Draft['form'])}
        />
        {asksSeat(sheet, draft) ? <NumberField size="xs" label={t('kind.seat')} value={draft.seat} min={1} max={500} onChange={onSeat} /> : null}
        {remembered ? <Button size="compact-xs" variant="subtle" onClick={onForget}>{t('kind.forget')}</Button> : null}
      </div>
    </section>
  );
}

/** Booths by part number of a seat that neither a column nor the file itself says. */
export function asksSeat({ recognised, more }: ChosenSheet, { form, roles }: Draft): boolean {
  const unsaid = recognised.seats.includes(null) || (recognised.seats.length === 0 && !roles.includes('seatNumber'));
  const booths = form === 'seatBooths' || (form === 'levels' && roles.some((role) => role === 'partNumber' || role.startsWith('partName:')));
  return booths && unsaid && more.length === 0;
}
