import { Injectable } from '@nestjs/common';
import { mayReceiveMaterials, type Actor } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { CaseMaterialsDto } from './intake.dto.js';
import { MaterialQueries } from './material.queries.js';

@Injectable()
export class MaterialsOfCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly materials: MaterialQueries,
  ) {}

  /** @throws DomainError `case.unknown` */
  run(caseId: string, actor: Actor): Promise<CaseMaterialsDto> {
    return this.transactions.read(async (tx) => {
      const { state, taking_unit_id: takingUnitId } = await this.cases.row(caseId, actor, tx);
      const mayReceive = mayReceiveMaterials({ state, takingUnitId }, actor);
      return { ...(await this.materials.ofCase(caseId, tx)), mayReceive };
    });
  }
}
