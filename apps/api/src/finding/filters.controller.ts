import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import {
  CaseListSettingsDto,
  ChangeFilterDto,
  ChangeListSettingsDto,
  KeepFilterDto,
} from './filter.dto.js';
import { SavedFilters } from './saved-filters.js';

/** How somebody keeps their case list; every answer is the whole of it. */
@ApiTags('finding')
@ApiBearerAuth()
@Controller('api/v1/case-list')
export class FiltersController {
  constructor(private readonly savedFilters: SavedFilters) {}

  @Get()
  @Does('filter.read')
  @ApiOperation({ operationId: 'getCaseListSettings', summary: '本人的常用筛选、列和默认筛选' })
  settings(@CurrentActor() actor: Actor): Promise<CaseListSettingsDto> {
    return this.savedFilters.settings(actor);
  }

  @Put()
  @Does('filter.keep')
  @ApiOperation({ operationId: 'arrangeCaseList', summary: '选择列和默认筛选' })
  arrange(
    @Body() body: ChangeListSettingsDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseListSettingsDto> {
    return this.savedFilters.arrange(body, actor);
  }

  @Post('filters')
  @Does('filter.keep')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOperation({ operationId: 'keepFilter', summary: '保存常用筛选，可共享给本单位' })
  keep(@Body() body: KeepFilterDto, @CurrentActor() actor: Actor): Promise<CaseListSettingsDto> {
    return this.savedFilters.keep(body, actor);
  }

  @Patch('filters/:id')
  @Does('filter.keep')
  @ApiOperation({ operationId: 'changeFilter', summary: '改名、共享或收回本人的常用筛选' })
  change(
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeFilterDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseListSettingsDto> {
    return this.savedFilters.change(id, body, actor);
  }

  @Delete('filters/:id')
  @HttpCode(200)
  @Does('filter.keep')
  @ApiOperation({ operationId: 'dropFilter', summary: '删除本人的常用筛选' })
  drop(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CaseListSettingsDto> {
    return this.savedFilters.drop(id, actor);
  }
}
