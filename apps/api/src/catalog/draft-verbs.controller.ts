import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import {
  DifferenceQueryDto,
  DifferencesDto,
  DraftDto,
  DraftVersionDto,
  PublishDraftDto,
  ReturnDraftDto,
  VersionListDto,
} from './draft.dto.js';
import { PerformDraftVerb } from './perform-draft-verb.js';
import { VersionQueries } from './version.queries.js';

/** The verbs on a version in the making, each a row of `VERSION_LIFE`; and versions side by side. */
@ApiTags('catalog')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1')
export class DraftVerbsController {
  constructor(
    private readonly performVerb: PerformDraftVerb,
    private readonly versions: VersionQueries,
  ) {}

  @Post('item-drafts/:id/submit')
  @HttpCode(200)
  @Does('draft.submit')
  @ApiOperation({ operationId: 'submitDraft', summary: '提交审核，R30' })
  submit(
    @Param('id', UuidParam) id: string,
    @Body() { version }: DraftVersionDto,
    @CurrentActor() actor: Actor,
  ): Promise<DraftDto | undefined> {
    return this.performVerb.run({ id, version, verb: 'submit' }, actor);
  }

  @Post('item-drafts/:id/return')
  @HttpCode(200)
  @Does('draft.return')
  @ApiOperation({ operationId: 'returnDraft', summary: '退回反馈，R30' })
  return(
    @Param('id', UuidParam) id: string,
    @Body() body: ReturnDraftDto,
    @CurrentActor() actor: Actor,
  ): Promise<DraftDto | undefined> {
    return this.performVerb.run({ id, verb: 'return', ...body }, actor);
  }

  @Post('item-drafts/:id/approve')
  @HttpCode(200)
  @Does('draft.approve')
  @ApiOperation({ operationId: 'approveDraft', summary: '审核通过（编制、提交者不得审核），R30' })
  approve(
    @Param('id', UuidParam) id: string,
    @Body() { version }: DraftVersionDto,
    @CurrentActor() actor: Actor,
  ): Promise<DraftDto | undefined> {
    return this.performVerb.run({ id, version, verb: 'approve' }, actor);
  }

  @Post('item-drafts/:id/publish')
  @HttpCode(200)
  @Does('draft.publish')
  @ApiOperation({ operationId: 'publishDraft', summary: '公布：缺项和违规一次列全，R31、R33、R37' })
  publish(
    @Param('id', UuidParam) id: string,
    @Body() body: PublishDraftDto,
    @CurrentActor() actor: Actor,
  ): Promise<DraftDto | undefined> {
    return this.performVerb.run({ id, verb: 'publish', ...body }, actor);
  }

  @Post('item-drafts/:id/discard')
  @HttpCode(204)
  @Does('draft.discard')
  @ApiOperation({ operationId: 'discardDraft', summary: '废弃草稿，R30' })
  async discard(
    @Param('id', UuidParam) id: string,
    @Body() { version }: DraftVersionDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.performVerb.run({ id, version, verb: 'discard' }, actor);
  }

  @Get('items/:code/versions')
  @Does('item.read')
  @ApiOperation({ operationId: 'listVersions', summary: '事项已公布的各版本，P8' })
  list(@Param('code') code: string): Promise<VersionListDto> {
    return this.versions.ofItem(code);
  }

  @Get('item-differences')
  @Does('draft.read')
  @ApiOperation({ operationId: 'compareVersions', summary: '任意两个版本逐项比较，R34' })
  differences(@Query() { from, to, all }: DifferenceQueryDto): Promise<DifferencesDto> {
    return this.versions.differences(from, to, all);
  }
}
