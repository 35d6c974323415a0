import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { ComposeDraft } from './compose-draft.js';
import {
  CommentDraftDto,
  ComposeDraftDto,
  DraftDto,
  DraftPageDto,
  DraftQueryDto,
  EditDraftDto,
} from './draft.dto.js';
import { DraftQueries } from './draft.queries.js';
import { EditDraft } from './edit-draft.js';

/** Building the list: versions in the making (R30). */
@ApiTags('catalog')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1')
export class DraftsController {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly composeDraft: ComposeDraft,
    private readonly editDraft: EditDraft,
  ) {}

  @Get('item-drafts')
  @Does('draft.read')
  @ApiOperation({ operationId: 'listDrafts', summary: '编制中的事项版本，R30' })
  page(@Query() query: DraftQueryDto, @CurrentActor() actor: Actor): Promise<DraftPageDto> {
    return this.drafts.page(query, actor);
  }

  @Post('item-drafts')
  @Does('draft.compose')
  @ApiOperation({ operationId: 'composeDraft', summary: '新增事项，R30' })
  compose(@Body() body: ComposeDraftDto, @CurrentActor() actor: Actor): Promise<DraftDto> {
    return this.composeDraft.compose(body, actor);
  }

  @Post('items/:code/revise')
  @Does('draft.compose')
  @ApiOperation({ operationId: 'reviseItem', summary: '修订已公布的事项：另起新版本，P8' })
  revise(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<DraftDto> {
    return this.composeDraft.revise(code, actor);
  }

  @Get('item-drafts/:id')
  @Does('draft.read')
  @ApiOperation({
    operationId: 'getDraft',
    summary: '编制中的版本：内容、缺项、意见和可做的操作，R33',
  })
  one(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<DraftDto> {
    return this.drafts.one(id, actor);
  }

  @Put('item-drafts/:id')
  @Does('draft.edit')
  @ApiOperation({ operationId: 'editDraft', summary: '修改编制中的版本，R30' })
  edit(
    @Param('id', UuidParam) id: string,
    @Body() body: EditDraftDto,
    @CurrentActor() actor: Actor,
  ): Promise<DraftDto> {
    return this.editDraft.run(id, body, actor);
  }

  @Post('item-drafts/:id/comments')
  @Does('draft.comment')
  @ApiOperation({ operationId: 'commentDraft', summary: '对一个要素提意见，R30' })
  comment(
    @Param('id', UuidParam) id: string,
    @Body() body: CommentDraftDto,
    @CurrentActor() actor: Actor,
  ): Promise<DraftDto> {
    return this.editDraft.comment(id, body, actor);
  }
}
