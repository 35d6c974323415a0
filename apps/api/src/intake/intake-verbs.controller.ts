import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { CaseDto, PerformVerb, RefuseDto, summaryOf, VerbDto } from '../workflow/index.js';
import { CorrectCase } from './correct-case.js';
import {
  CorrectCaseDto,
  RegisterCaseDto,
  RequestSupplementDto,
  SupplementDto,
} from './intake.dto.js';
import { IntakeVerbs } from './intake-verbs.js';
import { RegisterCase } from './register-case.js';

/** The verbs at the counter up to acceptance. */
@ApiTags('intake')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1/cases')
export class IntakeVerbsController {
  constructor(
    private readonly registerCase: RegisterCase,
    private readonly intakeVerbs: IntakeVerbs,
    private readonly correctCase: CorrectCase,
    private readonly performVerb: PerformVerb,
  ) {}

  @Post()
  @Does('case.register')
  @ApiOperation(summaryOf('register'))
  register(@Body() body: RegisterCaseDto, @CurrentActor() actor: Actor): Promise<CaseDto> {
    return this.registerCase.run(body, actor);
  }

  @Post(':id/corrections')
  @Does('case.correct')
  @ApiOperation({
    operationId: 'correctCase',
    summary: '登记更正件：原件不动，新件注明更正的办件和理由（设计 §3）',
  })
  correct(
    @Param('id', UuidParam) id: string,
    @Body() body: CorrectCaseDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.correctCase.run(id, body, actor);
  }

  @Post(':id/request-supplement')
  @HttpCode(200)
  @Does('case.requestSupplement')
  @ApiOperation(summaryOf('requestSupplement'))
  requestSupplement(
    @Param('id', UuidParam) id: string,
    @Body() body: RequestSupplementDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.intakeVerbs.requestSupplement(id, body, actor);
  }

  @Post(':id/supplement')
  @HttpCode(200)
  @Does('case.supplement')
  @ApiOperation(summaryOf('supplement'))
  supplement(
    @Param('id', UuidParam) id: string,
    @Body() body: SupplementDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.intakeVerbs.supplement(id, body, actor);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Does('case.accept')
  @ApiOperation(summaryOf('accept'))
  accept(
    @Param('id', UuidParam) id: string,
    @Body() body: VerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.intakeVerbs.accept(id, body, actor);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Does('case.refuse')
  @ApiOperation(summaryOf('refuse'))
  refuse(
    @Param('id', UuidParam) caseId: string,
    @Body() { version, ...input }: RefuseDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.performVerb.run({ caseId, version, verb: 'refuse', input }, actor);
  }
}
