import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { FieldProblem } from './problem.js';
import { ProblemError } from './problem-error.js';

/** Constraint of class-validator → stable code and what a person should do. */
const SENTENCES: Record<string, [code: string, sentence: string]> = {
  isNotEmpty: ['field.required', '不能为空'],
  isDefined: ['field.required', '不能为空'],
  isString: ['field.text', '应为文字'],
  isInt: ['field.whole_number', '应为整数'],
  isNumber: ['field.number', '应为数字'],
  isBoolean: ['field.yes_or_no', '应为“是”或“否”（true/false）'],
  isUuid: ['field.identifier', '标识格式不正确'],
  isEnum: ['field.not_in_list', '不在可选范围内'],
  isIn: ['field.not_in_list', '不在可选范围内'],
  isArray: ['field.list', '应为列表'],
  maxLength: ['field.too_long', '超过长度限制'],
  minLength: ['field.too_short', '太短'],
  max: ['field.too_large', '超过上限'],
  min: ['field.too_small', '低于下限'],
  arrayMaxSize: ['field.too_many', '条目过多'],
  arrayMinSize: ['field.too_few', '至少要有一项'],
  matches: ['field.format', '格式不正确'],
  isISO8601: ['field.instant', '应为带时区的时刻，如 2026-11-23T09:00:00+08:00'],
  isInstant: ['field.instant', '应为带时区的时刻，如 2026-11-23T09:00:00+08:00'],
  isLocalDate: ['field.local_date', '应为日历上的日期，如 2026-11-23'],
  isPlainText: ['field.control_characters', '含有不可见的控制字符，请删除后重新输入'],
  whitelistValidation: ['field.unknown', '不是本接口的字段，请去掉'],
  nestedValidation: ['field.object', '应为对象'],
  isObject: ['field.object', '应为对象'],
};

function problemsOf(errors: ValidationError[], prefix: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {}).map((name) => {
      const [code, sentence] = SENTENCES[name] ?? ['field.invalid', '填写有误'];
      return { field, code, detail: `${field}：${sentence}。` };
    });
    return [...own, ...problemsOf(error.children ?? [], field)];
  });
}

function invalid(fields: readonly FieldProblem[]): ProblemError {
  return new ProblemError(
    400,
    'request.invalid',
    '提交的内容有误，请按各字段的提示修改。',
    undefined,
    fields,
  );
}

/** Where one object is expected class-validator also takes a list of them; a rule would fall over it. */
function listsForObjects(dto: unknown, prefix: string): FieldProblem[] {
  if (typeof dto !== 'object' || dto === null) return [];
  // A query as the framework parses it has no prototype, so no class whose rules could be asked.
  if (typeof dto.constructor !== 'function') return [];
  const nested = getMetadataStorage()
    .getTargetValidationMetadatas(dto.constructor, '', true, false)
    .filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION);
  return nested.flatMap(({ propertyName, each }) => {
    const value = (dto as Record<string, unknown>)[propertyName];
    const field = prefix ? `${prefix}.${propertyName}` : propertyName;
    if (!each || !Array.isArray(value)) return listForObject(value, field);
    return value.flatMap((one, position) => listForObject(one, `${field}.${position}`));
  });
}

function listForObject(value: unknown, field: string): FieldProblem[] {
  if (!Array.isArray(value)) return listsForObjects(value, field);
  return [{ field, code: 'field.object', detail: `${field}：应为对象。` }];
}

class StrictValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const checked: unknown = await super.transform(value, metadata);
    const problems = listsForObjects(checked, '');
    if (problems.length > 0) throw invalid(problems);
    return checked;
  }
}

/** Strict validation of every body, query and parameter: unknown fields are refused, not ignored. */
export function strictValidation(): ValidationPipe {
  return new StrictValidation({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => invalid(problemsOf(errors, '')),
  });
}
