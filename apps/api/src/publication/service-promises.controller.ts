import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Does } from '../identity/index.js';
import { unlessSame } from '../kept-answer.js';
import { PageQueryDto } from '../page.dto.js';
import { UuidParam } from '../path-params.js';
import { PublishPromises } from './publish-promises.js';
import {
  PublishedPromisesDto,
  PublishedPromisesPageDto,
  PublishPromisesDto,
  ServicePromisesPageDto,
} from './service-promises.dto.js';
import { ServicePromiseQueries } from './service-promises.queries.js';

@ApiTags('publication')
@Controller('api/v1/units/:unitId/service-promises')
export class ServicePromisesController {
  constructor(
    private readonly queries: ServicePromiseQueries,
    private readonly publishPromises: PublishPromises,
  ) {}

  @Get()
  @Does('servicePromise.read')
  @ApiOperation({
    operationId: 'listServicePromises',
    summary: '中心的服务承诺各版，新的在前，R76',
  })
  page(
    @Param('unitId', UuidParam) unitId: string,
    @Query() query: PageQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServicePromisesPageDto | undefined> {
    return unlessSame(request, reply, this.queries.page(unitId, query));
  }

  @Get('register')
  @Does('servicePromise.list')
  @ApiBearerAuth()
  @ApiOperation({
    operationId: 'listPublishedPromises',
    summary: '中心的服务承诺各版及发布人，R76',
  })
  register(
    @Param('unitId', UuidParam) unitId: string,
    @Query() query: PageQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PublishedPromisesPageDto> {
    return this.queries.register(unitId, query, actor);
  }

  @Post()
  @Does('servicePromise.publish')
  @ApiBearerAuth()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOperation({
    operationId: 'publishServicePromises',
    summary: '发布新的一版服务承诺；已发布的不再改动，R76',
  })
  publish(
    @Param('unitId', UuidParam) unitId: string,
    @Body() body: PublishPromisesDto,
    @CurrentActor() actor: Actor,
  ): Promise<PublishedPromisesDto> {
    return this.publishPromises.run(unitId, body, actor);
  }
}
