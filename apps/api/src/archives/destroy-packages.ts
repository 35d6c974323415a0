import { Injectable } from '@nestjs/common';
import { Clock, FieldCipher, FileStore, noteChange, Transactions } from '@yikou/platform';
import { signatureKeyPlaceOf } from '../deliveries/index.js';
import { ARCHIVIST } from './pack-archives.js';

interface Doomed {
  id: string;
  case_id: string;
  storage_key: string | null;
  material_keys: string[];
  signatures: { id: string; key: string }[];
}

const NEXT = `SELECT a.id, a.case_id, a.storage_key,
    coalesce((SELECT json_agg(f.storage_key) FROM material_files f WHERE f.case_id = a.case_id), '[]')
      AS material_keys,
    coalesce((SELECT json_agg(json_build_object('id', v.id, 'key', v.signature_key))
      FROM deliveries v WHERE v.case_id = a.case_id AND v.signature_key IS NOT NULL), '[]') AS signatures
  FROM destruction_entries e JOIN destructions d ON d.id = e.destruction_id
    JOIN archives a ON a.id = e.archive_id
  WHERE d.state = 'APPROVED' AND a.state <> 'DESTROYED' ORDER BY a.id LIMIT 1`;

/**
 * R84: destroys what two have agreed to: the package, the files of the case's materials and its signatures. The
 * files go first: stopped in between, the next turn finds the rows and ends it. A record stays.
 */
@Injectable()
export class DestroyPackages {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** @returns how many packages were destroyed */
  async run(): Promise<number> {
    let destroyed = 0;
    for (let doomed = await this.next(); doomed; doomed = await this.next()) {
      await this.destroy(doomed);
      destroyed += 1;
    }
    await this.close();
    return destroyed;
  }

  private next(): Promise<Doomed | undefined> {
    return this.transactions.readAs(ARCHIVIST, async (tx) => {
      const [doomed]: Doomed[] = await tx.query(NEXT);
      return doomed;
    });
  }

  private async destroy({ id, case_id, storage_key, material_keys, signatures }: Doomed) {
    const signed = signatures.map((one) =>
      this.cipher.decrypt(one.key, signatureKeyPlaceOf(one.id)),
    );
    for (const key of [...(storage_key ? [storage_key] : []), ...material_keys, ...signed]) {
      await this.files.remove(key);
    }
    await this.transactions.as(ARCHIVIST, async (tx) => {
      await tx.query('DELETE FROM material_files WHERE case_id = $1', [case_id]);
      await tx.query('UPDATE deliveries SET signature_key = NULL WHERE case_id = $1', [case_id]);
      await tx.query(
        `UPDATE archives SET state = 'DESTROYED', storage_key = NULL, destroyed_at = $2 WHERE id = $1`,
        [id, this.clock.now()],
      );
      const files = material_keys.length + signed.length;
      noteChange(tx, { kind: 'archive', id, after: { state: 'DESTROYED', files } });
    });
  }

  private async close(): Promise<void> {
    await this.transactions.as(ARCHIVIST, async (tx) => {
      const done: { id: string }[] = await tx.query(
        `WITH done AS (
           UPDATE destructions d SET state = 'DONE', done_at = $1
           WHERE d.state = 'APPROVED' AND NOT EXISTS (SELECT 1 FROM destruction_entries e
             JOIN archives a ON a.id = e.archive_id WHERE e.destruction_id = d.id AND a.state <> 'DESTROYED')
           RETURNING d.id)
         SELECT id FROM done`,
        [this.clock.now()],
      );
      for (const { id } of done)
        noteChange(tx, { kind: 'destruction', id, after: { state: 'DONE' } });
    });
  }
}
