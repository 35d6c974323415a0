import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import {
  SettledEntryDto,
  SettleEntryDto,
  UnsettledPageDto,
  UnsettledQueryDto,
} from './entry.dto.js';
import { SettleEntry } from './settle-entry.js';
import { UnsettledQueries } from './unsettled.queries.js';

/** Rows of which nobody knows yet which standard item they are. */
@ApiTags('combing')
@ApiBearerAuth()
@Controller('api/v1/street-list-entries')
export class EntriesController {
  constructor(
    private readonly unsettled: UnsettledQueries,
    private readonly settleEntry: SettleEntry,
  ) {}

  @Get('unsettled')
  @Does('streetList.read')
  @ApiOperation({ operationId: 'listUnsettled', summary: '镇街清单中待认定的事项，R30' })
  page(@Query() query: UnsettledQueryDto): Promise<UnsettledPageDto> {
    return this.unsettled.page(query);
  }

  @Post(':id/settle')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('streetList.settle')
  @ApiOperation({
    operationId: 'settleEntry',
    summary: '认定：是哪个标准事项、非标准事项，或去除，R30',
  })
  settle(
    @Param('id', UuidParam) id: string,
    @Body() body: SettleEntryDto,
    @CurrentActor() actor: Actor,
  ): Promise<SettledEntryDto> {
    return this.settleEntry.run(id, body, actor);
  }
}
