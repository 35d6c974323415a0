import { Injectable } from '@nestjs/common';
import { mayReceiveMaterials, type Actor } from '@yikou/domain';
import { CaseQueries } from '../workflow/index.js';
import type { CaseMaterialsDto } from './intake.dto.js';
import { MaterialQueries } from './material.queries.js';

@Injectable()
export class MaterialsOfCase {
  constructor(
    private readonly cases: CaseQueries,
    private readonly materials: MaterialQueries,
  ) {}

  /** @throws DomainError `case.unknown` */
  async run(caseId: string, actor: Actor): Promise<CaseMaterialsDto> {
    const { state, taking_unit_id: takingUnitId } = await this.cases.row(caseId, actor);
    const mayReceive = mayReceiveMaterials({ state, takingUnitId }, actor);
    return { ...(await this.materials.ofCase(caseId)), mayReceive };
  }
}
