import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { CallNext } from './call-next.js';
import { PerformTicketVerb } from './perform-ticket-verb.js';
import { QueueStatistics } from './queue-statistics.queries.js';
import { QueueQueries } from './queue.queries.js';
import { TakeTicket } from './take-ticket.js';
import {
  CallNextDto,
  QueueDto,
  QueueQueryDto,
  QueueStatisticsDto,
  QueueStatisticsQueryDto,
  TakenTicketDto,
  TakeTicketDto,
  TicketDto,
  TicketVerbDto,
  TransferTicketDto,
} from './ticket.dto.js';

/** The queue of a hall (R40). */
@ApiTags('reception')
@ApiBearerAuth()
@Controller('api/v1/queue')
export class QueueController {
  constructor(
    private readonly queries: QueueQueries,
    private readonly statistics: QueueStatistics,
    private readonly takeTicket: TakeTicket,
    private readonly callNext: CallNext,
    private readonly performVerb: PerformTicketVerb,
  ) {}

  @Get()
  @Does('ticket.list')
  @ApiOperation({ operationId: 'getQueue', summary: '今天的排队情况，R40' })
  queue(@Query() { unitId }: QueueQueryDto, @CurrentActor() actor: Actor): Promise<QueueDto> {
    return this.queries.queue(actor, unitId);
  }

  @Get('statistics')
  @Does('ticket.statistics')
  @ApiOperation({
    operationId: 'queueStatistics',
    summary: '等候人数、平均和九成等候分钟数、分时取号量，R40',
  })
  count(
    @Query() query: QueueStatisticsQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<QueueStatisticsDto> {
    return this.statistics.run(query, actor);
  }

  @Post('tickets')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('ticket.take')
  @ApiOperation({
    operationId: 'takeTicket',
    summary: '取号：每厅每日每类连号，预约提前30分钟、老年人和残疾人提前15分钟排位，R40',
  })
  take(@Body() body: TakeTicketDto, @CurrentActor() actor: Actor): Promise<TakenTicketDto> {
    return this.takeTicket.run(body, actor);
  }

  @Post('call')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('ticket.call')
  @ApiOperation({
    operationId: 'callNext',
    summary: '叫下一位：综合窗口不分事项，先到先办；正在接待的随即结束，R40',
  })
  call(@Body() { counterNumber }: CallNextDto, @CurrentActor() actor: Actor): Promise<TicketDto> {
    return this.callNext.run(counterNumber, actor);
  }

  @Post('tickets/:id/recall')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('ticket.recall')
  @ApiOperation({ operationId: 'recallTicket', summary: '重新叫号，R40' })
  recall(
    @Param('id', UuidParam) id: string,
    @Body() { version }: TicketVerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<TicketDto> {
    return this.performVerb.run({ id, version, verb: 'recall' }, actor);
  }

  @Post('tickets/:id/start')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('ticket.start')
  @ApiOperation({ operationId: 'startTicket', summary: '开始接待，R40' })
  start(
    @Param('id', UuidParam) id: string,
    @Body() { version }: TicketVerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<TicketDto> {
    return this.performVerb.run({ id, version, verb: 'start' }, actor);
  }

  @Post('tickets/:id/skip')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('ticket.skip')
  @ApiOperation({ operationId: 'skipTicket', summary: '过号（叫而不到），R40' })
  skip(
    @Param('id', UuidParam) id: string,
    @Body() { version }: TicketVerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<TicketDto> {
    return this.performVerb.run({ id, version, verb: 'skip' }, actor);
  }

  @Post('tickets/:id/finish')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('ticket.finish')
  @ApiOperation({ operationId: 'finishTicket', summary: '结束接待，R40' })
  finish(
    @Param('id', UuidParam) id: string,
    @Body() { version }: TicketVerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<TicketDto> {
    return this.performVerb.run({ id, version, verb: 'finish' }, actor);
  }

  @Post('tickets/:id/requeue')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('ticket.requeue')
  @ApiOperation({ operationId: 'requeueTicket', summary: '过号的重新排队，位次不变，R40' })
  requeue(
    @Param('id', UuidParam) id: string,
    @Body() { version }: TicketVerbDto,
    @CurrentActor() actor: Actor,
  ): Promise<TicketDto> {
    return this.performVerb.run({ id, version, verb: 'requeue' }, actor);
  }

  @Post('tickets/:id/transfer')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('ticket.transfer')
  @ApiOperation({ operationId: 'transferTicket', summary: '转到其他窗口或退回队列，位次不变，R40' })
  transfer(
    @Param('id', UuidParam) id: string,
    @Body() { version, toCounter }: TransferTicketDto,
    @CurrentActor() actor: Actor,
  ): Promise<TicketDto> {
    return this.performVerb.run({ id, version, verb: 'transfer', toCounter }, actor);
  }
}
