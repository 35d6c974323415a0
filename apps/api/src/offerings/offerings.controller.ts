import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { ChangeLocalContent } from './change-local-content.js';
import { CheckReadiness } from './check-readiness.js';
import {
  ChangeLocalContentDto,
  CheckReadinessDto,
  OfferingDto,
  OfferingPageDto,
  OfferingQueryDto,
  OfferItemDto,
  WithdrawOfferingDto,
} from './offering.dto.js';
import { OfferingQueries } from './offering.queries.js';
import { OfferItem } from './offer-item.js';
import { WithdrawOffering } from './withdraw-offering.js';

/** What a centre or station offers. */
@ApiTags('offerings')
@ApiBearerAuth()
@Controller('api/v1/units/:unitId/offerings')
export class OfferingsController {
  constructor(
    private readonly queries: OfferingQueries,
    private readonly offerItem: OfferItem,
    private readonly changeLocalContent: ChangeLocalContent,
    private readonly checkReadiness: CheckReadiness,
    private readonly withdrawOffering: WithdrawOffering,
  ) {}

  @Get()
  @Does('offering.list')
  @ApiOperation({ operationId: 'listOfferings', summary: '中心（站）进驻事项，R44、R47' })
  page(
    @Param('unitId', UuidParam) unitId: string,
    @Query() query: OfferingQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<OfferingPageDto> {
    return this.queries.page(unitId, query, actor);
  }

  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('offering.offer')
  @ApiOperation({ operationId: 'offerItem', summary: '事项进驻中心（站），自某日起，R44' })
  offer(
    @Param('unitId', UuidParam) unitId: string,
    @Body() body: OfferItemDto,
    @CurrentActor() actor: Actor,
  ): Promise<OfferingDto> {
    return this.offerItem.run(unitId, body, actor);
  }

  @Post(':code/local-content')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiBody({ type: ChangeLocalContentDto })
  @Does('offering.changeLocal')
  @ApiOperation({
    operationId: 'changeLocalContent',
    summary: '修改本地内容；标准内容锁定，改动时 409 并指明栏目，R34',
  })
  changeLocal(
    @Param('unitId', UuidParam) unitId: string,
    @Param('code') code: string,
    @Body() change: Record<string, unknown>,
    @CurrentActor() actor: Actor,
  ): Promise<OfferingDto> {
    return this.changeLocalContent.run(unitId, code, change, actor);
  }

  @Post(':code/readiness')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('readiness.check')
  @ApiOperation({ operationId: 'checkReadiness', summary: '登记业务专网条件，R49' })
  readiness(
    @Param('unitId', UuidParam) unitId: string,
    @Param('code') code: string,
    @Body() body: CheckReadinessDto,
    @CurrentActor() actor: Actor,
  ): Promise<OfferingDto> {
    return this.checkReadiness.run(unitId, code, body, actor);
  }

  @Post(':code/withdraw')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('offering.withdraw')
  @ApiOperation({
    operationId: 'withdrawOffering',
    summary: '事项退出进驻（写明理由）；已收办件照常办完，R44',
  })
  withdraw(
    @Param('unitId', UuidParam) unitId: string,
    @Param('code') code: string,
    @Body() body: WithdrawOfferingDto,
    @CurrentActor() actor: Actor,
  ): Promise<OfferingDto> {
    return this.withdrawOffering.run(unitId, code, body, actor);
  }
}
