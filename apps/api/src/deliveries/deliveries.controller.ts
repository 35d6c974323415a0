import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { CaseDto } from '../workflow/index.js';
import {
  CaseDeliveriesDto,
  HandOverDto,
  RemindDto,
  SendDto,
  SettleDto,
  UncollectedPageDto,
  UncollectedQueryDto,
} from './delivery.dto.js';
import { DeliveryQueries } from './delivery.queries.js';
import { HandOver } from './hand-over.js';
import { RemindApplicant } from './remind-applicant.js';
import { SendResult } from './send-result.js';
import { UncollectedQueries } from './uncollected.queries.js';

/** How results reach the applicant, from the counter that took the case (R57, R61). */
@ApiTags('deliveries')
@ApiBearerAuth()
@Controller('api/v1')
export class DeliveriesController {
  constructor(
    private readonly uncollected: UncollectedQueries,
    private readonly deliveries: DeliveryQueries,
    private readonly handOver: HandOver,
    private readonly sendResult: SendResult,
    private readonly remindApplicant: RemindApplicant,
  ) {}

  @Get('deliveries/uncollected')
  @Does('delivery.list')
  @ApiOperation({ operationId: 'listUncollected', summary: '待领取的办理结果，等得久的在前，R57' })
  page(
    @Query() query: UncollectedQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<UncollectedPageDto> {
    return this.uncollected.page(query, actor);
  }

  @Get('cases/:id/deliveries')
  @Does('delivery.read')
  @ApiOperation({ operationId: 'listDeliveries', summary: '办件的送达经过和领取提醒，R57' })
  ofCase(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDeliveriesDto> {
    return this.deliveries.ofCase(id, actor);
  }

  @Get('cases/:id/deliveries/:deliveryId/signature')
  @Does('delivery.signature')
  @ApiProduces('image/png')
  @ApiOperation({ operationId: 'getSignature', summary: '领取人的屏上签名，R57' })
  signature(
    @Param('id', UuidParam) id: string,
    @Param('deliveryId', UuidParam) deliveryId: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('x-content-type-options', 'nosniff');
    return this.deliveries.signature(id, deliveryId, actor);
  }

  @Post('cases/:id/deliveries/hand-over')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('delivery.handOver')
  @ApiOperation({ operationId: 'handOverResult', summary: '当面交付并签收，R57、R61' })
  hand(
    @Param('id', UuidParam) id: string,
    @Body() body: HandOverDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.handOver.run(id, body, actor);
  }

  @Post('cases/:id/deliveries/send')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('delivery.send')
  @ApiOperation({ operationId: 'sendResult', summary: '邮寄或上门送达，R57' })
  send(
    @Param('id', UuidParam) id: string,
    @Body() body: SendDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDeliveriesDto> {
    return this.sendResult.run(id, body, actor);
  }

  @Post('cases/:id/deliveries/settle')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('delivery.send')
  @ApiOperation({ operationId: 'settleDelivery', summary: '登记寄出或上门的结果已签收或退回，R57' })
  settle(
    @Param('id', UuidParam) id: string,
    @Body() body: SettleDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDeliveriesDto> {
    return this.sendResult.settle(id, body, actor);
  }

  @Post('cases/:id/deliveries/remind')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('delivery.remind')
  @ApiOperation({ operationId: 'remindApplicant', summary: '登记一次领取提醒，R57' })
  remind(
    @Param('id', UuidParam) id: string,
    @Body() body: RemindDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDeliveriesDto> {
    return this.remindApplicant.run(id, body, actor);
  }
}
