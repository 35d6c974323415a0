import { Catch, Inject, Injectable } from '@nestjs/common';
import { ProblemFilter, SETTINGS, type Problem, type Settings } from '@yikou/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asPage, readerOf } from './guide-reader.js';
import { errorPage } from './pages/error-page.js';

/** Tells people on the public pages in words what tells machines in JSON. */
@Injectable()
@Catch()
export class GuideErrorFilter extends ProblemFilter {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    super();
  }

  protected override answer(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    const { supervisionTelephone } = this.settings.public;
    // Without the district: perhaps it is the database that is gone.
    const frame = { ...readerOf(request), district: '', supervisionTelephone };
    void asPage(reply).send(errorPage(frame, problem.title));
  }
}
