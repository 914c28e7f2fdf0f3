// Calls about sheets: the same model shown on the screen, printed, and saved as PDF, workbook or CSV.
import { basename } from 'node:path';
import type { SheetChoice } from '../../shared/contract/sheets.ts';
import type { Language, SheetLanguages } from '../../shared/model/common.ts';
import type { SheetModel } from '../../shared/model/sheet.ts';
import type { Calls, EffectContext, QueryContext } from '../calls.ts';
import { sheetCsv } from '../sheets/sheetCsv.ts';
import { orientationOf, sheetHtml } from '../sheets/sheetHtml.tsx';
import { assignmentSheet } from './sheet/assignmentSheet.ts';
import { briefSheet } from './sheet/briefSheet.ts';
import { daySheet } from './sheet/daySheet.ts';
import { extensionNotice } from './sheet/extensionNotice.ts';
import { fileName } from './sheet/fileName.ts';
import { timelineSheet } from './sheet/timelineSheet.ts';
import { tourSheet } from './sheet/tourSheet.ts';
import { withExtension, writeWhole } from './sheet/writeWhole.ts';
import { tours } from './tours.ts';

/** The bundled fonts, from the root of the app's own pages: of the window for the preview, of the hidden page for printing. */
const fontsBase = '/fonts';

const formats = { pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' } as const;
const saveTitle: Record<Language, string> = { en: 'Save the sheet', hi: 'पत्रक सहेजें' };

const sortedIn = (languages: SheetLanguages): Language => (languages === 'en' ? 'en' : 'hi');

function modelOf(context: QueryContext, sheet: SheetChoice, language: Language): SheetModel {
  if (sheet.kind === 'assignment') return assignmentSheet(context, sheet, language);
  if (sheet.kind === 'extensionNotice') return extensionNotice(context, sheet.orderId, language);
  if (sheet.kind === 'timeline') return timelineSheet(context, sheet);
  if (sheet.kind === 'brief') return briefSheet(context, sheet.stopId);
  if (sheet.kind === 'day') return daySheet(context, sheet.tourId, sheet.personId, sheet.day);
  return tourSheet(context, tours['tours.get'](context, { id: sheet.tourId }));
}

async function bytesOf(context: EffectContext, model: SheetModel, languages: SheetLanguages, format: keyof typeof formats): Promise<Uint8Array> {
  if (format === 'csv') return sheetCsv(model, languages);
  if (format === 'pdf') return context.host.pdfOf(sheetHtml(model, languages, { fontsBase }), { landscape: orientationOf(model) === 'landscape' });
  // The workbook writer is large, and most sessions never need it.
  const { sheetXlsx } = await import('../sheets/sheetXlsx.ts');
  return sheetXlsx(model, languages);
}

export const sheets = {
  'sheets.model': (context, { sheet, language }) => modelOf(context, sheet, language),

  'sheets.html': (context, { sheet, languages }) => ({ html: sheetHtml(modelOf(context, sheet, sortedIn(languages)), languages, { fontsBase }) }),

  'sheets.export': async (context, { sheet, languages, format }) => {
    const language = sortedIn(languages);
    const model = context.query('sheets.model', { sheet, language });
    // The footer says unit, programme and kind of sheet: what tells this file from the next in a folder.
    const suggested = fileName(model.footer[language].replaceAll(' · ', ' - '), format, language);
    const chosen = await context.host.chooseToSave(saveTitle[context.desk.settings().language], suggested, [{ name: formats[format], extensions: [format] }]);
    if (chosen === null) return { saved: null };
    const path = withExtension(chosen, format);
    await writeWhole(path, await bytesOf(context, model, languages, format));
    return { saved: basename(path) };
  },

  'sheets.print': async (context, { sheet, languages }) => {
    const { html } = context.query('sheets.html', { sheet, languages });
    return { printed: await context.host.print(html) };
  },
} satisfies Calls<'sheets'>;
