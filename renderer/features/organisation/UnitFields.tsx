// The fields of a unit, as adding and editing share them.
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '../../hooks.ts';
import { latinName } from '../../latinName.ts';
import { useLanguage, useNamed, useNumbers, useWords } from '../../words.ts';
import type { UnitDetail, UnitFields as Fields } from '../../../shared/model/unit.ts';
import { orNull, pointText, readCount, readPoint } from './fields.ts';

/** Everything as typed. */
export interface Typed {
  nameEn: string;
  nameHi: string;
  code: string;
  placeEn: string;
  placeHi: string;
  electors: string;
  point: string;
  constituencyId: string | null;
  partNumber: string;
}

const nothing: Typed = { nameEn: '', nameHi: '', code: '', placeEn: '', placeHi: '', electors: '', point: '', constituencyId: null, partNumber: '' };
const mostElectors = 1_000_000_000;

export function useTyped(unit: UnitDetail | null) {
  const { exact } = useNumbers();
  const [typed, setTyped] = useState<Typed>(() => (unit === null ? nothing : {
    nameEn: unit.nameEn, nameHi: unit.nameHi ?? '', code: unit.code ?? '', placeEn: unit.placeEn ?? '', placeHi: unit.placeHi ?? '',
    electors: unit.ownElectors === null ? '' : exact(unit.ownElectors), point: pointText(unit.lat, unit.lon),
    constituencyId: unit.constituency?.id ?? null, partNumber: unit.partNumber ?? '',
  }));
  const electors = readCount(typed.electors, mostElectors);
  const point = readPoint(typed.point);
  const nameEn = typed.nameEn.trim() || latinName(typed.nameHi);
  const fields: Fields | null = nameEn === '' || electors === undefined || point === undefined ? null : {
    nameEn, nameHi: orNull(typed.nameHi), code: orNull(typed.code), placeEn: orNull(typed.placeEn), placeHi: orNull(typed.placeHi),
    electors, lat: point?.[0] ?? null, lon: point?.[1] ?? null, constituencyId: typed.constituencyId, partNumber: orNull(typed.partNumber),
  };
  return {
    typed, fields,
    put: (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change })),
    clear: () => setTyped(nothing),
    wrong: { electors: electors === undefined, point: point === undefined },
  };
}

interface Props {
  form: ReturnType<typeof useTyped>;
  levelId: string;
  /** Units with units below have the sum of those as their electors. */
  hasBelow: boolean;
}

export function UnitFields({ form: { typed, put, wrong }, levelId, hasBelow }: Props) {
  const t = useWords('organisation');
  const named = useNamed();
  const language = useLanguage();
  const isBooth = levelId === 'booth';
  const seats = useQuery('units.constituencies', isBooth ? {} : null).data;
  const text = (key: 'nameEn' | 'nameHi' | 'code' | 'placeEn' | 'placeHi' | 'partNumber', props: { maxLength: number; lang?: string; placeholder?: string; first?: boolean }) => {
    const { first, ...rest } = props;
    return <TextInput key={key} label={t(`field.${key}`)} value={typed[key]} onChange={(event) => put({ [key]: event.currentTarget.value })} autoComplete="off" {...rest} {...(first ? { 'data-first': true } : {})} />;
  };
  const names = [
    text('nameHi', { maxLength: 200, lang: 'hi', first: language === 'hi' }),
    text('nameEn', { maxLength: 200, lang: 'en', placeholder: latinName(typed.nameHi), first: language === 'en' }),
  ];
  const places = [text('placeHi', { maxLength: 200, lang: 'hi' }), text('placeEn', { maxLength: 200, lang: 'en' })];
  return (
    <>
      {language === 'hi' ? names : names.toReversed()}
      {isBooth ? (
        <>
          <Select
            label={t('field.seat')} searchable clearable value={typed.constituencyId} onChange={(value) => put({ constituencyId: value })} nothingFoundMessage={t('common:nothingFound')}
            data={(seats ?? []).filter((seat) => seat.kind === 'assembly').map((seat) => ({ value: seat.id, label: `${seat.number} · ${named(seat)}` }))}
          />
          {text('partNumber', { maxLength: 20 })}
        </>
      ) : null}
      {hasBelow ? null : (
        <TextInput label={t('field.electors')} value={typed.electors} onChange={(event) => put({ electors: event.currentTarget.value })} inputMode="numeric" error={wrong.electors ? t('common:notANumber') : undefined} />
      )}
      <TextInput label={t('field.code')} description={t('field.codeNote')} value={typed.code} onChange={(event) => put({ code: event.currentTarget.value })} maxLength={40} autoComplete="off" />
      {isBooth ? null : <div className="unit-form-pair">{language === 'hi' ? places : places.toReversed()}</div>}
      <TextInput label={t('field.point')} placeholder="23.7957, 86.4304" value={typed.point} onChange={(event) => put({ point: event.currentTarget.value })} error={wrong.point ? t('field.pointWrong') : undefined} autoComplete="off" />
    </>
  );
}
