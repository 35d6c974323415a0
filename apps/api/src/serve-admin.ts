import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Serves the built SPA beside the api; every path it does not know is a page of the SPA. */
export async function serveAdmin(app: NestFastifyApplication, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, wildcard: false, index: ['index.html'] });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request, reply) => {
    const isPage =
      !/^\/(api|health)(\/|$)/.test(request.url) && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
    if (!isPage) return reply.callNotFound();
    return reply.sendFile('index.html', { cacheControl: false });
  });
}
