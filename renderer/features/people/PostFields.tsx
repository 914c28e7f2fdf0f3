// The fields of a post: title, where, from and to which day, by whose order; and what the committee's template says to it.
import { Autocomplete, Checkbox, TextInput } from '@mantine/core';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useQuery } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useLanguage, useNamed, useWords } from '../../words.ts';
import { kindCalled } from './usePostForm.ts';
import type { PostFormState } from './usePostForm.ts';

interface Props {
  form: PostFormState;
  /** Posts that end the day before this one begins; null where that is not offered. */
  ends: string[];
  onEnds: (postIds: string[]) => void;
  /** The post that is being corrected. */
  postId?: string | undefined;
}

export function PostFields({ form: { kinds, typed, fields, put, backwards }, ends, onEnds, postId }: Props) {
  const t = useWords('people');
  const named = useNamed();
  const language = useLanguage();
  const kindId = fields?.postKindId ?? null;
  const check = useQuery('posts.check', typed.unitId !== null && kindId !== null ? { unitId: typed.unitId, postKindId: kindId, day: typed.fromDay, exceptPostId: postId ?? null } : null).data;
  const isFull = check !== undefined && check.seats !== null && check.holders.length >= check.seats;
  const title = (key: 'titleEn' | 'titleHi', own: 'nameEn' | 'nameHi') => (
    <Autocomplete
      key={key} label={t(`field.${key}`)} lang={key === 'titleEn' ? 'en' : 'hi'} maxLength={200} value={typed[key]} data={kinds.map((kind) => kind[own])} limit={8} size="sm"
      onChange={(value) => put({ [key]: value })}
      onOptionSubmit={(value) => { const kind = kindCalled(kinds, value); if (kind) put({ titleEn: kind.nameEn, titleHi: kind.nameHi }); }}
      onBlur={() => {
        const kind = kindCalled(kinds, typed[key]);
        if (kind) put({ titleEn: typed.titleEn || kind.nameEn, titleHi: typed.titleHi || kind.nameHi });
      }}
    />
  );
  const titles = [title('titleHi', 'nameHi'), title('titleEn', 'nameEn')];
  return (
    <>
      <div className="people-pair">{language === 'hi' ? titles : titles.toReversed()}</div>
      <UnitPicker label={t('field.unit')} value={typed.unitId} onChange={(unitId) => put({ unitId })} clearable />
      <div className="people-pair">
        <DayField label={t('field.fromDay')} value={typed.fromDay} onChange={(fromDay) => put({ fromDay })} clearable />
        <DayField label={t('field.toDay')} value={typed.toDay} onChange={(toDay) => put({ toDay })} clearable error={backwards ? t('endBeforeStart') : undefined} />
      </div>
      <div className="people-pair">
        <TextInput label={t('field.orderBy')} maxLength={200} value={typed.orderBy} onChange={(event) => put({ orderBy: event.currentTarget.value })} autoComplete="off" />
        <DayField label={t('field.orderDay')} value={typed.orderDay} onChange={(orderDay) => put({ orderDay })} clearable />
      </div>
      {isFull ? (
        <div className="people-warning" role="status">
          <p>{t('seatsFull', { count: check.seats })}</p>
          {check.holders.map((holder) => (
            <Checkbox
              key={holder.postId} size="xs" label={t('endsWith', { name: named(holder) })} checked={ends.includes(holder.postId)}
              onChange={(event) => onEnds(event.currentTarget.checked ? [...ends, holder.postId] : ends.filter((id) => id !== holder.postId))}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}
