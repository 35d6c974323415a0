import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { ChangeHands } from './change-hands.js';
import { AskHelpDto, ColleaguesDto, ExtendDto, ReassignDto, TaskReasonDto } from './hands.dto.js';
import { PerformVerb } from './perform-verb.js';
import { summaryOf } from './verb-summary.js';
import { CaseDto } from './workflow.dto.js';
import { OpinionDto } from './verb.dto.js';

/** Verbs by which a task changes hands or a case gets more time. */
@ApiTags('workflow')
@ApiBearerAuth()
@Controller('api/v1/cases/:id')
export class HandsController {
  constructor(
    private readonly changeHands: ChangeHands,
    private readonly performVerb: PerformVerb,
  ) {}

  @Get('colleagues')
  @Does('case.colleagues')
  @ApiOperation({
    operationId: 'listColleagues',
    summary: '本单位可改派或请其协办的同事（回避的除外），R21',
  })
  colleagues(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<ColleaguesDto> {
    return this.changeHands.choices(id, actor);
  }

  @Post('reassign')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('case.reassign')
  @ApiOperation(summaryOf('reassign'))
  reassign(
    @Param('id', UuidParam) id: string,
    @Body() body: ReassignDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.changeHands.reassign(id, body, actor);
  }

  @Post('ask-help')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('case.askHelp')
  @ApiOperation(summaryOf('askHelp'))
  askHelp(
    @Param('id', UuidParam) id: string,
    @Body() body: AskHelpDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.changeHands.askHelp(id, body, actor);
  }

  @Post('return-to-counter')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('case.returnToCounter')
  @ApiOperation(summaryOf('returnToCounter'))
  returnToCounter(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: TaskReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'returnToCounter', input }, actor);
  }

  @Post('recuse')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('case.recuse')
  @ApiOperation(summaryOf('recuse'))
  recuse(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: TaskReasonDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'recuse', input }, actor);
  }

  @Post('give-help')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('case.giveHelp')
  @ApiOperation(summaryOf('giveHelp'))
  giveHelp(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: OpinionDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'giveHelp', input }, actor);
  }

  @Post('extend')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('case.extend')
  @ApiOperation(summaryOf('extend'))
  extend(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: ExtendDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'extend', input }, actor);
  }
}
