import { Catch, Injectable } from '@nestjs/common';
import { ProblemFilter, type Problem } from '@yikou/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { displayError } from './page.js';

/** Says on the screen in words what machines are told in JSON. */
@Injectable()
@Catch()
export class DisplayErrorFilter extends ProblemFilter {
  protected override answer(_: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    void reply.header('content-type', 'text/html; charset=utf-8').send(displayError(problem.title));
  }
}
