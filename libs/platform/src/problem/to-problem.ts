import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { FieldProblem } from './problem.js';
import { ProblemError } from './problem-error.js';

interface Refusal {
  status: number;
  code: string;
  title: string;
  detail?: string | undefined;
  fields?: readonly FieldProblem[] | undefined;
}

const STATUS_OF_KIND: Record<string, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  throttled: 429,
};

/** What the web framework itself refuses before a controller sees it. */
const FRAMEWORK: Record<number, { code: string; title: string }> = {
  400: { code: 'request.malformed', title: '请求内容无法解析，请检查 JSON 格式后重新提交。' },
  401: { code: 'identity.sign_in_required', title: '请先登录。' },
  404: { code: 'request.no_such_address', title: '没有这个地址，请核对接口路径。' },
  405: { code: 'request.method_not_allowed', title: '该地址不支持这种请求方法。' },
  413: { code: 'request.too_large', title: '提交的内容超过大小限制，请压缩或分开提交。' },
  415: { code: 'request.media_type', title: '不支持这种内容类型，请使用 application/json。' },
};

/** Turns anything thrown into what the caller is told. Unknown errors tell nothing of the inside. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ProblemError) return { ...error, fields: error.fields, title: error.title };
  if (isDomainError(error)) {
    const { code, title, detail, fields } = error;
    return { status: STATUS_OF_KIND[error.kind] ?? 400, code, title, detail, fields };
  }
  if (error instanceof QueryFailedError) return ofDatabase(error as QueryFailedError);
  const status = statusOf(error);
  const known = FRAMEWORK[status];
  if (known) return { status, ...known };
  if (status >= 400 && status < 500) {
    return { status, code: 'request.refused', title: '请求未被接受，请核对后重新提交。' };
  }
  return {
    status: 500,
    code: 'server.failed',
    title: '系统出现故障，请稍后重试；如仍不行，请把追踪号告诉管理员。',
  };
}

/** A lock, a deadlock or a statement took too long; trying again is right. */
const BUSY = ['55P03', '40P01', '40001', '57014'];

/** Values PostgreSQL itself refuses (22xxx: NUL bytes, overlong numbers) are the caller's to mend. */
function ofDatabase(error: QueryFailedError): Refusal {
  const sqlState = (error.driverError as { code?: string }).code ?? '';
  if (sqlState.startsWith('22')) {
    return {
      status: 400,
      code: 'request.value_invalid',
      title: '有字段的值无法保存，请检查是否含有特殊字符或超出范围。',
    };
  }
  if (BUSY.includes(sqlState)) {
    return { status: 503, code: 'server.busy', title: '系统繁忙，请稍后重试。' };
  }
  return {
    status: 500,
    code: 'server.failed',
    title: '系统出现故障，请稍后重试；如仍不行，请把追踪号告诉管理员。',
  };
}

interface DomainErrorShape {
  kind: string;
  code: string;
  title: string;
  detail?: string;
  fields: readonly FieldProblem[];
}

/** By shape, because the machinery may not import the domain. */
function isDomainError(error: unknown): error is DomainErrorShape {
  return (
    error instanceof Error &&
    'kind' in error &&
    'code' in error &&
    'title' in error &&
    'fields' in error
  );
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const carried = (error as { statusCode?: unknown } | null | undefined)?.statusCode;
  return typeof carried === 'number' ? carried : 500;
}
