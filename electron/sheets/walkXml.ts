// Runs through XML as spreadsheets hold it, tag by tag: no document type, no entities of the file's own, bounded in every direction.

export type XmlHandlers = {
  /** Names of tags and attributes come without their prefix. */
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** What the XML is refused for; the reader turns it into its own refusal. */
export class BadXml extends Error {
  readonly reason: 'doctype' | 'broken';

  constructor(reason: 'doctype' | 'broken') {
    super(reason);
    this.name = 'BadXml';
    this.reason = reason;
  }
}

const deepest = 100;
/** No single tag, comment or run of text may be longer. */
const longestToken = 4_000_000;
const charactersAtOnce = 1 << 20;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const attribute = /([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const none: Record<string, string> = Object.freeze({});

function attributesOf(text: string): Record<string, string> {
  if (!text.includes('=')) return none;
  const found: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(attribute)) found[local(name!)] = plain(double ?? single ?? '');
  return found;
}

/** The `>` that ends a tag: one inside quotes does not. -1 when it is not there yet. */
function endOfTag(text: string, from: number): number {
  let end = text.indexOf('>', from);
  if (end < 0) return -1;
  let quoteAt = from;
  for (;;) {
    const double = text.indexOf('"', quoteAt);
    const single = text.indexOf("'", quoteAt);
    const open = double < 0 ? single : single < 0 ? double : Math.min(double, single);
    if (open < 0 || open > end) return end;
    const shut = text.indexOf(text[open]!, open + 1);
    if (shut < 0) return -1;
    quoteAt = shut + 1;
    if (shut > end) {
      end = text.indexOf('>', shut);
      if (end < 0) return -1;
    }
  }
}

/** Takes XML in pieces; what is not complete waits for the next one. Throws `BadXml`. */
export function xmlScanner({ open, text: onText, close }: XmlHandlers): { write(piece: string): void; end(): void } {
  const stack: string[] = [];
  let rest = '';
  let rooted = false;

  const scan = (text: string): number => {
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) return at;
      if (tag > at && onText && stack.length > 0) onText(plain(text.slice(at, tag)));
      const kind = text.charCodeAt(tag + 1);
      if (kind === 33) { // '!'
        const isComment = text.startsWith('<!--', tag);
        const isData = text.startsWith('<![CDATA[', tag);
        // Too short to tell yet which it is: it waits.
        if (!isComment && !isData && text.length - tag >= 9) throw new BadXml('doctype');
        const end = isComment ? text.indexOf('-->', tag + 4) : isData ? text.indexOf(']]>', tag + 9) : -1;
        if (end < 0) return tag;
        if (isData && stack.length > 0) onText?.(text.slice(tag + 9, end));
        at = end + 3;
      } else if (kind === 63) { // '?'
        const end = text.indexOf('?>', tag);
        if (end < 0) return tag;
        at = end + 2;
      } else {
        const end = endOfTag(text, tag + 1);
        if (end < 0) return tag;
        at = end + 1;
        if (kind === 47) { // '/'
          const name = text.slice(tag + 2, end).trimEnd();
          if (stack.pop() !== name) throw new BadXml('broken');
          close?.(local(name));
        } else openTag(text.slice(tag + 1, end));
      }
    }
  };
  function openTag(inside: string): void {
    const empty = inside.endsWith('/');
    const body = empty ? inside.slice(0, -1) : inside;
    const gap = body.search(/\s/);
    const name = gap < 0 ? body : body.slice(0, gap);
    if (name === '' || name.includes('<') || stack.length >= deepest || (stack.length === 0 && rooted)) throw new BadXml('broken');
    rooted = true;
    open?.(local(name), gap < 0 ? none : attributesOf(body.slice(gap)));
    if (empty) close?.(local(name));
    else stack.push(name);
  }

  return {
    write: (piece) => {
      const text = rest === '' ? piece : rest + piece;
      rest = text.slice(scan(text));
      if (rest.length > longestToken) throw new BadXml('broken');
    },
    end: () => {
      if (!rooted || stack.length > 0 || rest.trim() !== '') throw new BadXml('broken');
    },
  };
}

/** As `xmlScanner`, over bytes of a known encoding, piece by piece: a whole sheet as one string could pass what JavaScript can hold. */
export function walkXml(bytes: Uint8Array, encoding: string, handlers: XmlHandlers): void {
  const scanner = xmlScanner(handlers);
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += charactersAtOnce) scanner.write(decoder.decode(bytes.subarray(at, at + charactersAtOnce), { stream: true }));
  scanner.write(decoder.decode());
  scanner.end();
}
