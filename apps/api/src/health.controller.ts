import { Controller, Get, HttpCode, Optional, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Drain, TimerQueue, Transactions } from '@yikou/platform';
import type { FastifyReply } from 'fastify';
import { HealthDto, ReadinessDto } from './health.dto.js';
import { Does } from './identity/index.js';

/** A database that does not answer within this time is of no use to a request either. */
const PATIENCE_MS = 2000;

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: TimerQueue,
    // A process without a door has none, and nobody who could ask.
    @Optional() private readonly drain?: Drain,
  ) {}

  /** Never touches the database: an outage must not restart every process. */
  @Get('live')
  @HttpCode(200)
  @Does('health.read')
  @ApiOperation({ operationId: 'isLive', summary: '进程存活' })
  live(): HealthDto {
    return { status: 'live' };
  }

  @Get('ready')
  @Does('health.read')
  @ApiOperation({ operationId: 'isReady', summary: '可以服务：数据库与队列' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessDto> {
    if (this.drain?.begun) {
      reply.status(503);
      return { status: 'not-ready', draining: true };
    }
    const [database, queue] = await Promise.all([
      inTime(this.transactions.answers()),
      this.timers.isUp('deadline'),
    ]);
    if (!database) reply.status(503);
    const status = database ? (queue ? 'ready' : 'degraded') : 'not-ready';
    return { status, draining: false, database, queue };
  }
}

async function inTime(answers: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([answers, patience]);
  } finally {
    clearTimeout(timer);
  }
}
