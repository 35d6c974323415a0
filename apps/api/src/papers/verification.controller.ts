import { Controller, Get, Inject, Param, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError } from '@yikou/domain';
import { SETTINGS, type Settings } from '@yikou/platform';
import type { FastifyReply } from 'fastify';
import { Does } from '../identity/index.js';
import { asPage, CurrentReader, GuideErrorFilter, type Reader } from '../publication/index.js';
import { VerificationQueryDto } from './paper.dto.js';
import { PaperQueries } from './paper.queries.js';
import { verificationPage } from './pages/verification-page.js';

/** Whether a paper in somebody's hands is ours: a page without sign-in and without script. */
@ApiExcludeController()
@UseFilters(GuideErrorFilter)
@Controller('verify')
export class VerificationController {
  constructor(
    private readonly papers: PaperQueries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Does('paper.verify')
  form(
    @Query() { code = '' }: VerificationQueryDto,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.page(code, reader, reply);
  }

  @Get(':code')
  @Does('paper.verify')
  paper(
    @Param('code') code: string,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.page(code, reader, reply);
  }

  private async page(code: string, reader: Reader, reply: FastifyReply): Promise<string> {
    const { supervisionTelephone, url = reader.origin } = this.settings.public;
    const frame = { ...reader, origin: url, district: '', supervisionTelephone };
    const found = code === '' ? undefined : await this.papers.verified(code).catch(unknown);
    if (found === null) reply.status(404);
    asPage(reply).header('cache-control', 'no-store');
    return verificationPage(frame, code.slice(0, 40), found);
  }
}

/** A wrong code is told on the page, beside the form in which it can be mended. */
function unknown(error: unknown): null {
  if (error instanceof DomainError && error.kind === 'not-found') return null;
  throw error;
}
