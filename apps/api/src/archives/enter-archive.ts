import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  catalogueNumberOf,
  keptUntil,
  localDateOf,
  USUAL_RETENTION,
  type Retention,
} from '@yikou/domain';
import { Clock, noteChange, OutboxRelay, type Tx } from '@yikou/platform';
import { Archive } from './archive.entity.js';

interface ClosedCase {
  number: string;
  item_code: string;
  item_name: string;
  taking_unit_id: string;
  area_path: string;
  fonds: string;
  retention: Retention | null;
}

/** R84: a case that was archived gets its catalogue number at once; its package is made by the worker. */
@Injectable()
export class EnterArchive implements OnModuleInit {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.relay.listen('case.archived', (tx, { subjectId }) => this.enter(tx, subjectId));
  }

  private async enter(tx: Tx, caseId: string): Promise<void> {
    const [row]: ClosedCase[] = await tx.query(
      `SELECT c.number, c.item_code, c.item_name, c.taking_unit_id, c.area_path, u.code AS fonds, r.retention
       FROM cases c JOIN units u ON u.id = c.taking_unit_id
         LEFT JOIN item_retentions r ON r.item_id = c.item_id
       WHERE c.id = $1 AND NOT EXISTS (SELECT 1 FROM archives a WHERE a.case_id = c.id)`,
      [caseId],
    );
    if (!row) return;
    const now = this.clock.now();
    const year = Number(localDateOf(now).slice(0, 4));
    const retention = row.retention ?? USUAL_RETENTION;
    const serial = await nextSerial(tx, row.taking_unit_id, year);
    const id = randomUUID();
    await tx.insert(Archive, {
      ...{ id, caseId, caseNumber: row.number, itemCode: row.item_code, itemName: row.item_name },
      ...{ unitId: row.taking_unit_id, areaPath: row.area_path, fonds: row.fonds },
      ...{ year, serial, retention, keptUntil: keptUntil(year, retention) },
      ...{ state: 'WAITING', archivedAt: now },
    });
    const number = catalogueNumberOf({ fonds: row.fonds, year, retention, serial });
    noteChange(tx, { kind: 'archive', id, after: { caseId, number } });
  }
}

/** The row stays locked until commit: no gap after a rollback, no number twice. */
async function nextSerial(tx: Tx, unitId: string, year: number): Promise<number> {
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO archive_serials AS s (unit_id, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (unit_id, year) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [unitId, year],
  );
  if (!row) throw new Error('no serial');
  return row.last;
}
