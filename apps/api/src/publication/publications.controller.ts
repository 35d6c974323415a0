import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import {
  PublicationPageDto,
  PublicationQueryDto,
  PublicationSummaryDto,
  PublicationSummaryQueryDto,
  RecordedPublicationsDto,
  RecordPublicationsDto,
} from './publication.dto.js';
import { PublicationQueries } from './publication.queries.js';
import { RecordPublications } from './record-publications.js';

@ApiTags('publication')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1/publications')
export class PublicationsController {
  constructor(
    private readonly publications: PublicationQueries,
    private readonly recordPublications: RecordPublications,
  ) {}

  @Get()
  @Does('publication.list')
  @ApiOperation({
    operationId: 'listPublications',
    summary: '公示登记：各中心（站）每个事项在各渠道公示的版本，缺漏和过期一目了然，R36',
  })
  page(
    @Query() query: PublicationQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PublicationPageDto> {
    return this.publications.page(query, actor);
  }

  @Get('summary')
  @Does('publication.list')
  @ApiOperation({ operationId: 'summarisePublications', summary: '各渠道公示情况汇总，R36' })
  summary(
    @Query() { unitId }: PublicationSummaryQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PublicationSummaryDto> {
    return this.publications.summary(unitId, actor);
  }

  @Post('record')
  @HttpCode(200)
  @Does('publication.record')
  @ApiOperation({
    operationId: 'recordPublications',
    summary: '登记已公示（可批量，逐条返回结果），R36、R37',
  })
  record(
    @Body() body: RecordPublicationsDto,
    @CurrentActor() actor: Actor,
  ): Promise<RecordedPublicationsDto> {
    return this.recordPublications.run(body, actor);
  }
}
