import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { DeliverCase } from './deliver-case.js';
import { PerformVerb } from './perform-verb.js';
import { summaryOf } from './verb-summary.js';
import { CaseDto } from './workflow.dto.js';
import {
  DecideDto,
  DeliverDto,
  IssueDto,
  OpinionDto,
  ReasonDto,
  SuspendDto,
  TaskVerbDto,
  VerbDto,
} from './verb.dto.js';

/** Verbs after the intake; each is a row of the table in `libs/domain/src/workflow/life.ts`. */
@ApiTags('workflow')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1/cases/:id')
export class CaseVerbsController {
  constructor(
    private readonly performVerb: PerformVerb,
    private readonly deliverCase: DeliverCase,
  ) {}

  @Post('transfer')
  @HttpCode(200)
  @Does('case.transfer')
  @ApiOperation(summaryOf('transfer'))
  transfer(
    @Param('id', UuidParam) caseId: string,
    @Body() { version }: VerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'transfer' }, actor);
  }

  @Post('claim')
  @HttpCode(200)
  @Does('case.claim')
  @ApiOperation(summaryOf('claim'))
  claim(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: TaskVerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'claim', input }, actor);
  }

  @Post('complete')
  @HttpCode(200)
  @Does('case.complete')
  @ApiOperation(summaryOf('complete'))
  complete(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: OpinionDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'complete', input }, actor);
  }

  @Post('suspend')
  @HttpCode(200)
  @Does('case.suspend')
  @ApiOperation(summaryOf('suspend'))
  suspend(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: SuspendDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'suspend', input }, actor);
  }

  @Post('resume')
  @HttpCode(200)
  @Does('case.resume')
  @ApiOperation(summaryOf('resume'))
  resume(
    @Param('id', UuidParam) caseId: string,
    @Body() { version }: VerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'resume' }, actor);
  }

  @Post('upload')
  @HttpCode(200)
  @Does('case.upload')
  @ApiOperation(summaryOf('upload'))
  upload(
    @Param('id', UuidParam) caseId: string,
    @Body() { version }: VerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'upload' }, actor);
  }

  @Post('decide')
  @HttpCode(200)
  @Does('case.decide')
  @ApiOperation(summaryOf('decide'))
  decide(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: DecideDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'decide', input }, actor);
  }

  @Post('issue')
  @HttpCode(200)
  @Does('case.issue')
  @ApiOperation(summaryOf('issue'))
  issue(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: IssueDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'issue', input }, actor);
  }

  @Post('deliver')
  @HttpCode(200)
  @Does('case.deliver')
  @ApiOperation(summaryOf('deliver'))
  deliver(
    @Param('id', UuidParam) caseId: string,
    @Body() body: DeliverDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.deliverCase.run(caseId, body, actor);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Does('case.withdraw')
  @ApiOperation(summaryOf('withdraw'))
  withdraw(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: ReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'withdraw', input }, actor);
  }

  @Post('terminate')
  @HttpCode(200)
  @Does('case.terminate')
  @ApiOperation(summaryOf('terminate'))
  terminate(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: ReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'terminate', input }, actor);
  }

  @Post('archive')
  @HttpCode(200)
  @Does('case.archive')
  @ApiOperation(summaryOf('archive'))
  archive(
    @Param('id', UuidParam) caseId: string,
    @Body() { version }: VerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'archive' }, actor);
  }
}
