import { randomInt, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  localDateOf,
  PAPER_CODE_LENGTH,
  PAPER_CODE_SIGNS,
  paperNumberOf,
  type Actor,
  type OfferedPaper,
  type PaperKind,
} from '@yikou/domain';
import { Clock, FileStore, SETTINGS, type Settings, type Tx } from '@yikou/platform';
import { writeCasePaper } from '../documents/index.js';
import type { CaseRow } from '../workflow/index.js';
import { PaperCases } from './paper-cases.js';
import { titleFor, wordPaper } from './wording/index.js';

/** Numbers a paper, sets it and keeps the file. */
@Injectable()
export class PaperPress {
  constructor(
    private readonly paperCases: PaperCases,
    private readonly files: FileStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Inside the caller's transaction: the number is given back when that fails, the file has to be removed.
   *
   * @param from address under which the asker reached us; printed where no public one is set
   */
  async print(tx: Tx, row: CaseRow, { kind, subject }: OfferedPaper, actor: Actor, from: string) {
    const issuedAt = this.clock.now();
    const handover = kind === 'CUSTODY_RECEIPT' ? subject : '';
    const sheet = await this.paperCases.sheet(tx, row, handover);
    const place = { unitId: actor.unitId, year: Number(localDateOf(issuedAt).slice(0, 4)), kind };
    const serial = await nextSerial(tx, place);
    const number = paperNumberOf({ unitName: row.taking_unit_name, ...place, serial });
    const code = randomCode();
    const origin = this.settings.public.url ?? from;
    const words = wordPaper(kind, sheet, { number, issuedAt, code, origin });
    const { bytes: content, pages } = await writeCasePaper(words);
    const { key: storageKey, sha256, bytes } = await this.files.keep(content);
    return {
      ...place,
      ...{
        id: randomUUID(),
        caseId: row.id,
        caseNumber: row.number,
        subject,
        serial,
        number,
        code,
      },
      title: titleFor(kind, sheet),
      unitName: row.taking_unit_name,
      applicantName: row.applicant_name,
      issuedAt,
      issuedById: actor.accountId,
      ...{ storageKey, sha256, bytes, pages },
    };
  }
}

async function nextSerial(
  tx: Tx,
  { unitId, year, kind }: { unitId: string; year: number; kind: PaperKind },
): Promise<number> {
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO paper_serials AS s (unit_id, year, kind, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (unit_id, year, kind) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [unitId, year, kind],
  );
  if (!row) throw new Error('no serial');
  return row.last;
}

function randomCode(): string {
  const sign = () => PAPER_CODE_SIGNS[randomInt(PAPER_CODE_SIGNS.length)] ?? '';
  return Array.from({ length: PAPER_CODE_LENGTH }, sign).join('');
}
