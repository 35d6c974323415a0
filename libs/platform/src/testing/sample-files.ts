import { crc32 } from 'node:zlib';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const base64 = (text: string) => Buffer.from(text, 'base64');

/** The smallest files of each kind that other programs open, and some that no counter may keep. */
export const FILES = {
  pdf: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
      'trailer<</Root 1 0 R>>\n%%EOF\n',
  ),
  png: base64(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  ),
  jpg: base64(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  ),
  webp: base64('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA'),
  docx: officeFile('word/document.xml', WORD),
  xlsx: officeFile('xl/workbook.xml', SHEET),
};

export const REFUSED_FILES = {
  'a Windows program': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(126)]),
  'a Linux program': Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(57)]),
  'a shell script': Buffer.from('#!/bin/sh\nrm -rf /\n'),
  'a web page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'an image that can hold script': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  'a plain archive': zip([['readme.txt', 'x']]),
  'a document with macros': officeFile(
    'word/document.xml',
    'application/vnd.ms-word.document.macroEnabled.12',
  ),
  'a plain text': Buffer.from('申请书'),
  'an empty file': Buffer.alloc(0),
};

function officeFile(part: string, mediaType: string): Buffer {
  const types =
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    `<Override PartName="/${part}" ContentType="${mediaType}.main+xml"/></Types>`;
  return zip([
    ['[Content_Types].xml', types],
    [part, '<?xml version="1.0"?><x/>'],
  ]);
}

/** An archive without compression, which every office program reads. */
function zip(entries: [name: string, text: string][]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const data = Buffer.from(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
