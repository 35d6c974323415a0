import { describe, expect, it } from '@jest/globals';
import { readStorageSettings } from './storage-settings.js';

const ALL = {
  YIKOU_S3_ENDPOINT: 'https://s3.example/',
  YIKOU_S3_BUCKET: 'yikou-files',
  YIKOU_S3_ACCESS_KEY: 'key',
  YIKOU_S3_SECRET_KEY: 'secret',
};

describe('where files are kept', () => {
  it('is the local folder unless the whole group is set', () => {
    expect(readStorageSettings({})).toBeUndefined();
    expect(readStorageSettings(ALL)).toEqual({
      endpoint: 'https://s3.example',
      bucket: 'yikou-files',
      region: 'us-east-1',
      accessKey: 'key',
      secretKey: 'secret',
    });
  });

  it.each([
    [{ YIKOU_S3_SECRET_KEY: '' }, 'YIKOU_S3_SECRET_KEY missing'],
    [{ YIKOU_S3_BUCKET: '../x' }, 'YIKOU_S3_BUCKET'],
    [{ YIKOU_S3_ENDPOINT: 'http://s3.example' }, 'YIKOU_S3_ENDPOINT must be an https'],
  ])('%j is refused', (change, sentence) => {
    expect(() => readStorageSettings({ ...ALL, ...change })).toThrow(sentence);
  });
});
