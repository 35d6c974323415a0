import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { originalsMayBeTaken, type Actor } from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { CustodyDto, TakeOriginalsDto } from './custody.dto.js';
import { CustodyOriginal } from './custody.entity.js';
import { custodyCaseOf, CustodyQueries, linesOf, originalsOf } from './custody.queries.js';
import { writeHandover } from './write-handover.js';

/** Takes originals from the applicant: the first link of their chain. */
@Injectable()
export class TakeOriginals {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly custody: CustodyQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `case.unknown`, `custody.counter_only`, `custody.nothing_to_take`, `custody.taken_already` */
  run(caseId: string, { positions }: TakeOriginalsDto, actor: Actor): Promise<CustodyDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.cases.row(caseId, actor, tx, 'FOR UPDATE OF c');
      const lines = await linesOf(tx, caseId);
      originalsMayBeTaken(
        custodyCaseOf(row),
        lines,
        await originalsOf(tx, caseId),
        positions,
        actor,
      );
      const takenAt = this.clock.now();
      const taken = lines
        .filter(({ position }) => positions.includes(position))
        .map(({ position, name, originals }) => ({
          ...{ id: randomUUID(), caseId, position, name, copies: originals, takenAt },
          state: 'HELD' as const,
          unitId: actor.unitId,
        }));
      await tx.insert(CustodyOriginal, taken);
      const handover = {
        ...{ caseId, kind: 'TAKEN' as const, fromUnitId: null, toUnitId: actor.unitId },
        ...{ purpose: '办理本事项', handedAt: takenAt, handedById: actor.accountId },
        acceptedAt: takenAt,
      };
      await writeHandover(tx, handover, idsOf(taken));
      return this.custody.draw(tx, row, actor);
    });
  }
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
