// Puts a text on the clipboard without asking for a permission; must be run within a moment of a key or click.

export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return done;
}

/** Excel takes what begins with these for a formula. */
const plain = (text: string): string => (/^\s*[=+\-@]/.test(text) ? `'${text}` : text).replaceAll(/[\t\r\n]+/g, ' ');

/** Rows of cells as Excel takes them: tabs between, figures bare. */
export const asTabbed = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : plain(cell))).join('\t')).join('\n');
