import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

/** The text of a file that pdfmake has set, without white space: glyphs back to characters by its own tables. */
export async function textOf(file: Buffer): Promise<string> {
  const pdf = await PDFDocument.load(file);
  const look = (value: unknown): unknown =>
    value instanceof PDFRef ? pdf.context.lookup(value) : value;
  const read = (value: unknown): string => {
    const stream = look(value);
    if (!(stream instanceof PDFRawStream)) return '';
    const bytes = Buffer.from(stream.contents);
    return (stream.dict.has(PDFName.of('Filter')) ? inflateSync(bytes) : bytes).toString('latin1');
  };
  let text = '';
  for (const { node } of pdf.getPages()) {
    const fonts = look(node.Resources()?.get(PDFName.of('Font')));
    const tables = new Map<string, string[]>();
    if (fonts instanceof PDFDict) {
      for (const [name, ref] of fonts.entries()) {
        const font = look(ref);
        const table = font instanceof PDFDict ? read(font.get(PDFName.of('ToUnicode'))) : '';
        tables.set(name.asString(), charactersOf(table));
      }
    }
    const contents = look(node.get(PDFName.of('Contents')));
    const parts =
      contents instanceof PDFArray ? contents.asArray() : [node.get(PDFName.of('Contents'))];
    text += parts.map((part) => shown(read(part), tables)).join('');
  }
  return text.replaceAll(/\s/g, '');
}

/** The entries of a table stand in the order of the glyphs, from 0. */
function charactersOf(table: string): string[] {
  const arrays = [...table.matchAll(/\[([^\]]*)\]/g)].map(([, inside = '']) => inside);
  return arrays.flatMap((inside) =>
    [...inside.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    ),
  );
}

function shown(stream: string, tables: ReadonlyMap<string, string[]>): string {
  let table: string[] = [];
  let text = '';
  for (const [, font, array] of stream.matchAll(/(\/\S+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) table = tables.get(font) ?? [];
    for (const [, hex = ''] of (array ?? '').matchAll(/<([0-9a-f]+)>/gi)) {
      for (const [code] of hex.matchAll(/.{4}/g)) text += table[parseInt(code, 16)] ?? '';
    }
  }
  return text;
}
