import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { ProblemError } from '@yikou/platform';
import { UUID } from './keyset.js';

function refusal(field: string, sentence: string): ProblemError {
  const error = { field, code: 'field.identifier', detail: `${field}：${sentence}` };
  return new ProblemError(
    400,
    'request.invalid',
    '地址中的标识有误，请从页面或上一次的应答中取用。',
    undefined,
    [error],
  );
}

/** An identifier in the path. */
@Injectable()
export class UuidParam implements PipeTransform<string, string> {
  transform(value: string, { data = 'id' }: ArgumentMetadata): string {
    const id = value.toLowerCase();
    if (!UUID.test(id)) throw refusal(data, '标识格式不正确。');
    return id;
  }
}

/** A place in a checklist, from 0. */
@Injectable()
export class PositionParam implements PipeTransform<string, number> {
  transform(value: string, { data = 'position' }: ArgumentMetadata): number {
    if (!/^\d{1,3}$/.test(value)) throw refusal(data, '应为从 0 开始的序号。');
    return Number(value);
  }
}

/** One of a few words in the path, in either case. */
export function wordParam<W extends string>(words: readonly W[]): PipeTransform<string, W> {
  return {
    transform(value, { data = 'format' }) {
      const found = words.find((word) => word.toLowerCase() === value.toLowerCase());
      if (found === undefined) throw refusal(data, `应为${words.join('、')}之一。`);
      return found;
    },
  };
}
