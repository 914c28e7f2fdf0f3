// The look of a printed sheet: A4, black on white, Hindi at least 10 pt, nothing that needs colour.
import type { SheetLanguages } from '../../shared/model/common.ts';

export type Orientation = 'portrait' | 'landscape';

/** Any text as a CSS string: every sign but plain letters and digits by its number, so that no text can end it. */
function cssString(text: string): string {
  return `"${text.replaceAll(/[^A-Za-z0-9]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
}

const fonts = [
  { family: 'Noto Sans', file: 'noto-sans-latin', range: 'U+0000-024F, U+2000-20CF, U+2100-22FF, U+25A0-25FF' },
  { family: 'Noto Sans Devanagari', file: 'noto-sans-devanagari-devanagari', range: 'U+0900-097F, U+1CD0-1CFF, U+200C-200D, U+20A8, U+20B9, U+25CC, U+A830-A839, U+A8E0-A8FF' },
];

const weights = [400, 600];
const baseOf = (fontsBase: string): string => encodeURI(fontsBase.endsWith('/') ? fontsBase : `${fontsBase}/`).replaceAll(/["'()<>]/g, encodeURIComponent);
const fileOf = (base: string, file: string, weight: number): string => `${base}${file}-${weight}-normal.woff2`;

/** What a page fetches before it counts as loaded: else a hurried printer takes it while its text waits for its fonts, unseen. */
export const fontFiles = (fontsBase: string): string[] => fonts.flatMap(({ file }) => weights.map((weight) => fileOf(baseOf(fontsBase), file, weight)));

function fontFaces(fontsBase: string): string {
  const base = baseOf(fontsBase);
  return fonts.flatMap(({ family, file, range }) => weights.map((weight) =>
    `@font-face{font-family:"${family}";font-weight:${weight};src:url("${fileOf(base, file, weight)}") format("woff2");unicode-range:${range};font-display:block}`)).join('\n');
}

// The page's own margin boxes carry the foot: they use the sheet's fonts, on the printer as well as in a PDF.
function page(orientation: Orientation, languages: SheetLanguages, footLeft: string): string {
  const word = { hi: 'पृष्ठ ', en: 'Page ', both: 'पृष्ठ · Page ' }[languages];
  const foot = 'font:400 10pt "Noto Sans","Noto Sans Devanagari",sans-serif;color:#000;vertical-align:top;padding-top:2mm;border-top:.5pt solid #000;margin-top:3mm';
  return `@page{size:A4 ${orientation};margin:13mm 13mm 19mm;
  @bottom-left{content:${cssString(footLeft)};width:78%;text-align:left;white-space:nowrap;overflow:hidden;${foot}}
  @bottom-center{content:none}
  @bottom-right{content:${cssString(word)} counter(page) " / " counter(pages);width:22%;text-align:right;white-space:nowrap;${foot}}}`;
}

const sheet = `
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;background:#fff;color:#000;font:400 10.5pt/1.6 "Noto Sans","Noto Sans Devanagari",sans-serif;font-variant-numeric:tabular-nums lining-nums;font-synthesis:none}
.second{display:block;font-size:8.5pt;line-height:1.35;font-weight:400;color:#222}
header{text-align:center}
.party{margin:0;font-size:12.5pt;font-weight:600}
.party .second{font-size:9.5pt}
.rule{height:4.5pt;margin:1.5mm 0 3.5mm;border-top:2pt solid #000;border-bottom:.5pt solid #000}
h1{margin:0;font-size:18pt;line-height:1.45;font-weight:600}
h1 .second{font-size:12pt}
.subtitle{margin:.5mm 0 0;font-size:12pt}
.subtitle .second{font-size:9.5pt}
.facts{margin-top:4.5mm;border-color:#000}
.facts th{width:17%;line-height:1.5;padding-block:1mm;background:#f0f0f0;border-color:#777;font-weight:400}
.facts td{width:33%;padding-block:1mm;font-weight:600}
section{margin-top:5mm;padding-right:.75pt}
.short{break-inside:avoid}
h2{margin:0 0 1.6mm;font-size:12.5pt;line-height:1.5;font-weight:600;break-after:avoid}
h2 .second{display:inline;margin-left:2.5mm;font-size:9.5pt}
.note{margin:-1mm 0 1.6mm;font-size:10pt;break-after:avoid}
table{width:100%;border-collapse:collapse;border:.75pt solid #000}
thead{display:table-header-group}
tfoot{display:table-row-group}
tr{break-inside:avoid}
th,td{padding:.9mm 1.8mm;border:.5pt solid #777;font-size:10pt;line-height:1.5;text-align:left;vertical-align:middle;overflow-wrap:anywhere}
th{padding-block:1.2mm;background:#e6e6e6;border-color:#000;font-weight:600;line-height:1.4;overflow-wrap:break-word;hyphens:manual}
th .second{font-size:8pt}
.number{text-align:right}
td.number{white-space:nowrap;overflow-wrap:normal}
.day,.time{text-align:center}
td.day,td.time{overflow-wrap:normal}
td.day{white-space:nowrap}
td.blank{background:#fff}
.toFill td{height:9mm}
tr.head{break-after:avoid}
tr.head th,tr.head td{background:#f0f0f0;font-weight:600;border-color:#000;text-align:left}
tr.head td.number{text-align:right}
tbody:has(+tfoot) tr:last-child{break-after:avoid}
tfoot td{border-top:1.5pt double #000;background:#f0f0f0;font-weight:600;border-color:#000}
tfoot td.blank{background:#fff}
.nothing{text-align:center}
td.merged{vertical-align:top;font-weight:600}
tr.begins>td{border-top:1pt solid #000}
.dense section{margin-top:2mm}
.dense .facts{margin-top:2.5mm}
.dense .facts th,.dense .facts td{padding-block:.1mm;line-height:1.3}
.dense .facts td .second{display:inline-block;margin-left:1.5mm}
.dense h1{font-size:15pt}
.dense h2{margin-bottom:.8mm;font-size:11.5pt}
.dense .note{margin:-.5mm 0 .8mm}
.dense th,.dense td{padding-block:.15mm;line-height:1.3}
.dense thead .second{display:block;margin-left:0}
.dense .toFill td{height:5.5mm}
.dense .party{font-size:11pt}
.dense .party .second,.dense h1 .second,.dense .subtitle .second{display:inline;margin-left:2mm}
.dense .facts .second{line-height:1.2}
.dense section td .second,.dense section th .second,.dense .note .second{display:inline-block;margin-left:1mm}
.dense h1 .second,.dense .subtitle{font-size:10.5pt}
.twice section{margin-top:1.2mm}
.twice h2{margin-bottom:.4mm;line-height:1.3}
.twice .facts{margin-top:1.5mm}
.twice th,.twice td{padding-block:.05mm;line-height:1.2}
.twice .toFill td{height:5mm}
.dense .rule{margin:.8mm 0 1.5mm}
.signatures{display:flex;justify-content:space-between;gap:12mm;margin-top:20mm;break-inside:avoid}
.signatures p{flex:1;max-width:62mm;margin:0;padding-top:1.2mm;border-top:.75pt solid #000;text-align:center;font-size:10pt}
.foot{display:none}
/* A page of bars: everything placed in millimetres. */
.chart{position:relative;margin-top:4mm}
.chart+.chart{break-before:page;margin-top:0}
.chart>svg{position:absolute;inset:0;overflow:visible}
.chart>div{position:absolute;font-size:10pt;line-height:1.35}
.chart .name{display:flex;align-items:center;overflow-wrap:anywhere}
.chart .days{white-space:nowrap;font-size:9pt;display:flex;align-items:center}
.chart .month{font-weight:600;border-left:.5pt solid #000;padding-left:1mm;white-space:nowrap}
.chart .week{font-size:8.5pt;padding-left:.6mm;border-left:.25pt solid #777}
.chart .phase{padding-left:9mm}
.chart .todayName{font-size:9pt;background:#000;color:#fff;padding:0 1.2mm;transform:translateX(-50%);white-space:nowrap}
.chartLegend{display:flex;flex-wrap:wrap;gap:1mm 6mm;margin:2.5mm 0 0;font-size:10pt}
.chartLegend svg{vertical-align:-.4mm;margin-right:1.2mm}
.chartNote{margin:1.5mm 0 0;font-size:10pt}
@media screen{
body{padding:13mm}
.foot{display:block;margin-top:9mm;padding-top:1.5mm;border-top:.5pt solid #000;font-size:10pt}
}`;

/** The whole style of a sheet. `fontsBase` is where the bundled woff2 files lie; `footLeft` stands at the foot of every page. */
export function sheetStyle(fontsBase: string, orientation: Orientation, languages: SheetLanguages, footLeft: string): string {
  const width = orientation === 'portrait' ? '210mm' : '297mm';
  // Across a page there is little height: a table kept whole would leave the first page nearly empty.
  const across = orientation === 'landscape' ? '\n.short{break-inside:auto}' : '';
  return `${fontFaces(fontsBase)}\n${page(orientation, languages, footLeft)}\n${sheet}${across}\n@media screen{body{width:${width}}}`;
}
