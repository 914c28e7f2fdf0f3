// Reads a PDF back with poppler's pdftotext: how many pages it has, and its text as a person would copy it out.
import { execFileSync } from 'node:child_process';

export interface PdfText {
  pages: number;
  /** NFC, with single blanks, so that words can be looked for. */
  text: string;
}

/** Null where this machine has no pdftotext: `npm test` installs it where it may, and says so where it may not. */
export function readPdf(path: string): PdfText | null {
  try {
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    return { pages: text.split('\f').length - 1, text: text.normalize('NFC').replace(/\s+/g, ' ') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
