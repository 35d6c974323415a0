import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from '../config/storage-settings.js';

/**
 * As much of S3 as a file store needs, by its own reading of the specification (Signature Version 4): every
 * signature and every hash of a content is worked out anew and compared.
 */
export class S3Server {
  readonly objects = new Map<string, Buffer>();
  /** Answers so many requests with 503 before it works again. */
  failures = 0;

  private constructor(
    private readonly server: Server,
    readonly settings: S3Settings,
  ) {}

  static async start(): Promise<S3Server> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const found = new S3Server(server, {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'yikou-files',
      region: 'cn-north-1',
      accessKey: 'AKTEST',
      secretKey: 'a secret of the test',
    });
    server.on('request', (request, response) => {
      void found.answer(request).then(({ status, body = '' }) => {
        response.writeHead(status).end(body);
      });
    });
    return found;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(
    request: IncomingMessage,
  ): Promise<{ status: number; body?: Buffer | string }> {
    const body = await buffer(request);
    if (this.failures > 0) {
      this.failures -= 1;
      return refusal(503, 'SlowDown');
    }
    const declared = String(request.headers['x-amz-content-sha256']);
    if (declared !== 'UNSIGNED-PAYLOAD' && declared !== sha256(body)) {
      return refusal(400, 'XAmzContentSHA256Mismatch');
    }
    if (!this.isSigned(request, declared)) return refusal(403, 'SignatureDoesNotMatch');
    const [, bucket, ...rest] = (request.url ?? '').split('/');
    if (bucket !== this.settings.bucket) return refusal(404, 'NoSuchBucket');
    return this.perform(request.method ?? '', rest.join('/'), body);
  }

  private perform(method: string, key: string, body: Buffer) {
    if (method === 'PUT') {
      this.objects.set(key, body);
      return { status: 200 };
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      return { status: 204 };
    }
    const found = this.objects.get(key);
    return found ? { status: 200, body: found } : refusal(404, 'NoSuchKey');
  }

  private isSigned({ method, url, headers }: IncomingMessage, payload: string): boolean {
    const form =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=(\w+)$/;
    const [, key, scope = '', names = '', signature] = form.exec(headers.authorization ?? '') ?? [];
    if (key !== this.settings.accessKey) return false;
    const signed = names.split(';');
    if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => signed.includes(name))) {
      return false;
    }
    const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
    const canonical = [method, url, '', lines, names, payload].join('\n');
    const instant = String(headers['x-amz-date']);
    const text = ['AWS4-HMAC-SHA256', instant, scope, sha256(canonical)].join('\n');
    const steps = [instant.slice(0, 8), this.settings.region, 's3', 'aws4_request'];
    if (scope !== steps.join('/')) return false;
    const { secretKey } = this.settings;
    const signingKey = steps.reduce<Buffer>(hmac, Buffer.from(`AWS4${secretKey}`));
    return hmac(signingKey, text).toString('hex') === signature;
  }
}

const refusal = (status: number, code: string) => ({
  status,
  body: `<Error><Code>${code}</Code></Error>`,
});

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
