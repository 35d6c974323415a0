import { Injectable } from '@nestjs/common';
import {
  CASE_LIFE,
  decide,
  decideBySystem,
  workflowError,
  type Actor,
  type CaseState,
  type CaseVerb,
  type Decision,
  type VerbInput,
} from '@yikou/domain';
import { announce, Clock, inSpan, noteChange, Transactions, type Tx } from '@yikou/platform';
import { CaseAuthority } from './case-authority.js';
import { CaseClocks } from './case-clocks.js';
import { CaseQueries } from './case.queries.js';
import { drawCase, factsOf, type CaseRow } from './case.row.js';
import { patchOf, writeCase } from './write-case.js';
import type { WrittenVerb } from './writing.js';
import type { CaseDto } from './workflow.dto.js';

/** What a person asks for: the verb, the version they saw, what they entered. */
export interface VerbRequest {
  caseId: string;
  version: number;
  verb: Exclude<CaseVerb, 'register'>;
  input?: VerbInput & WrittenVerb;
  /** Names of required materials not received; known to the intake. */
  missingMaterials?: readonly string[];
}

/**
 * Performs any verb of the table: lock, decide, write, all in one transaction. What a verb means
 * stands in `libs/domain`; this class only carries it out, the same way for every row of the table.
 */
@Injectable()
export class PerformVerb {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly clocks: CaseClocks,
    private readonly authority: CaseAuthority,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `case.unknown`, `case.stale`, or the code of the rule that refuses */
  run(request: VerbRequest, actor: Actor): Promise<CaseDto> {
    return inSpan(`verb ${request.verb}`, () =>
      this.transactions.run((tx) => this.within(tx, request, actor)),
    );
  }

  /** The same inside a transaction that another module has opened. */
  async within(tx: Tx, request: VerbRequest, actor: Actor): Promise<CaseDto> {
    const row = await this.cases.row(request.caseId, actor, tx, 'FOR UPDATE OF c');
    if (row.version !== request.version) {
      throw workflowError(
        'case.stale',
        `现为第 ${row.version} 版，提交的是第 ${request.version} 版。`,
      );
    }
    const { verb, input = {} } = request;
    const now = this.clock.now();
    const decision = decide(factsOf(row, request.missingMaterials), verb, actor, input);
    const authority = await this.authority.of(tx, verb, row);
    const hours = await this.clocks.stayedFor(row, actor, now);
    const deadlineRows = await this.clocks.change(tx, row, decision.clocks, now);
    const patch = { ...patchOf(verb, input, row, now), ...authority, ...hours };
    await writeCase(tx, { row, verb, decision, actor, now, patch, input });
    // R84: the archive, which stands above, makes the package.
    if (verb === 'archive') {
      await announce(tx, [{ topic: 'case.archived', subjectId: row.id, payload: {} }]);
    }
    const after = await this.cases.row(request.caseId, actor, tx);
    noteChange(tx, { kind: 'case', id: row.id, before: standingOf(row), after: standingOf(after) });
    return drawCase(after, await this.clocks.draw(deadlineRows), actor);
  }

  /**
   * What nobody does and the clock brings about (T15), in the transaction that heard of it. A case that
   * has gone on since is left alone, so it happens once.
   *
   * @returns whether it was done
   */
  async bySystem(
    tx: Tx,
    caseId: string,
    verb: 'acceptBySilence' | 'lapse',
    input: VerbInput,
  ): Promise<boolean> {
    const row = await this.cases.anyRow(tx, caseId);
    const from: readonly (CaseState | 'NEW')[] = CASE_LIFE[verb].from;
    if (!row || !from.includes(row.state)) return false;
    const now = this.clock.now();
    const decision: Decision = decideBySystem(factsOf(row), verb, input);
    await this.clocks.change(tx, row, decision.clocks, now);
    const patch = patchOf(verb, input, row, now);
    await writeCase(tx, { row, verb, decision, actor: null, now, patch, input });
    const before = standingOf(row);
    const after = { ...before, state: decision.to, version: row.version + 1 };
    noteChange(tx, { kind: 'case', id: row.id, before, after, reason: input.reason });
    return true;
  }
}

/** What the audit keeps of a case: nothing of the applicant. */
function standingOf({ number, state, version, stage_index, holder_unit_id }: CaseRow) {
  return { number, state, version, stageIndex: stage_index, holderUnitId: holder_unit_id };
}
