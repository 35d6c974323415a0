import { Injectable } from '@nestjs/common';
import { currentStage, type Actor } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { ColleagueQueries } from '../identity/index.js';
import { CaseQueries } from './case.queries.js';
import type { AskHelpDto, ColleaguesDto, ReassignDto } from './hands.dto.js';
import { PerformVerb } from './perform-verb.js';
import type { CaseDto } from './workflow.dto.js';

/** The verbs that name a colleague: who that is and which posts they hold is looked up with them. */
@Injectable()
export class ChangeHands {
  constructor(
    private readonly transactions: Transactions,
    private readonly colleagues: ColleagueQueries,
    private readonly cases: CaseQueries,
    private readonly performVerb: PerformVerb,
  ) {}

  reassign(id: string, body: ReassignDto, actor: Actor): Promise<CaseDto> {
    return this.perform('reassign', id, body, actor);
  }

  askHelp(id: string, body: AskHelpDto, actor: Actor): Promise<CaseDto> {
    return this.perform('askHelp', id, body, actor);
  }

  /**
   * Who of the asker's unit may be named.
   *
   * @throws DomainError `case.unknown`
   */
  async choices(id: string, actor: Actor): Promise<ColleaguesDto> {
    return this.transactions.read(async (tx) => {
      const row = await this.cases.row(id, actor, tx);
      const { unitId } = currentStage({ stages: row.stages, stageIndex: row.stage_index });
      const isOwn = [unitId, ...row.tasks.map((task) => task.unitId)].includes(actor.unitId);
      const people = isOwn ? await this.colleagues.ofUnit(tx, actor.unitId) : [];
      const items = people.filter(({ accountId }) => !row.recused_ids.includes(accountId));
      return {
        items: items.map(({ unitId: _unit, ...person }) => ({
          ...person,
          roles: [...person.roles],
        })),
      };
    });
  }

  private perform(
    verb: 'reassign' | 'askHelp',
    caseId: string,
    { version, accountId, ...entered }: ReassignDto | AskHelpDto,
    actor: Actor,
  ): Promise<CaseDto> {
    return this.transactions.run(async (tx) => {
      const colleague = await this.colleagues.one(tx, accountId);
      const input = { ...entered, ...(colleague ? { colleague } : {}) };
      return this.performVerb.within(tx, { caseId, version, verb, input }, actor);
    });
  }
}
