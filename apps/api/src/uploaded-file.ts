import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { intakeError, maskNumbersIn } from '@yikou/domain';
import { ProblemError } from '@yikou/platform';
import type { FastifyRequest } from 'fastify';

export interface UploadedFile {
  name: string;
  content: Buffer;
}

/** Largest file that anybody may hand in, in bytes (20 MB). */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** The one file of a multipart body, read whole; more than {@link LARGEST_FILE} is refused. */
export const OneFile = createParamDecorator(
  async (_: unknown, host: ExecutionContext): Promise<UploadedFile> => {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) throw intakeError('intake.file_missing');
    const part = await request.file().catch(refuseMalformed);
    if (!part) throw intakeError('intake.file_missing');
    const content = await part.toBuffer().catch((error: unknown) => {
      if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') return undefined;
      return refuseMalformed(error);
    });
    // The reader may end before it notices the limit, so a cut file is recognised here as well.
    if (!content || part.file.truncated) {
      throw new ProblemError(
        413,
        'intake.file_too_large',
        '文件超过 20 MB，请压缩或分页扫描后重新上传。',
      );
    }
    return { name: printableName(part.filename), content };
  },
);

/** A body without its boundary, or one that ends too soon: the reader's own errors name no status. */
function refuseMalformed(error: unknown): never {
  if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
  throw new ProblemError(
    400,
    'intake.upload_malformed',
    '上传的内容不完整或格式不对，请重新选择文件后上传。',
  );
}

/**
 * The name is only shown, never used as a path; what cannot be printed is dropped, and whose number it
 * holds is masked.
 */
export function printableName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return (
    maskNumbersIn(base.normalize('NFC'))
      .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
      .slice(0, 200) || 'file'
  );
}
