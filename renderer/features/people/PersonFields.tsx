// The fields of a person: names in both scripts, numbers, veteran or not.
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { latinName } from '../../latinName.ts';
import { useLanguage, useWords } from '../../words.ts';
import type { PersonDetail, PersonFields as Fields, PersonPhone } from '../../../shared/model/person.ts';
import { latinDigits } from '../../../shared/text/numbers.ts';

interface Typed {
  nameEn: string;
  nameHi: string;
  phones: PersonPhone[];
  veteran: boolean;
}

const mostPhones = 6;
const phonePattern = /^[0-9+\- ]{3,20}$/;
const clean = (number: string): string => latinDigits(number).trim();
const isWrong = (number: string): boolean => clean(number) !== '' && !phonePattern.test(clean(number));
const noPhone: PersonPhone = { kind: 'mobile', number: '' };
const asTyped = (person: PersonDetail | null): Typed => (person === null
  ? { nameEn: '', nameHi: '', phones: [noPhone], veteran: false }
  : { nameEn: person.nameEn, nameHi: person.nameHi ?? '', phones: person.phones.length > 0 ? person.phones : [noPhone], veteran: person.veteran });

export function usePersonForm(person: PersonDetail | null) {
  const start = asTyped(person);
  const [change, setChange] = useState<Partial<Typed>>({});
  const typed: Typed = { ...start, ...change };
  const nameEn = typed.nameEn.trim() || latinName(typed.nameHi);
  const phones = typed.phones.map(({ kind, number }) => ({ kind, number: clean(number) })).filter(({ number }) => number !== '');
  const fields: Fields | null = nameEn === '' || typed.phones.some(({ number }) => isWrong(number)) ? null
    : { nameEn, nameHi: typed.nameHi.trim() || null, phones, veteran: typed.veteran };
  return {
    typed, fields,
    changed: JSON.stringify(typed) !== JSON.stringify(start),
    put: (more: Partial<Typed>) => setChange((now) => ({ ...now, ...more })),
    forget: () => setChange({}),
  };
}

function Phones({ phones, onChange }: { phones: PersonPhone[]; onChange: (phones: PersonPhone[]) => void }) {
  const t = useWords('people');
  const put = (at: number, more: Partial<PersonPhone>) => onChange(phones.map((phone, index) => (index === at ? { ...phone, ...more } : phone)));
  return (
    <div className="people-phones">
      {phones.map((phone, at) => {
        const label = at === 0 ? t('field.phone') : t('phoneNumbered', { number: at + 1 });
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a number has no other name than its place
          <div key={at} className="people-phone">
            <TextInput
              label={label} type="tel" inputMode="tel" value={phone.number} autoComplete="off"
              onChange={(event) => put(at, { number: event.currentTarget.value })} error={isWrong(phone.number) ? t('phoneWrong') : undefined}
            />
            <Select
              aria-label={t('phoneKindOf', { phone: label })} size="sm" allowDeselect={false} value={phone.kind}
              data={(['mobile', 'whatsapp', 'office'] as const).map((kind) => ({ value: kind, label: t(`phoneKind.${kind}`) }))}
              onChange={(kind) => { if (kind) put(at, { kind: kind as PersonPhone['kind'] }); }}
            />
            {phones.length > 1 ? <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('removePhone', { phone: label })} title={t('remove')} onClick={() => onChange(phones.filter((_, index) => index !== at))}><IconX size={14} /></ActionIcon> : null}
          </div>
        );
      })}
      {phones.length < mostPhones && phones.every(({ number }) => number.trim() !== '') ? (
        <Button className="people-more" size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => onChange([...phones, noPhone])}>{t('addPhone')}</Button>
      ) : null}
    </div>
  );
}

export function PersonFields({ form: { typed, put } }: { form: ReturnType<typeof usePersonForm> }) {
  const t = useWords('people');
  const language = useLanguage();
  const names = [
    <TextInput key="hi" label={t('field.nameHi')} lang="hi" maxLength={200} value={typed.nameHi} onChange={(event) => put({ nameHi: event.currentTarget.value })} autoComplete="off" {...(language === 'hi' ? { 'data-first': true } : {})} />,
    <TextInput key="en" label={t('field.nameEn')} lang="en" maxLength={200} value={typed.nameEn} placeholder={latinName(typed.nameHi)} onChange={(event) => put({ nameEn: event.currentTarget.value })} autoComplete="off" {...(language === 'en' ? { 'data-first': true } : {})} />,
  ];
  return (
    <>
      <div className="people-pair">{language === 'hi' ? names : names.toReversed()}</div>
      <Phones phones={typed.phones} onChange={(phones) => put({ phones })} />
      <Checkbox label={t('field.veteran')} checked={typed.veteran} onChange={(event) => put({ veteran: event.currentTarget.checked })} />
    </>
  );
}
