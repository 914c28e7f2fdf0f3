// One seat: number, names, reservation, its Lok Sabha seat; new or changed, taken away where nothing belongs to it.
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useWords } from '../../words.ts';
import { reservations } from '../../../shared/limits.ts';
import type { SeatRecord, SeatRow } from '../../../shared/model/seat.ts';

interface Props {
  /** Null: a new one. */
  seat: SeatRow | null;
  seats: SeatRow[];
  onClose: () => void;
  onSaved: (id: string) => void;
}

const reservationOf = (text: string): SeatRecord['reservation'] => reservations.find((known) => known === text) ?? '';

export function SeatPanel({ seat, seats, onClose, onSaved }: Props) {
  const t = useWords('seats');
  const named = useNamed();
  const go = useSession((session) => session.go);
  const [save, saving] = useCommand('seats.save');
  const [remove] = useCommand('seats.remove');
  const [kind, setKind] = useState<SeatRecord['kind']>(seat?.kind ?? 'assembly');
  const [number, setNumber] = useState<number | null>(seat?.number ?? Math.max(0, ...seats.filter((other) => other.kind === 'assembly').map((other) => other.number)) + 1);
  const [nameEn, setNameEn] = useState(seat?.nameEn ?? '');
  const [nameHi, setNameHi] = useState(seat?.nameHi ?? '');
  const [reservation, setReservation] = useState<SeatRecord['reservation']>(reservationOf(seat?.reservation ?? ''));
  const [parentId, setParentId] = useState(seat?.parentId ?? '');
  const [electors, setElectors] = useState<number | null>(seat?.electors ?? null);
  const isWhole = number !== null && number > 0 && nameEn.trim() !== '';

  const onSave = async () => {
    if (!isWhole) return;
    const fields: SeatRecord = { kind, number, nameEn: nameEn.trim(), nameHi: nameHi.trim() || null, reservation, parentId: kind === 'assembly' ? parentId || null : null, electors };
    const saved = await save({ id: seat?.id ?? null, fields }, { undoToast: true });
    if (saved) onSaved(saved.id);
  };
  const onRemove = async () => {
    if (seat && await remove({ id: seat.id }, { undoToast: true }) !== undefined) onClose();
  };
  return (
    <SidePanel
      title={seat ? t('edit', { number: seat.number }) : t('new')} onClose={onClose} follows={seat !== null}
      foot={(
        <>
          <Button disabled={!isWhole} loading={saving.busy} onClick={() => void onSave()}>{t('save')}</Button>
          {seat ? <Button variant="subtle" color="red" onClick={() => void onRemove()}>{t('remove')}</Button> : null}
        </>
      )}
    >
      <form className="form seats-form" onSubmit={(event) => { event.preventDefault(); void onSave(); }}>
        {seat ? null : <SegmentedControl aria-label={t('kind')} value={kind} onChange={(value) => setKind(value as SeatRecord['kind'])} data={[{ value: 'assembly', label: t('assembly') }, { value: 'lokSabha', label: t('lokSabha') }]} />}
        <NumberField label={t('number')} value={number} onChange={setNumber} />
        <TextInput label={t('nameEn')} value={nameEn} onChange={(event) => setNameEn(event.currentTarget.value)} />
        <TextInput label={t('nameHi')} value={nameHi} onChange={(event) => setNameHi(event.currentTarget.value)} />
        <NativeSelect label={t('reservation')} value={reservation} onChange={(event) => setReservation(reservationOf(event.currentTarget.value))} data={reservations.map((value) => ({ value, label: t(`reservations.${value || 'unknown'}`) }))} />
        {kind === 'assembly' ? (
          <NativeSelect
            label={t('lokSabha')} value={parentId} onChange={(event) => setParentId(event.currentTarget.value)}
            data={[{ value: '', label: t('none') }, ...seats.filter((other) => other.kind === 'lokSabha').map((other) => ({ value: other.id, label: `${other.number} · ${named(other)}` }))]}
          />
        ) : null}
        <NumberField label={t('electors')} value={electors} onChange={setElectors} />
        {seat && seat.booths > 0 ? <Button variant="default" onClick={() => go('organisation', { constituencyId: seat.id })}>{t('showBooths')}</Button> : null}
        <button type="submit" hidden />
      </form>
    </SidePanel>
  );
}
