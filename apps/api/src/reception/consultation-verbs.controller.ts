import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { CaseDto } from '../workflow/index.js';
import {
  AnswerConsultationDto,
  ConsultationDraftDto,
  ConsultationDto,
  ConsultationVerbDto,
  DeclineConsultationDto,
  HandOverConsultationDto,
  OpenCaseOfConsultationDto,
} from './consultation.dto.js';
import { DraftOfConsultation } from './draft-of-consultation.js';
import { OpenCaseOfConsultation } from './open-case-of-consultation.js';
import { PerformConsultationVerb } from './perform-consultation-verb.js';

/** What is done with a consultation; the rules stand in `libs/domain/src/reception/consultation.ts`. */
@ApiTags('reception')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1/consultations/:id')
export class ConsultationVerbsController {
  constructor(
    private readonly performVerb: PerformConsultationVerb,
    private readonly draftOfConsultation: DraftOfConsultation,
    private readonly openCase: OpenCaseOfConsultation,
  ) {}

  @Post('answer')
  @HttpCode(200)
  @Does('consultation.answer')
  @ApiOperation({ operationId: 'answerConsultation', summary: '答复咨询（责任人），R72' })
  answer(
    @Param('id', UuidParam) id: string,
    @Body() { version, answer }: AnswerConsultationDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationDto> {
    return this.performVerb.run({ id, version, verb: 'answer', answer }, actor);
  }

  @Post('hand-over')
  @HttpCode(200)
  @Does('consultation.handOver')
  @ApiOperation({
    operationId: 'handOverConsultation',
    summary: '移交咨询：对方接收之前责任不变，R72',
  })
  handOver(
    @Param('id', UuidParam) id: string,
    @Body() { version, ...handOver }: HandOverConsultationDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationDto> {
    return this.performVerb.run({ id, version, verb: 'handOver', handOver }, actor);
  }

  @Post('take-back')
  @HttpCode(200)
  @Does('consultation.handOver')
  @ApiOperation({ operationId: 'takeBackConsultation', summary: '撤回移交，R72' })
  takeBack(
    @Param('id', UuidParam) id: string,
    @Body() { version }: ConsultationVerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationDto> {
    return this.performVerb.run({ id, version, verb: 'takeBack' }, actor);
  }

  @Post('accept')
  @HttpCode(200)
  @Does('consultation.accept')
  @ApiOperation({ operationId: 'acceptConsultation', summary: '接收移交，责任随之转移，R72' })
  accept(
    @Param('id', UuidParam) id: string,
    @Body() { version }: ConsultationVerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationDto> {
    return this.performVerb.run({ id, version, verb: 'accept' }, actor);
  }

  @Post('decline')
  @HttpCode(200)
  @Does('consultation.decline')
  @ApiOperation({ operationId: 'declineConsultation', summary: '退回移交（写明理由），R72' })
  decline(
    @Param('id', UuidParam) id: string,
    @Body() { version, reason }: DeclineConsultationDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationDto> {
    return this.performVerb.run({ id, version, verb: 'decline', reason }, actor);
  }

  @Post('draft')
  @HttpCode(200)
  @Does('consultation.draft')
  @ApiOperation({
    operationId: 'draftOfConsultation',
    summary: '在窗口打开咨询：带出事项和联系方式，不必重录；每次记入审计，P5',
  })
  draft(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationDraftDto> {
    return this.draftOfConsultation.run(id, actor);
  }

  @Post('case')
  @Does('consultation.openCase')
  @ApiOperation({
    operationId: 'openCaseOfConsultation',
    summary: '咨询转为办件：办件保留咨询和首问责任人，R12、R72',
  })
  toCase(
    @Param('id', UuidParam) id: string,
    @Body() body: OpenCaseOfConsultationDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.openCase.run(id, body, actor);
  }
}
