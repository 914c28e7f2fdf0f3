// The usual posts, each with its words in both languages, so that choosing one fills both.
import en from '../../../shared/text/en/people.json' with { type: 'json' };
import hi from '../../../shared/text/hi/people.json' with { type: 'json' };

export interface Post {
  en: string;
  hi: string;
}

export const posts: Post[] = (Object.keys(en.post) as (keyof typeof en.post)[]).map((id) => ({ en: en.post[id], hi: hi.post[id] }));

/** The post of that name in either language. */
export const postCalled = (name: string): Post | undefined => {
  const wanted = name.trim().toLowerCase();
  return wanted === '' ? undefined : posts.find((post) => post.en.toLowerCase() === wanted || post.hi === wanted);
};
