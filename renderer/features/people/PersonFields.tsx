// The fields of a person: names in both scripts, post, unit, phone, veteran.
import { Autocomplete, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { latinName } from '../../latinName.ts';
import { useLanguage, useWords } from '../../words.ts';
import type { PersonDetail, PersonFields as Fields } from '../../../shared/model/person.ts';
import { latinDigits } from '../../../shared/text/numbers.ts';
import { postCalled, posts } from './posts.ts';

interface Typed {
  nameEn: string;
  nameHi: string;
  titleEn: string;
  titleHi: string;
  unitId: string | null;
  phone: string;
  veteran: boolean;
}

const phonePattern = /^[0-9+\- ]{3,20}$/;
const asTyped = (person: PersonDetail | null, unitId: string | null): Typed => (person === null
  ? { nameEn: '', nameHi: '', titleEn: '', titleHi: '', unitId, phone: '', veteran: false }
  : { nameEn: person.nameEn, nameHi: person.nameHi ?? '', titleEn: person.titleEn, titleHi: person.titleHi ?? '', unitId: person.unitId, phone: person.phone ?? '', veteran: person.veteran });

export function usePersonForm(person: PersonDetail | null, unitId: string | null) {
  const start = asTyped(person, unitId);
  const [change, setChange] = useState<Partial<Typed>>({});
  const typed: Typed = { ...start, ...change };
  const phone = latinDigits(typed.phone).trim();
  const nameEn = typed.nameEn.trim() || latinName(typed.nameHi);
  const phoneWrong = phone !== '' && !phonePattern.test(phone);
  const fields: Fields | null = nameEn === '' || phoneWrong ? null : {
    nameEn, nameHi: typed.nameHi.trim() || null, titleEn: typed.titleEn.trim() || latinName(typed.titleHi), titleHi: typed.titleHi.trim() || null,
    unitId: typed.unitId, phone: phone === '' ? null : phone, veteran: typed.veteran,
  };
  return {
    typed, fields, phoneWrong,
    changed: (Object.keys(start) as (keyof Typed)[]).some((key) => typed[key] !== start[key]),
    put: (more: Partial<Typed>) => setChange((now) => ({ ...now, ...more })),
    forget: () => setChange({}),
  };
}

export function PersonFields({ form: { typed, put, phoneWrong } }: { form: ReturnType<typeof usePersonForm> }) {
  const t = useWords('people');
  const language = useLanguage();
  const title = (key: 'titleEn' | 'titleHi', own: 'en' | 'hi') => (
    <Autocomplete
      key={key} label={t(`field.${key}`)} lang={own} maxLength={200} value={typed[key]} data={posts.map((post) => post[own])} limit={8} size="sm"
      onChange={(value) => put({ [key]: value })}
      onOptionSubmit={(value) => { const post = postCalled(value); if (post) put({ titleEn: post.en, titleHi: post.hi }); }}
      onBlur={() => {
        const post = postCalled(typed[key]);
        if (post) put({ titleEn: typed.titleEn || post.en, titleHi: typed.titleHi || post.hi });
      }}
    />
  );
  const names = [
    <TextInput key="hi" label={t('field.nameHi')} lang="hi" maxLength={200} value={typed.nameHi} onChange={(event) => put({ nameHi: event.currentTarget.value })} autoComplete="off" {...(language === 'hi' ? { 'data-first': true } : {})} />,
    <TextInput key="en" label={t('field.nameEn')} lang="en" maxLength={200} value={typed.nameEn} placeholder={latinName(typed.nameHi)} onChange={(event) => put({ nameEn: event.currentTarget.value })} autoComplete="off" {...(language === 'en' ? { 'data-first': true } : {})} />,
  ];
  const titles = [title('titleHi', 'hi'), title('titleEn', 'en')];
  return (
    <>
      <div className="people-pair">{language === 'hi' ? names : names.toReversed()}</div>
      <div className="people-pair">{language === 'hi' ? titles : titles.toReversed()}</div>
      <UnitPicker label={t('field.unit')} value={typed.unitId} onChange={(unitId) => put({ unitId })} clearable />
      <div className="people-pair">
        <TextInput label={t('field.phone')} type="tel" inputMode="tel" value={typed.phone} onChange={(event) => put({ phone: event.currentTarget.value })} error={phoneWrong ? t('phoneWrong') : undefined} autoComplete="off" />
        <Checkbox className="people-veteran" label={t('field.veteran')} checked={typed.veteran} onChange={(event) => put({ veteran: event.currentTarget.checked })} />
      </div>
    </>
  );
}
