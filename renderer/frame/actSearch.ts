// What an act may be found by: its words in both languages, so that "import" finds आयात too.
import i18next from 'i18next';

export function searchKeysOf(labelKey: string): string {
  return ['en', 'hi'].map((language) => String(i18next.getFixedT(language)(labelKey as never))).join(' ').toLowerCase();
}
