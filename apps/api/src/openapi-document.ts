import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import metadata from './metadata.js';

/** The OpenAPI 3.1 document of every endpoint. */
export async function openApiDocument(app: NestFastifyApplication): Promise<OpenAPIObject> {
  await SwaggerModule.loadPluginMetadata(metadata);
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('一口 Yikou')
    .setDescription(
      '区级政务服务一口受理系统。错误一律为 application/problem+json：`code` 稳定可判断，`title` 是说明如何改正的中文句子。' +
        '请求频率按账号和地址受限，余量见应答头 RateLimit；429 和 503 带有 Retry-After。',
    )
    .setVersion('1.0.0')
    .addBearerAuth()
    .build();
  return withProblems(SwaggerModule.createDocument(app, config));
}

/** RFC 9457, as the problem filter of the platform answers. */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'instance', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: '说明如何改正的中文句子' },
    status: { type: 'integer' },
    code: { type: 'string', description: '稳定的错误码' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
    traceId: { type: 'string', description: '报障时请提供' },
  },
};

const FIELD_PROBLEM = {
  type: 'object',
  required: ['field', 'code', 'detail'],
  properties: {
    field: { type: 'string', description: '点分路径，如 applicant.identityNumber' },
    code: { type: 'string' },
    detail: { type: 'string' },
  },
};

const REFUSED = {
  description: '被拒绝的请求',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Every endpoint may refuse, and always in the same form. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const schemas = {
    ...document.components?.schemas,
    Problem: PROBLEM,
    FieldProblem: FIELD_PROBLEM,
  };
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, operations]) => [path, refusable(operations)]),
  );
  return { ...document, paths, components: { ...document.components, schemas } };
}

type PathItem = OpenAPIObject['paths'][string];

function refusable(operations: PathItem): PathItem {
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]: [string, { responses: object }]) => [
      method,
      { ...operation, responses: { ...operation.responses, default: REFUSED } },
    ]),
  );
}

/** `/api/openapi.json`, and the same to browse at `/api/docs`. */
export async function serveDocument(app: NestFastifyApplication): Promise<void> {
  const document = await openApiDocument(app);
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json' });
}
