import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { PageQueryDto } from '../page.dto.js';
import { UuidParam } from '../path-params.js';
import { CloneDto, ClonePageDto, ClonePreviewDto, CloneRequestDto } from './clone.dto.js';
import { CloneQueries } from './clone.queries.js';
import { RunClone } from './run-clone.js';
import { UndoClone } from './undo-clone.js';

/** R99: the lead pilot as a model for other streets. */
@ApiTags('offerings')
@ApiBearerAuth()
@Controller('api/v1/offering-clones')
export class ClonesController {
  constructor(
    private readonly clones: CloneQueries,
    private readonly runClone: RunClone,
    private readonly undoClone: UndoClone,
  ) {}

  @Get()
  @Does('offering.clone')
  @ApiOperation({ operationId: 'listClones', summary: '试点模板复制记录，R99' })
  page(@Query() query: PageQueryDto): Promise<ClonePageDto> {
    return this.clones.page(query);
  }

  @Get('preview')
  @Does('offering.clone')
  @ApiOperation({
    operationId: 'previewClone',
    summary: '预览：将增加的、已有的、不能复制的及原因，R99',
  })
  preview(@Query() query: CloneRequestDto): Promise<ClonePreviewDto> {
    return this.clones.preview(query);
  }

  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('offering.clone')
  @ApiOperation({ operationId: 'runClone', summary: '把一个中心的模板复制到另一街道的中心，R99' })
  run(@Body() body: CloneRequestDto, @CurrentActor() actor: Actor): Promise<CloneDto> {
    return this.runClone.run(body, actor);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('offering.undoClone')
  @ApiOperation({ operationId: 'undoClone', summary: '撤销复制；已有办件的不能撤销，R99' })
  undo(@Param('id', UuidParam) id: string): Promise<CloneDto> {
    return this.undoClone.run(id);
  }
}
