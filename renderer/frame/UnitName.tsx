// A unit's name in the language chosen; dotted, and said so to screen readers, where the app has only proposed it.
import { useLanguage, useNamed, useWords } from '../words.ts';
import type { Named } from '../../shared/model/common.ts';

export function UnitName({ unit }: { unit: Named & { nameHiProposed: boolean } }) {
  const t = useWords('names');
  const named = useNamed();
  const language = useLanguage();
  if (language !== 'hi' || !unit.nameHiProposed) return <>{named(unit)}</>;
  return <span className="name-proposed" title={t('isProposed')}>{named(unit)}<span className="unseen"> ({t('isProposed')})</span></span>;
}
