import { Controller, Get, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../identity/index.js';
import { ProgressQueries, ProgressQueryDto } from '../intake/index.js';
import {
  CurrentReader,
  GuideErrorFilter,
  PublicFrames,
  type Reader,
} from '../publication/index.js';
import { checked, faultsOf, NO_FAULTS } from './faults.js';
import { SentForm, type FormBody } from './form-body.js';
import { sendPage } from './page-answers.js';
import { onlinePage } from './pages/online-page.js';
import { progressAnswer, progressForm, PROGRESS_FIELDS } from './pages/progress-page.js';
import { PapersOfCase } from './papers-of-case.js';

/** Progress for whoever holds the receipt, on any phone and without script (P7). */
@ApiExcludeController()
@UseFilters(GuideErrorFilter)
@Controller()
export class ProgressPageController {
  constructor(
    private readonly frames: PublicFrames,
    private readonly progress: ProgressQueries,
    private readonly papers: PapersOfCase,
  ) {}

  @Get('online')
  @Does('progress.read')
  async online(
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return sendPage(reply, onlinePage(await this.frames.of(reader)));
  }

  @Get('progress')
  @Does('progress.read')
  async form(
    @Query() { number }: Record<string, unknown>,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const fields = { number: typeof number === 'string' ? number.slice(0, 40) : '' };
    const filled = { fields, faults: NO_FAULTS };
    return sendPage(reply, progressForm(await this.frames.of(reader), filled));
  }

  @Post('progress')
  @Does('progress.read')
  async ask(
    @SentForm() { fields }: FormBody,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const frame = await this.frames.of(reader);
    const { number = '', identityTail = '' } = fields;
    try {
      const asked = { number: number.replaceAll(/\s/g, ''), identityTail };
      const found = await this.progress.run(await checked(asked, ProgressQueryDto));
      const papers = await this.papers.of(found.caseNumber);
      return sendPage(reply, progressAnswer(frame, found, papers), 200);
    } catch (error) {
      const faults = faultsOf(error, PROGRESS_FIELDS);
      return sendPage(reply, progressForm(frame, { fields, faults }), faults.status);
    }
  }
}
