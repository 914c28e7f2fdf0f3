// What comes out of Excel: a unit and a class on each line; with one column alone the class chosen.

const mostRows = 20_000;
const clean = (cell: string | undefined): string => (cell ?? '').trim().replace(/^"(.*)"$/, '$1').trim().slice(0, 200);

/** The line numbers stay: empty lines in the middle are kept, those at the end are not. */
export function pastedRows(text: string, className: string): { unit: string; class: string }[] {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n').slice(0, mostRows);
  if (lines.length === 1 && lines[0]!.trim() === '') return [];
  return lines.map((line) => {
    const cells = line.includes('\t') ? line.split('\t') : line.split(/[;,]/);
    const unit = clean(cells[0]);
    return { unit, class: unit === '' ? '' : clean(cells[1]) || className };
  });
}
