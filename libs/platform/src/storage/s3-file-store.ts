import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { S3Settings } from '../config/storage-settings.js';
import { FileStore, sha256Of } from './file-store.js';

const RETRIES = 3;
/** For 20 MB over a slow line; a store that is silent must not hold a request for ever. */
const TIMEOUT_MS = 60_000;

/**
 * Keeps files in a bucket. A store answers a PUT only when the object is whole, and checks the hash that is
 * signed with it; what was cut off on the way is not there at all.
 */
export class S3FileStore extends FileStore {
  private readonly client: AwsClient;

  constructor(private readonly settings: S3Settings) {
    super();
    this.client = new AwsClient({
      accessKeyId: settings.accessKey,
      secretAccessKey: settings.secretKey,
      region: settings.region,
      service: 's3',
      retries: RETRIES,
    });
  }

  protected async write(place: string, content: Buffer): Promise<void> {
    const answer = await this.send(place, {
      method: 'PUT',
      body: new Uint8Array(content),
      headers: {
        'x-amz-content-sha256': sha256Of(content),
        'content-type': 'application/octet-stream',
      },
    });
    await finished(answer, place);
  }

  protected open(place: string): Readable {
    return Readable.from(this.contentOf(place), { objectMode: false });
  }

  protected async unlink(place: string): Promise<void> {
    const answer = await this.send(place, { method: 'DELETE' });
    if (answer.status !== 404) await finished(answer, place);
  }

  private async *contentOf(place: string): AsyncGenerator<Uint8Array> {
    const answer = await this.send(place, { method: 'GET' });
    if (answer.status === 404) {
      await answer.arrayBuffer();
      throw Object.assign(new Error(`no such file: ${place}`), { code: 'ENOENT' });
    }
    if (!answer.ok) await finished(answer, place);
    // The types of the browser know nothing of the iterator that Node's own stream has.
    if (answer.body) yield* answer.body as unknown as ReadableStream<Uint8Array>;
  }

  private send(place: string, init: RequestInit): Promise<Response> {
    const { endpoint, bucket } = this.settings;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return this.client.fetch(`${endpoint}/${bucket}/${place}`, { ...init, signal });
  }
}

/** @throws Error with the store's own code, such as NoSuchBucket or SignatureDoesNotMatch */
async function finished(answer: Response, place: string): Promise<void> {
  const text = await answer.text();
  if (answer.ok) return;
  const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? '';
  throw new Error(`the file store refused ${place}: ${answer.status} ${code}`.trim());
}
