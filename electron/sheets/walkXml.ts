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

const none: Record<string, string> = Object.freeze({});
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** Attributes of a tag's inside, from `from` on; by hand, as a sheet has millions of them. */
function attributesOf(text: string, from: number): Record<string, string> {
  let at = from;
  let found: Record<string, string> = none;
  for (;;) {
    const equals = text.indexOf('=', at);
    if (equals < 0) return found;
    let open = equals + 1;
    while (isBlank(text.charCodeAt(open))) open++;
    const mark = text[open];
    const shut = mark === '"' || mark === "'" ? text.indexOf(mark, open + 1) : -1;
    if (shut < 0) return found;
    if (found === none) found = {};
    found[local(text.slice(at, equals).trim())] = plain(text.slice(open + 1, shut));
    at = shut + 1;
  }
}

type Tag = { name: string; local: string; attributes: Record<string, string>; empty: boolean };
const mostTagsKept = 2000;

/** Reads a tag's inside. The same few tags come again and again, so those without much in them are kept. */
function tagReader(): (inside: string) => Tag {
  const kept = new Map<string, Tag>();
  return (inside) => {
    const before = kept.get(inside);
    if (before) return before;
    const empty = inside.endsWith('/');
    const body = empty ? inside.slice(0, -1) : inside;
    let gap = 0;
    while (gap < body.length && !isBlank(body.charCodeAt(gap))) gap++;
    const name = body.slice(0, gap);
    const tag = { name, local: local(name), attributes: gap < body.length ? attributesOf(body, gap) : none, empty };
    if (inside.length < 60 && kept.size < mostTagsKept) kept.set(inside, tag);
    return tag;
  };
}

/** The `>` that ends a tag: one inside quotes does not. -1 when it is not there yet. Never looks beyond the tag: a search to the text's end for each would be quadratic. */
function endOfTag(text: string, from: number): number {
  let open = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (open !== 0) {
      if (code === open) open = 0;
    } else if (code === 34 || code === 39) open = code;
    else if (code === 62) return at;
  }
  return -1;
}

/** Takes XML in pieces; what is not complete waits for the next one. Throws `BadXml`. */
export function xmlScanner({ open, text: onText, close }: XmlHandlers): { write(piece: string): void; end(): void } {
  const stack: string[] = [];
  const readTag = tagReader();
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
    const { name, local: short, attributes, empty } = readTag(inside);
    if (name === '' || name.includes('<') || stack.length >= deepest || (stack.length === 0 && rooted)) throw new BadXml('broken');
    rooted = true;
    open?.(short, attributes);
    if (empty) close?.(short);
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
export function walkXml(bytes: Uint8Array, encoding: string, handlers: XmlHandlers, report?: (done: number, total: number) => void): void {
  const scanner = xmlScanner(handlers);
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += charactersAtOnce) {
    report?.(at, bytes.length);
    scanner.write(decoder.decode(bytes.subarray(at, at + charactersAtOnce), { stream: true }));
  }
  scanner.write(decoder.decode());
  scanner.end();
}
