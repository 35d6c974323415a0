import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { CoverageQueries } from './coverage.queries.js';
import { DecideException } from './decide-exception.js';
import {
  ApproveExceptionDto,
  EntryCoverageDto,
  EntryExceptionDto,
  EntryExceptionPageDto,
  EntryExceptionQueryDto,
  HallCoveragePageDto,
  HallCoverageQueryDto,
  RefuseExceptionDto,
  RequestExceptionDto,
} from './entry.dto.js';
import { ExceptionQueries } from './exception.queries.js';
import { RequestException } from './request-exception.js';

/** 应进必进: what should enter the halls, and why some of it does not. */
@ApiTags('offerings')
@ApiBearerAuth()
@Controller('api/v1')
export class EntryController {
  constructor(
    private readonly coverage: CoverageQueries,
    private readonly exceptions: ExceptionQueries,
    private readonly requestException: RequestException,
    private readonly decideException: DecideException,
  ) {}

  @Get('entry-coverage')
  @Does('coverage.read')
  @ApiOperation({ operationId: 'listEntryCoverage', summary: '各中心（站）应进必进情况，R44、R46' })
  halls(
    @Query() query: HallCoverageQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<HallCoveragePageDto> {
    return this.coverage.page(query, actor);
  }

  @Get('units/:unitId/entry-coverage')
  @Does('coverage.read')
  @ApiOperation({
    operationId: 'getEntryCoverage',
    summary: '一个中心（站）按主题的应进必进情况，R44、R46、R47',
  })
  hall(
    @Param('unitId', UuidParam) unitId: string,
    @CurrentActor() actor: Actor,
  ): Promise<EntryCoverageDto> {
    return this.coverage.one(unitId, actor);
  }

  @Get('entry-exceptions')
  @Does('exception.list')
  @ApiOperation({ operationId: 'listEntryExceptions', summary: '不进驻申请（负面清单），R44' })
  page(
    @Query() query: EntryExceptionQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<EntryExceptionPageDto> {
    return this.exceptions.page(query, actor);
  }

  @Post('units/:unitId/entry-exceptions')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('exception.request')
  @ApiOperation({ operationId: 'requestEntryException', summary: '申请一个事项不进驻，R44' })
  request(
    @Param('unitId', UuidParam) unitId: string,
    @Body() body: RequestExceptionDto,
    @CurrentActor() actor: Actor,
  ): Promise<EntryExceptionDto> {
    return this.requestException.run(unitId, body, actor);
  }

  @Post('entry-exceptions/:id/approve')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('exception.decide')
  @ApiOperation({ operationId: 'approveEntryException', summary: '同意不进驻（申请人回避），R44' })
  approve(
    @Param('id', UuidParam) id: string,
    @Body() { answer }: ApproveExceptionDto,
    @CurrentActor() actor: Actor,
  ): Promise<EntryExceptionDto> {
    return this.decideException.run(id, 'APPROVED', answer, actor);
  }

  @Post('entry-exceptions/:id/refuse')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('exception.decide')
  @ApiOperation({ operationId: 'refuseEntryException', summary: '不同意不进驻，R44' })
  refuse(
    @Param('id', UuidParam) id: string,
    @Body() { answer }: RefuseExceptionDto,
    @CurrentActor() actor: Actor,
  ): Promise<EntryExceptionDto> {
    return this.decideException.run(id, 'REFUSED', answer, actor);
  }
}
