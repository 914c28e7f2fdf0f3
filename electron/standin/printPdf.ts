// Electron's printToPDF, in Playwright's words. Lengths are inches.
import type { Page } from 'playwright-core';

export interface PdfOptions {
  landscape?: boolean;
  displayHeaderFooter?: boolean;
  headerTemplate?: string;
  footerTemplate?: string;
  printBackground?: boolean;
  preferCSSPageSize?: boolean;
  scale?: number;
  pageSize?: string | { width: number; height: number };
  pageRanges?: string;
  margins?: { top?: number; bottom?: number; left?: number; right?: number };
  generateTaggedPDF?: boolean;
}

/** Electron's default margin: one centimetre. */
const usualMargin = 0.4;

export async function printPdf(page: Page, options: PdfOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {} } = options;
  const inches = (length: number | undefined): string => `${length ?? usualMargin}in`;
  return page.pdf({
    ...typeof pageSize === 'string' ? { format: pageSize } : { width: `${pageSize.width}in`, height: `${pageSize.height}in` },
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    printBackground: options.printBackground ?? false,
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    scale: options.scale ?? 1,
    pageRanges: options.pageRanges ?? '',
    tagged: options.generateTaggedPDF ?? false,
    margin: { top: inches(margins.top), bottom: inches(margins.bottom), left: inches(margins.left), right: inches(margins.right) },
  });
}
