import {
  Controller,
  Get,
  Header,
  NotFoundException,
  Param,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../identity/index.js';
import { unlessKept } from '../kept-answer.js';
import { GuideErrorFilter } from './guide-error.filter.js';
import type { Reader } from './guide-frame.js';
import { GuidePages, PAPERS } from './guide-pages.js';
import { CurrentReader } from './guide-reader.js';
import { STYLE, STYLE_FILE } from './pages/style.js';

/** What belongs to the public pages: papers, their style, and the way for search engines. */
@ApiExcludeController()
@UseFilters(GuideErrorFilter)
@Controller()
export class GuideFilesController {
  constructor(private readonly pages: GuidePages) {}

  @Get('guide/items/:code/:file')
  @Does('item.read')
  async paper(
    @Param() { code, file }: Record<'code' | 'file', string>,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const paper = PAPERS.find((one) => `${one}.pdf` === file);
    if (!paper) throw new NotFoundException();
    const { stamp, make } = await this.pages.paper(reader, code, paper);
    const answer = await unlessKept(request, reply, stamp, make);
    reply.header('content-type', 'application/pdf');
    reply.header('content-disposition', `inline; filename="${encodeURIComponent(code)}-${file}"`);
    return answer;
  }

  @Get('guide/assets/:file')
  @Does('item.read')
  style(@Param('file') file: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    if (file !== STYLE_FILE) throw new NotFoundException();
    reply.header('content-type', 'text/css; charset=utf-8');
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return STYLE;
  }

  @Get('sitemap.xml')
  @Does('item.read')
  @Header('content-type', 'application/xml; charset=utf-8')
  async sitemap(
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const text = await this.pages.sitemap(reader);
    return unlessKept(request, reply, text, async () => text);
  }

  @Get('robots.txt')
  @Does('item.read')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(@CurrentReader() reader: Reader): string {
    return this.pages.robots(reader);
  }
}
