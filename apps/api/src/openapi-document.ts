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
      '区级政务服务一口受理系统。错误一律为 application/problem+json：`code` 稳定可判断，`title` 是说明如何改正的中文句子。',
    )
    .setVersion('1.0.0')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** `/api/openapi.json`, and the same to browse at `/api/docs`. */
export async function serveDocument(app: NestFastifyApplication): Promise<void> {
  const document = await openApiDocument(app);
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json' });
}
