import { Injectable, StreamableFile } from '@nestjs/common';
import { catalogError, editionWords, type BookFormat, type Edition } from '@yikou/domain';
import { FileStore, Transactions } from '@yikou/platform';

interface Found extends Edition {
  level: 'STREET' | 'COMMUNITY';
  state: 'WAITING' | 'READY' | 'FAILED' | null;
  key: string | null;
  bytes: number | null;
}

const MEDIA_TYPES: Record<BookFormat, string> = {
  PDF: 'application/pdf',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const VOLUMES = { STREET: '镇（街道）分册', COMMUNITY: '社区（村）分册' };

@Injectable()
export class DownloadBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `catalog.book_unknown`, `catalog.book_file_not_ready`, `catalog.book_file_failed` */
  async run(id: string, format: BookFormat): Promise<StreamableFile> {
    const [found]: Found[] = await this.transactions.reader.query(
      `SELECT b.level, b.year, b.serial, f.state, f.storage_key AS key, f.bytes
       FROM spec_books b LEFT JOIN spec_book_files f ON f.book_id = b.id AND f.format = $2
       WHERE b.id = $1`,
      [id, format],
    );
    if (!found) throw catalogError('catalog.book_unknown');
    if (found.state === 'FAILED') throw catalogError('catalog.book_file_failed');
    if (found.key === null) throw catalogError('catalog.book_file_not_ready');
    const title = `政务服务事项标准化规范（${VOLUMES[found.level]}）第${editionWords(found)}版`;
    return new StreamableFile(this.files.read(found.key), {
      type: MEDIA_TYPES[format],
      ...(found.bytes === null ? {} : { length: found.bytes }),
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.${format.toLowerCase()}`)}`,
    });
  }
}
