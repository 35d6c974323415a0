import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldProblem, Problem } from './problem.js';
import { scrub } from '../telemetry/scrub.js';
import { refusalOf } from './to-problem.js';

/** The one place that turns an error into an HTTP answer (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refusal = refusalOf(error);
    if (refusal.status >= 500) {
      this.logger.error(String(error), error instanceof Error ? error.stack : undefined);
    }
    const problem: Problem = {
      type: `/api/problems/${refusal.code}`,
      title: refusal.title,
      status: refusal.status,
      code: refusal.code,
      ...(refusal.detail ? { detail: refusal.detail } : {}),
      instance: scrub(request.url.split('?')[0] ?? request.url),
      ...(refusal.fields?.length ? { errors: refusal.fields.map(scrubbed) } : {}),
      traceId: request.id,
    };
    const reply = http.getResponse<FastifyReply>();
    if (!reply.sent) this.answer(request, reply.status(refusal.status), problem);
  }

  /** For machines; pages that people read say it in their own way. */
  protected answer(_request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    void reply.header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}

/** The name of a field may be whatever somebody sent as one. */
function scrubbed({ field, code, detail }: FieldProblem): FieldProblem {
  return { field: scrub(field), code, detail: scrub(detail) };
}
