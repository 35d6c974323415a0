import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { PageQueryDto } from '../page.dto.js';
import { UuidParam } from '../path-params.js';
import {
  ApproveDestructionDto,
  DestructionDto,
  DestructionEntriesDto,
  DestructionPageDto,
  ProposeDestructionDto,
  RefuseDestructionDto,
} from './archive.dto.js';
import { ArchiveQueries } from './archive.queries.js';
import { DecideDestruction } from './decide-destruction.js';

/** Lists of packages whose time of keeping is over (R84). */
@ApiTags('archives')
@ApiBearerAuth()
@Controller('api/v1/destructions')
export class DestructionsController {
  constructor(
    private readonly decideDestruction: DecideDestruction,
    private readonly archives: ArchiveQueries,
  ) {}

  @Get()
  @Does('archive.list')
  @ApiOperation({ operationId: 'listDestructions', summary: '档案销毁清册，新的在前，R84' })
  page(@Query() query: PageQueryDto, @CurrentActor() actor: Actor): Promise<DestructionPageDto> {
    return this.decideDestruction.page(query, actor);
  }

  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('archive.proposeDestruction')
  @ApiOperation({ operationId: 'proposeDestruction', summary: '把到期档案编入销毁清册，R84' })
  propose(
    @Body() { reason }: ProposeDestructionDto,
    @CurrentActor() actor: Actor,
  ): Promise<DestructionDto> {
    return this.decideDestruction.propose(reason, actor);
  }

  @Get(':id/archives')
  @Does('archive.list')
  @ApiOperation({ operationId: 'listDestructionArchives', summary: '销毁清册中的档案，R84' })
  entries(
    @Param('id', UuidParam) id: string,
    @Query() query: PageQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<DestructionEntriesDto> {
    return this.archives.ofDestruction(id, query, actor);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('archive.decideDestruction')
  @ApiOperation({ operationId: 'approveDestruction', summary: '批准销毁（第二人），R84' })
  approve(
    @Param('id', UuidParam) id: string,
    @Body() { answer = '同意。' }: ApproveDestructionDto,
    @CurrentActor() actor: Actor,
  ): Promise<DestructionDto> {
    return this.decideDestruction.decide(id, 'APPROVED', answer, actor);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('archive.decideDestruction')
  @ApiOperation({ operationId: 'refuseDestruction', summary: '不同意销毁，R84' })
  refuse(
    @Param('id', UuidParam) id: string,
    @Body() { answer }: RefuseDestructionDto,
    @CurrentActor() actor: Actor,
  ): Promise<DestructionDto> {
    return this.decideDestruction.decide(id, 'REFUSED', answer, actor);
  }
}
