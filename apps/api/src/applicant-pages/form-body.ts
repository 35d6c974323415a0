import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ProblemError } from '@yikou/platform';
import type { FastifyRequest } from 'fastify';
import { notFromForeignPage } from '../identity/index.js';
import { LARGEST_FILE, printableName, type UploadedFile } from '../uploaded-file.js';

/** What a form without script sends. */
export interface FormBody {
  fields: Record<string, string>;
  file?: UploadedFile;
}

const LIMITS = { fields: 20, files: 1, fileSize: LARGEST_FILE, fieldSize: 2000 };
/** The names of our fields, so that none reaches an object's prototype. */
const NAME = /^[a-zA-Z]+(\.[a-zA-Z]+)?$/;

/**
 * The fields of a form of ours, which sends them as multipart: the one kind of body besides JSON that the
 * door takes. Another site's page is refused; a phone too old to say where it comes from is not.
 */
export const SentForm = createParamDecorator(
  async (_: unknown, host: ExecutionContext): Promise<FormBody> => {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    notFromForeignPage(request);
    if (!request.isMultipart()) throw malformed();
    const body: FormBody = { fields: Object.create(null) as Record<string, string> };
    try {
      await read(request, body);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE'
        ? tooLarge()
        : malformed();
    }
    return body;
  },
);

async function read(request: FastifyRequest, body: FormBody): Promise<void> {
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'field') {
      if (NAME.test(part.fieldname) && typeof part.value === 'string')
        body.fields[part.fieldname] = part.value.trim();
      continue;
    }
    const content = await part.toBuffer();
    if (part.file.truncated) throw tooLarge();
    if (part.filename) body.file = { name: printableName(part.filename), content };
  }
}

function malformed(): ProblemError {
  return new ProblemError(
    400,
    'request.malformed',
    '提交的内容不完整，请返回上一页重新填写后提交。',
  );
}

function tooLarge(): ProblemError {
  return new ProblemError(
    413,
    'intake.file_too_large',
    '文件超过 20 MB，请压缩或分页扫描后重新上传。',
  );
}
