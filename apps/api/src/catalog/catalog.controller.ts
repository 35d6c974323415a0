import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Does } from '../identity/index.js';
import { ItemDto, ItemPageDto, ItemQueryDto, ThemeListDto, ThemeQueryDto } from './catalog.dto.js';
import { CatalogQueries } from './catalog.queries.js';

@ApiTags('catalog')
@Controller('api/v1/items')
export class CatalogController {
  constructor(private readonly queries: CatalogQueries) {}

  @Get()
  @Does('item.read')
  @ApiOperation({ operationId: 'listItems', summary: '查找事项：名称、编码或拼音首字母，R37' })
  page(@Query() query: ItemQueryDto): Promise<ItemPageDto> {
    return this.queries.page(query);
  }

  @Get('themes')
  @Does('item.read')
  @ApiOperation({ operationId: 'listThemes', summary: '事项主题及数量，R46' })
  themes(@Query() query: ThemeQueryDto): Promise<ThemeListDto> {
    return this.queries.themes(query.offeredBy);
  }

  @Get(':code')
  @Does('item.read')
  @ApiOperation({ operationId: 'getItem', summary: '办事指南（现行版本），R33、R37、P7' })
  item(@Param('code') code: string): Promise<ItemDto> {
    return this.queries.item(code);
  }
}
