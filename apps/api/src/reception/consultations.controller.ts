import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { ConsultationStatistics } from './consultation-statistics.queries.js';
import {
  ConsultationDto,
  ConsultationPageDto,
  ConsultationQueryDto,
  ConsultationStatisticsDto,
  RecipientsDto,
  RecordConsultationDto,
  SpanQueryDto,
} from './consultation.dto.js';
import { ConsultationQueries } from './consultation.queries.js';
import { RecipientQueries } from './recipient.queries.js';
import { RecordConsultation } from './record-consultation.js';

/** The guide desk (R63, R72). */
@ApiTags('reception')
@ApiBearerAuth()
@Controller('api/v1/consultations')
export class ConsultationsController {
  constructor(
    private readonly queries: ConsultationQueries,
    private readonly recipients: RecipientQueries,
    private readonly statistics: ConsultationStatistics,
    private readonly recordConsultation: RecordConsultation,
  ) {}

  @Get()
  @Does('consultation.list')
  @ApiOperation({ operationId: 'listConsultations', summary: '待办咨询、本厅咨询记录，R63、R72' })
  page(
    @Query() query: ConsultationQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationPageDto> {
    return this.queries.page(query, actor);
  }

  @Get('recipients')
  @Does('consultation.handOver')
  @ApiOperation({ operationId: 'listRecipients', summary: '可以接收移交的单位和人员，R72' })
  listRecipients(@CurrentActor() actor: Actor): Promise<RecipientsDto> {
    return this.recipients.list(actor);
  }

  @Get('statistics')
  @Does('consultation.statistics')
  @ApiOperation({ operationId: 'consultationStatistics', summary: '每日分类咨询量，R63' })
  count(
    @Query() query: SpanQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationStatisticsDto> {
    return this.statistics.run(query, actor);
  }

  @Post()
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('consultation.record')
  @ApiOperation({
    operationId: 'recordConsultation',
    summary: '登记咨询：登记人即首问责任人，不可更改，R63、R72',
  })
  record(
    @Body() body: RecordConsultationDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConsultationDto> {
    return this.recordConsultation.run(body, actor);
  }
}
