import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import {
  CatalogEntryDto,
  CatalogVocabularyDto,
  RetireItemDto,
  VersionContentDto,
} from './catalog-entry.dto.js';
import { RetireItem } from './retire-item.js';
import { VersionQueries } from './version.queries.js';
import { VocabularyQueries } from './vocabulary.queries.js';

/** Items as those who build the list see them: their versions, what these say, and their end. */
@ApiTags('catalog')
@ApiBearerAuth()
@Controller('api/v1')
export class VersionsController {
  constructor(
    private readonly versions: VersionQueries,
    private readonly retireItem: RetireItem,
    private readonly vocabulary: VocabularyQueries,
  ) {}

  @Get('items/:code/entry')
  @Does('draft.read')
  @ApiOperation({
    operationId: 'getCatalogEntry',
    summary: '事项的各版本、在编版本和可做的操作，P8',
  })
  entry(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<CatalogEntryDto> {
    return this.versions.entry(code, actor);
  }

  @Get('item-versions/:id')
  @Does('draft.read')
  @ApiOperation({ operationId: 'getVersionContent', summary: '一个版本的全部标准要素，R33' })
  content(@Param('id', UuidParam) id: string): Promise<VersionContentDto> {
    return this.versions.content(id);
  }

  @Get('catalog-vocabulary')
  @Does('draft.read')
  @ApiOperation({ operationId: 'getCatalogVocabulary', summary: '事项标准用语与要素清单，R33' })
  words(@CurrentActor() actor: Actor): Promise<CatalogVocabularyDto> {
    return this.vocabulary.vocabulary(actor);
  }

  @Post('items/:code/retire')
  @HttpCode(200)
  @Does('item.retire')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOperation({
    operationId: 'retireItem',
    summary: '停用事项：最后受理日之后不再收件，在办件按原版本办理，P8',
  })
  retire(
    @Param('code') code: string,
    @Body() body: RetireItemDto,
    @CurrentActor() actor: Actor,
  ): Promise<CatalogEntryDto> {
    return this.retireItem.run(code, body, actor);
  }
}
