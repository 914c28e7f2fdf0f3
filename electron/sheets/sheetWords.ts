// The words a sheet adds to its model, and how a text is worded in the languages asked for.
import { dayAsRead } from '../../shared/dates.ts';
import type { SheetLanguages } from '../../shared/model/common.ts';
import type { SheetModel, Text } from '../../shared/model/sheet.ts';

export const sheetWords = {
  printedOn: { en: 'Printed on', hi: 'मुद्रण तिथि' },
  nothing: { en: 'Nothing to show', hi: 'कोई प्रविष्टि नहीं' },
  onlyNumbersTitle: { en: 'A whole number', hi: 'पूरी संख्या' },
  onlyNumbers: { en: 'Type the whole number achieved so far, for example 1250. Leave the cell empty if nothing is known.', hi: 'अब तक की कुल उपलब्धि पूरी संख्या में लिखें, जैसे 1250। पता न हो तो खाना खाली छोड़ें।' },
  about: { en: 'Details', hi: 'विवरण' },
} satisfies Record<string, Text>;

/** The first language of a sheet, and the second under it where both are asked for and they differ. */
export function wording(text: Text, languages: SheetLanguages): { first: string; second: string | null } {
  if (languages === 'en') return { first: text.en || text.hi, second: null };
  const first = text.hi || text.en;
  return { first, second: languages === 'both' && text.en !== '' && text.en !== first ? text.en : null };
}

/** Both languages on one line, for places that have only one. */
export function oneLine(text: Text, languages: SheetLanguages): string {
  const { first, second } = wording(text, languages);
  return second === null ? first : `${first} · ${second}`;
}

/** What stands at the foot of every page: the sheet's own footer and the day of printing. */
export function footLine(model: Pick<SheetModel, 'footer' | 'printedOn'>, languages: SheetLanguages): string {
  const printed = `${oneLine(sheetWords.printedOn, languages)}: ${dayAsRead(model.printedOn)}`;
  const own = languages === 'both' ? wording(model.footer, 'hi').first : oneLine(model.footer, languages);
  return own === '' ? printed : `${own} · ${printed}`;
}
