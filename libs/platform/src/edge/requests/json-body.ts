import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../problem/problem-error.js';

/** More levels than any body of ours has, and few enough for whatever walks through it. */
const DEEPEST = 32;

/**
 * Takes bodies as JSON in UTF-8 alone (a plugin may add files); any other type is refused. Keys that
 * would reach an object's prototype are refused by Fastify's own parser.
 */
export function takeJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request, body: Buffer, done) => {
      const text = decoded(body);
      if (text === undefined) return done(notUtf8());
      if (isDeeperThan(text, DEEPEST)) return done(tooDeep());
      void parse(request, text, done);
    },
  );
}

function decoded(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Counts brackets outside of texts; what is no JSON at all is left to the parser. */
export function isDeeperThan(text: string, deepest: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return false;
}

function notUtf8(): ProblemError {
  return new ProblemError(
    400,
    'request.not_utf8',
    '请求内容不是有效的 UTF-8 编码，请改用 UTF-8 编码后重新提交。',
  );
}

function tooDeep(): ProblemError {
  return new ProblemError(
    400,
    'request.too_deep',
    `提交的内容嵌套超过 ${DEEPEST} 层，请按接口文档的格式重新提交。`,
  );
}
