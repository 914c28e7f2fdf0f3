// What is typed about a post until it is sent: words of a kind fill both languages, other words are a title of their own.
import { useState } from 'react';
import { useQuery } from '../../hooks.ts';
import { latinName } from '../../latinName.ts';
import type { Post, PostFields, PostKind } from '../../../shared/model/post.ts';

export interface TypedPost {
  titleEn: string;
  titleHi: string;
  unitId: string | null;
  fromDay: string | null;
  toDay: string | null;
  orderBy: string;
  orderDay: string | null;
}

const nothing: TypedPost = { titleEn: '', titleHi: '', unitId: null, fromDay: null, toDay: null, orderBy: '', orderDay: null };
const asTyped = (post: Post): TypedPost => ({
  titleEn: post.titleEn, titleHi: post.titleHi ?? '', unitId: post.unitId, fromDay: post.fromDay, toDay: post.toDay, orderBy: post.orderBy, orderDay: post.orderDay,
});

/** The kind of that name, in either language. */
export function kindCalled(kinds: readonly PostKind[], name: string): PostKind | undefined {
  const wanted = name.trim().toLowerCase();
  return wanted === '' ? undefined : kinds.find((kind) => kind.nameEn.toLowerCase() === wanted || kind.nameHi === wanted);
}

export function usePostForm(post: Post | null, begin: Partial<TypedPost> = {}) {
  const kinds = useQuery('posts.kinds', {}).data ?? [];
  const [typed, setTyped] = useState<TypedPost>(post ? asTyped(post) : { ...nothing, ...begin });
  const kind = kindCalled(kinds, typed.titleEn) ?? (typed.titleEn.trim() === '' ? kindCalled(kinds, typed.titleHi) : undefined);
  const isKind = kind !== undefined && (typed.titleHi.trim() === '' || typed.titleHi.trim() === kind.nameHi);
  const titleEn = typed.titleEn.trim() || latinName(typed.titleHi);
  const backwards = typed.fromDay !== null && typed.toDay !== null && typed.toDay < typed.fromDay;
  const isEmpty = titleEn === '' && typed.fromDay === null && typed.toDay === null && typed.orderBy.trim() === '';
  const { unitId, fromDay, toDay, orderDay } = typed;
  const rest = { unitId, fromDay, toDay, orderBy: typed.orderBy.trim(), orderDay };
  const fields: PostFields | null = titleEn === '' || backwards ? null
    : isKind ? { postKindId: kind.id, titleEn: '', titleHi: null, ...rest }
      : { postKindId: null, titleEn, titleHi: typed.titleHi.trim() || null, ...rest };
  return { kinds, typed, fields, isEmpty, backwards, put: (more: Partial<TypedPost>) => setTyped((now) => ({ ...now, ...more })) };
}

export type PostFormState = ReturnType<typeof usePostForm>;
