import { addressIn } from './public-settings.js';

/** A store that speaks S3, in which files are kept instead of the local folder. */
export interface S3Settings {
  /** Address of the service, without a slash at its end; buckets are named in the path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

const NAMES = [
  'YIKOU_S3_ENDPOINT',
  'YIKOU_S3_BUCKET',
  'YIKOU_S3_ACCESS_KEY',
  'YIKOU_S3_SECRET_KEY',
] as const;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * All of it or nothing: half a group would keep files where nobody looks for them.
 *
 * @throws Error with one line naming the variables that are missing or wrong
 */
export function readStorageSettings(env: NodeJS.ProcessEnv): S3Settings | undefined {
  const missing = NAMES.filter((name) => !env[name]);
  if (missing.length === NAMES.length) return undefined;
  if (missing.length > 0) {
    throw new Error(`${NAMES.join(', ')} belong together: ${missing.join(', ')} missing`);
  }
  const bucket = env['YIKOU_S3_BUCKET'] ?? '';
  if (!BUCKET.test(bucket)) {
    throw new Error(`YIKOU_S3_BUCKET must be the name of a bucket, not "${bucket}"`);
  }
  return Object.freeze({
    // What people hand in travels there: never in clear through a network.
    endpoint: addressIn(env, 'YIKOU_S3_ENDPOINT').replace(/\/+$/, ''),
    bucket,
    region: env['YIKOU_S3_REGION'] || 'us-east-1',
    accessKey: env['YIKOU_S3_ACCESS_KEY'] ?? '',
    secretKey: env['YIKOU_S3_SECRET_KEY'] ?? '',
  });
}
