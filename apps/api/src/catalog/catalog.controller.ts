import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../identity/index.js';
import { unlessKept, unlessSame } from '../kept-answer.js';
import { ItemDto, ItemPageDto, ItemQueryDto, ThemeListDto, ThemeQueryDto } from './catalog.dto.js';
import { CatalogQueries } from './catalog.queries.js';
import { SearchQueries } from './search.queries.js';

/** Open to everybody; whoever has an answer already is told so by its ETag. */
@ApiTags('catalog')
@Controller('api/v1/items')
export class CatalogController {
  constructor(
    private readonly queries: CatalogQueries,
    private readonly search: SearchQueries,
  ) {}

  @Get()
  @Does('item.read')
  @ApiOperation({
    operationId: 'listItems',
    summary: '查找事项：名称、编码、主题、部门或拼音，R37',
  })
  page(
    @Query() query: ItemQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemPageDto | undefined> {
    return unlessSame(request, reply, this.search.page(query));
  }

  @Get('themes')
  @Does('item.read')
  @ApiOperation({ operationId: 'listThemes', summary: '事项主题及数量，R46' })
  themes(
    @Query() query: ThemeQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ThemeListDto | undefined> {
    return unlessSame(request, reply, this.search.themes(query));
  }

  @Get(':code')
  @Does('item.read')
  @ApiOperation({ operationId: 'getItem', summary: '办事指南（现行版本），R33、R37、P7' })
  async item(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemDto | undefined> {
    const stamp = await this.queries.stamp(code);
    return unlessKept(request, reply, stamp, () => this.queries.item(code));
  }
}
