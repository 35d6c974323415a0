import { describe, expect, it } from '@jest/globals';
import { FILES, REFUSED_FILES } from '../testing/sample-files.js';
import { acceptedKindOf } from './file-kind.js';

describe('design §6: the content says what a file is', () => {
  it.each([
    ['pdf', 'application/pdf'],
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ] as const)('a real %s is kept', async (extension, mediaType) => {
    expect(await acceptedKindOf(FILES[extension])).toEqual({ extension, mediaType });
  });

  // The function never hears the name: a program renamed to 申请表.pdf comes as just these bytes.
  it.each(Object.entries(REFUSED_FILES))(
    '%s is refused, whatever its name',
    async (_what, content) => {
      expect(await acceptedKindOf(content)).toBeUndefined();
    },
  );

  it('a kind’s first bytes after others are not enough', async () => {
    const hidden = Buffer.concat([REFUSED_FILES['a Windows program'], FILES.pdf]);
    expect(await acceptedKindOf(hidden)).toBeUndefined();
  });

  it.each(Object.entries(FILES))(
    'a %s cut off anywhere is judged without failing',
    async (_kind, content) => {
      for (let length = 0; length <= content.length; length += 1) {
        const kind = await acceptedKindOf(content.subarray(0, length));
        if (kind) expect(Object.keys(FILES)).toContain(kind.extension);
      }
    },
  );
});
