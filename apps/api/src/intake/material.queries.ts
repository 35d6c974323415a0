import { Injectable } from '@nestjs/common';
import { missingMaterialsOf } from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import type { CaseMaterialDto } from './intake.dto.js';

interface MaterialRow {
  position: number;
  name: string;
  form: string;
  copies: number;
  required: boolean;
  note: string;
  received_at: Date | null;
  files: {
    id: string;
    name: string;
    mediaType: string;
    bytes: number;
    sha256: string;
    uploadedAt: string;
  }[];
}

export interface StoredFileRow {
  name: string;
  media_type: string;
  bytes: number;
  storage_key: string;
}

/** The checklist of a case; the caller has made sure that the asker may see the case. */
@Injectable()
export class MaterialQueries {
  constructor(private readonly transactions: Transactions) {}

  async ofCase(
    caseId: string,
    tx: Reader = this.transactions.reader,
  ): Promise<{ items: CaseMaterialDto[]; missing: string[] }> {
    const rows: MaterialRow[] = await tx.query(
      `SELECT m.position, m.name, m.form, m.copies, m.required, m.note, m.received_at,
         coalesce((SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
             'bytes', f.bytes, 'sha256', f.sha256, 'uploadedAt', f.uploaded_at) ORDER BY f.uploaded_at, f.id)
           FROM material_files f WHERE f.case_id = m.case_id AND f.position = m.position), '[]') AS files
       FROM case_materials m WHERE m.case_id = $1 ORDER BY m.position`,
      [caseId],
    );
    const items = rows.map(draw);
    return { items, missing: missingMaterialsOf(items) };
  }

  async file(tx: Reader, caseId: string, fileId: string): Promise<StoredFileRow | undefined> {
    const [row]: StoredFileRow[] = await tx.query(
      'SELECT name, media_type, bytes, storage_key FROM material_files WHERE id = $1 AND case_id = $2',
      [fileId, caseId],
    );
    return row;
  }
}

function draw({ received_at, files, ...row }: MaterialRow): CaseMaterialDto {
  return {
    ...row,
    received: received_at !== null,
    receivedAt: received_at,
    files: files.map((file) => ({ ...file, uploadedAt: new Date(file.uploadedAt) })),
  };
}
