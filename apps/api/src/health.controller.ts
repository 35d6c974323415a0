import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { TimerQueue, Transactions } from '@yikou/platform';
import type { FastifyReply } from 'fastify';
import { HealthDto, ReadinessDto } from './health.dto.js';
import { Public } from './identity/index.js';

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: TimerQueue,
  ) {}

  /** Never touches the database: an outage must not restart every process. */
  @Get('live')
  @HttpCode(200)
  @ApiOperation({ operationId: 'isLive', summary: '进程存活' })
  live(): HealthDto {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'isReady', summary: '可以服务：数据库与队列' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessDto> {
    const [database, queue] = await Promise.all([
      this.transactions.reader.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      this.timers.isUp('deadline'),
    ]);
    if (!database) reply.status(503);
    return { status: database ? (queue ? 'ready' : 'degraded') : 'not-ready', database, queue };
  }
}
