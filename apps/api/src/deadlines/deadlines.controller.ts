import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { ComputeDue } from './compute-due.js';
import { DeadlineQueries } from './deadline.queries.js';
import {
  DeadlineExplainDto,
  DeadlinePageDto,
  DeadlineQueryDto,
  DeadlineSummaryDto,
  DueDto,
  DueQueryDto,
} from './deadlines.dto.js';

@ApiTags('deadlines')
@Controller('api/v1')
export class DeadlinesController {
  constructor(
    private readonly computeDue: ComputeDue,
    private readonly queries: DeadlineQueries,
  ) {}

  @Get('calendar/due')
  @Does('due.compute')
  @ApiOperation({
    operationId: 'computeDue',
    summary: '按官方工作日历计算到期时刻并逐日说明，P6、D3、D4',
  })
  due(@Query() query: DueQueryDto): Promise<DueDto> {
    return this.computeDue.run(query);
  }

  @Get('deadlines')
  @ApiBearerAuth()
  @Does('deadline.list')
  @ApiOperation({ operationId: 'listDeadlines', summary: '时限清单，按到期先后，R56、R75' })
  page(@Query() query: DeadlineQueryDto, @CurrentActor() actor: Actor): Promise<DeadlinePageDto> {
    return this.queries.page(query, actor);
  }

  @Get('deadlines/summary')
  @ApiBearerAuth()
  @Does('deadline.list')
  @ApiOperation({
    operationId: 'summariseDeadlines',
    summary: '超期看板：各灯数量与超期单位，R60、R75',
  })
  summary(@CurrentActor() actor: Actor): Promise<DeadlineSummaryDto> {
    return this.queries.summary(actor);
  }

  @Get('deadlines/:id/explain')
  @ApiBearerAuth()
  @Does('deadline.explain')
  @ApiOperation({ operationId: 'explainDeadline', summary: '逐日说明一个时限如何计算，P6' })
  explain(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<DeadlineExplainDto> {
    return this.queries.explain(id, actor);
  }
}
