// What goes to Excel: rows as text between tabs, put on the clipboard without asking for a permission.

/** Excel takes what begins with these for a formula; a name never is one. */
const plainText = (text: string): string => (/^\s*[=+\-@]/.test(text) ? `'${text}` : text).replace(/[\t\r\n]+/g, ' ');

/** Rows of cells as Excel takes them. Figures are handed in as numbers and stay bare digits, days and names are text. */
export const asTabbed = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : plainText(cell))).join('\t')).join('\n');

/** Puts a text on the clipboard; must be run within a moment of a key or click. */
export function copyText(text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
