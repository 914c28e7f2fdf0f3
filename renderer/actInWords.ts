// An act of the history as one sentence.
import { queries } from './queries.ts';
import { useSession } from './store.ts';
import { inLanguage, valuesIn, words } from './words.ts';
import type { HistoryRow } from '../shared/contract/sheets.ts';
import type { Level } from '../shared/model/unit.ts';

/** Which of two sentences: without a value, or with lines kept back. */
function contextOf(detail: Record<string, unknown>): string | undefined {
  if (detail['value'] === null) return 'none';
  return typeof detail['locked'] === 'number' && detail['locked'] > 0 ? 'locked' : undefined;
}

/** `15,00,000 of Jharkhand apportioned to 29,500 booths by electors, 3 locked`: `history.json`, `summary.<key>`. */
export function actInWords(row: Pick<HistoryRow, 'summary'>): string {
  const { key, detail } = row.summary;
  const { language } = useSession.getState();
  const t = words('history');
  const levels = queries.answer('units.levels', {}).data as Level[] | undefined;
  const level = levels?.find((one) => one.id === detail['toLevelId']);
  const plural = level ? inLanguage(language, level.pluralEn.toLowerCase(), level.pluralHi) : String(detail['toLevelId'] ?? '');
  const how = typeof detail['method'] === 'string' ? t(`method.${detail['method']}`) : '';
  const sentence = t(`summary.${key}`, { ...valuesIn(language, detail), level: plural, how, context: contextOf(detail) });
  return sentence.startsWith('summary.') ? t('someAct') : sentence;
}
