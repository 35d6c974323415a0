import { buffer } from 'node:stream/consumers';
import { Injectable, StreamableFile } from '@nestjs/common';
import { FileStore } from '@yikou/platform';
import {
  returnedBook,
  writeItemBook,
  writeItemCsv,
  writeItemJson,
  type ListFormat,
} from '../documents/index.js';
import { ImportQueries } from './import.queries.js';

const BOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const MEDIA_TYPE: Record<ListFormat, string> = {
  xlsx: BOOK,
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

const WRITERS = { xlsx: writeItemBook, csv: writeItemCsv, json: writeItemJson } as const;

/** The files that go out to the streets: the template to fill in, and a list with its faults marked. */
@Injectable()
export class ListFiles {
  constructor(
    private readonly imports: ImportQueries,
    private readonly files: FileStore,
  ) {}

  async template(format: ListFormat): Promise<StreamableFile> {
    return attachment(await WRITERS[format]([]), `事项清单模板.${format}`, MEDIA_TYPE[format]);
  }

  /** @throws DomainError `combing.import_unknown`, `combing.no_returned_sheet` */
  async returnedSheet(id: string): Promise<StreamableFile> {
    const row = await this.imports.returnedFile(id);
    const file = await buffer(this.files.read(row.storage_key));
    const name = `${row.file_name.replace(/\.\w{1,5}$/u, '')}-退回改正.xlsx`;
    return attachment(await returnedBook(file, row.format, row.problems), name, BOOK);
  }
}

function attachment(file: Buffer, name: string, type: string): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(file, { type, length: file.length, disposition });
}
