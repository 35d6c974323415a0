import { documentError } from '../document-error.js';

/** A piece of XML. Names come without their prefix: some programs write `x:row` for `row`. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: string; closed: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const broken = (why: string) => documentError('document.damaged', why);

/**
 * Walks through the XML of an office part, piece by piece. It expands no entities but XML's own five
 * and character numbers, and refuses a document type outright, so nothing in a file can multiply.
 *
 * @throws DomainError `document.damaged`
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = xml.slice(at, next === -1 ? xml.length : next);
    if (text !== '') yield { kind: 'text', text: unescape(text) };
    if (next === -1) return;
    const end = endOfMarkup(xml, next);
    const token = tokenOf(xml, next, end);
    if (token) yield token;
    at = end;
  }
}

const ATTRIBUTE = /\s*([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The value of an attribute, such as `r` of ` r="A1" t="s"`; a prefix stands in the name. */
export function attributeOf(attributes: string, name: string): string | null {
  ATTRIBUTE.lastIndex = 0;
  for (;;) {
    const [whole, found, doubled, single] = ATTRIBUTE.exec(attributes) ?? [];
    if (whole === undefined) return null;
    if (found === name) return unescape(doubled ?? single ?? '');
  }
}

function endOfMarkup(xml: string, start: number): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return after(xml, ']]>', start);
  if (xml.startsWith('<?', start)) return after(xml, '?>', start);
  if (xml.startsWith('<!', start)) throw broken('a document type is not taken');
  for (let at = start + 1; at < xml.length; at += 1) {
    const sign = xml.charAt(at);
    if (sign === '>') return at + 1;
    if (sign === '"' || sign === "'") at = after(xml, sign, at + 1) - 1;
  }
  throw broken('the XML breaks off');
}

function after(xml: string, sign: string, from: number): number {
  const found = xml.indexOf(sign, from);
  if (found === -1) throw broken('the XML breaks off');
  return found + sign.length;
}

function tokenOf(xml: string, start: number, end: number): XmlToken | null {
  if (xml.startsWith('<![CDATA[', start))
    return { kind: 'text', text: xml.slice(start + 9, end - 3) };
  if (xml.startsWith('<?', start) || xml.startsWith('<!--', start)) return null;
  if (xml.startsWith('</', start))
    return { kind: 'close', name: bare(xml.slice(start + 2, end - 1)) };
  const closed = xml.charAt(end - 2) === '/';
  const inside = xml.slice(start + 1, closed ? end - 2 : end - 1);
  const [name = ''] = /^[^\s]+/.exec(inside) ?? [];
  if (name === '') throw broken('a tag has no name');
  return { kind: 'open', name: bare(name), attributes: inside.slice(name.length), closed };
}

function bare(name: string): string {
  return name.trim().replace(/^.*:/, '');
}

function unescape(text: string): string {
  const lined = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (!lined.includes('&')) return lined;
  return lined.replaceAll(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const sign = whole.endsWith(';') ? (ENTITIES.get(name) ?? characterOf(name)) : undefined;
    if (sign === undefined) throw broken('an unknown entity');
    return sign;
  });
}

function characterOf(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
