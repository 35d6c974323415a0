import JSZip from 'jszip';

interface Archive {
  file: (this: Archive, ...what: unknown[]) => unknown;
}

/**
 * JSZip encodes a long text in slices and cuts a character of two halves that lies across two of them;
 * names of people and places have such. As bytes it is taken as a whole.
 */
const archive = (JSZip as unknown as { prototype: Archive }).prototype;
const file = archive.file;
archive.file = function (this: Archive, name: unknown, ...[data, ...rest]: unknown[]): unknown {
  if (data === undefined) return file.call(this, name);
  const isText = typeof data === 'string' && rest.length === 0;
  return file.call(this, name, isText ? Buffer.from(data) : data, ...rest);
};
