import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../identity/index.js';
import { unlessKept } from '../kept-answer.js';
import { GuideErrorFilter } from './guide-error.filter.js';
import { CentrePages } from './centre-pages.js';
import type { Reader } from './guide-frame.js';
import { GuidePages } from './guide-pages.js';
import { asPage, CurrentReader } from './guide-reader.js';
import { GuideQueryDto, GuideSearchQueryDto } from './guide.dto.js';

/** The guide for everybody: pages without sign-in and without script (R37, P7). */
@ApiExcludeController()
@UseFilters(GuideErrorFilter)
@Controller('guide')
export class GuideController {
  constructor(
    private readonly pages: GuidePages,
    private readonly centres: CentrePages,
  ) {}

  @Get()
  @Does('item.read')
  async home(
    @Query() _query: GuideQueryDto,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const page = await this.pages.home(reader);
    return unlessKept(request, asPage(reply), page, async () => page);
  }

  @Get('search')
  @Does('item.read')
  async search(
    @Query() query: GuideSearchQueryDto,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const page = await this.pages.search(reader, query);
    return unlessKept(request, asPage(reply), page, async () => page);
  }

  @Get('items/:code')
  @Does('item.read')
  async item(
    @Param('code') code: string,
    @Query() _query: GuideQueryDto,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { stamp, make } = await this.pages.item(reader, code);
    return unlessKept(request, asPage(reply), stamp, make);
  }

  @Get('centres/:code')
  @Does('item.read')
  async centre(
    @Param('code') code: string,
    @Query() _query: GuideQueryDto,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const page = await this.centres.page(reader, code);
    return unlessKept(request, asPage(reply), page, async () => page);
  }
}
