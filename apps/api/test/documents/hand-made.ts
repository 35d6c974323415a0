import { crc32, deflateRawSync } from 'node:zlib';

export interface MadePart {
  name: string;
  data: string | Buffer;
  /** What the directory says, where that is a lie. */
  declared?: number;
  flags?: number;
}

/** A zip package made by hand, so that its directory can lie. */
export function zipOf(parts: readonly MadePart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, declared, flags = 0 } of parts) {
    const bytes = Buffer.from(data as string);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(24);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(checksum(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const before = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.alloc(2)]);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(at, 12);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, entry, Buffer.from(name));
    local.push(before, Buffer.from(name), packed);
    at += before.length + Buffer.byteLength(name) + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, entries, end]);
}

/** Nobody here reads it; older Node has no crc32. */
function checksum(bytes: Buffer): number {
  return typeof crc32 === 'function' ? crc32(bytes) : 0;
}

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (list: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
const relation = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"${more}/>`;

/** The parts of a workbook with these sheets; a sheet's XML is what stands inside `sheetData`. */
export function workbookParts(
  sheets: Readonly<Record<string, string>>,
  shared: string | null = null,
): MadePart[] {
  const names = Object.keys(sheets);
  const tags = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const targets = names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/s${i}.xml`));
  if (shared !== null) targets.push(relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml'));
  return [
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: relations([relation('r', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="${RELATION}"><sheets>${tags.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: relations(targets) },
    ...names.map((name, i) => ({
      name: `xl/worksheets/s${i}.xml`,
      data: `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
    })),
    ...(shared === null ? [] : [{ name: 'xl/sharedStrings.xml', data: `<sst>${shared}</sst>` }]),
  ];
}

export const workbook = (...given: Parameters<typeof workbookParts>) =>
  zipOf(workbookParts(...given));

const LISTS = ['受理条件', '办理环节', '申请材料', '特别程序', '设定依据'];

/** The five lists of items, each empty. */
export const NO_LISTS = Object.fromEntries(LISTS.map((name) => [name, '']));

/** A row of texts. */
export const row = (...texts: string[]) =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`).join('')}</row>`;

export const linkTo = (type: string, target: string) =>
  relations([relation('x', type, target, ' TargetMode="External"')]);
