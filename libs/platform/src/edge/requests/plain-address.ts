import type { FastifyInstance } from 'fastify';
import type { FieldProblem } from '../../problem/problem.js';
import { ProblemError } from '../../problem/problem-error.js';

/** Longer than any address of ours with all its filters and a page mark. */
const LONGEST_ADDRESS = 4096;

const INHERITED = ['__proto__', 'constructor', 'prototype'];

/** Refuses addresses that are too long, and queries in which a key comes twice or reaches a prototype. */
export function takePlainAddresses(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ raw, query }) => {
    if ((raw.url ?? '').length > LONGEST_ADDRESS) throw tooLong();
    const problems = Object.entries(query ?? {}).flatMap(([key, value]) => problemsOf(key, value));
    if (problems.length > 0) throw ambiguous(problems);
  });
}

function problemsOf(key: string, value: unknown): FieldProblem[] {
  if (Array.isArray(value)) {
    return [{ field: key, code: 'field.repeated', detail: `${key}：只能出现一次。` }];
  }
  if (!INHERITED.includes(key)) return [];
  return [{ field: key, code: 'field.unknown', detail: `${key}：不是本接口的字段，请去掉。` }];
}

function tooLong(): ProblemError {
  return new ProblemError(
    414,
    'request.address_too_long',
    `请求地址超过 ${LONGEST_ADDRESS} 个字符，请减少查询条件后重试。`,
  );
}

function ambiguous(fields: readonly FieldProblem[]): ProblemError {
  return new ProblemError(
    400,
    'request.invalid',
    '查询条件有误，请按各字段的提示修改。',
    undefined,
    fields,
  );
}
