import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  exportAudit,
  noteChange,
  requestContext,
  runInContext,
  Transactions,
  type ReadRows,
} from '@yikou/platform';
import type { AuditExportQueryDto } from './audit.dto.js';

/** Hands entries of a span out as a file, within the scope of whoever asks; that too is audited. */
@Injectable()
export class ExportEntries {
  constructor(private readonly transactions: Transactions) {}

  async run({ from, until, format }: AuditExportQueryDto): Promise<Readable> {
    await this.transactions.run((tx) => {
      noteChange(tx, { kind: 'audit-export', id: format, after: { from, until } });
      return Promise.resolve();
    });
    const context = requestContext();
    if (!context) throw new Error('an export belongs to a request');
    // The file is written long after this call has returned: each batch asks with the same scope.
    const read: ReadRows = (sql, params) =>
      runInContext(context, () => this.transactions.reader.query(sql, params));
    const span = { from: new Date(from), until: new Date(until) };
    return Readable.from(exportAudit(read, { ...span, format, bom: true }));
  }
}
