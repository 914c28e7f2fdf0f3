// The name under which a sheet is proposed to be saved: readable, and allowed on every system.
import type { Language } from '../../../shared/model/common.ts';

const longestBytes = 180;
const encoder = new TextEncoder();

/** `title` without what Windows, macOS or a pen drive refuse; cut between signs, so that a matra stays with its letter. */
export function fileName(title: string, extension: string, language: Language): string {
  // The joiners have no width but shape Devanagari.
  const plain = title.replaceAll(/[<>:"/\\|?*\p{Cc}]|(?![\u200C\u200D])\p{Cf}/gu, ' ').replaceAll(/\s+/g, ' ').trim();
  let name = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(plain)) {
    if (encoder.encode(name + segment).length > longestBytes) break;
    name += segment;
  }
  return `${name.replaceAll(/^[.\s]+|[.\s]+$/g, '') || 'Sangathan'}.${extension}`;
}
