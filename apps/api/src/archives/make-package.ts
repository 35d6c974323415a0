import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { writeArchiveIndex } from '../documents/index.js';
import type { ArchiveContents, StoredMaterial } from './archive-contents.js';

export interface PackedFile {
  path: string;
  sha256: string;
  bytes: number;
}

export interface Manifest {
  catalogueNumber: string;
  caseNumber: string;
  archivedAt: string;
  files: PackedFile[];
}

export interface Packing {
  catalogueNumber: string;
  archivedAt: Date;
  contents: ArchiveContents;
  /** The content of a stored file. */
  read: (file: StoredMaterial) => Promise<Buffer>;
  /** A drawn signature, opened. */
  signature: (one: { id: string; key: string }) => Promise<Buffer>;
  /** Told after each file how far it has come, 0..100. */
  onProgress: (percent: number) => Promise<void>;
}

export const MANIFEST = 'manifest.json';
/** A ZIP knows no zone; one fixed day makes the same content the same bytes. */
const DAY = new Date('2000-01-01T00:00:00Z');
const FILES_UP_TO = 80;

/**
 * The package of a case: index as PDF/A, materials, timeline, deadlines and audit proof, with a manifest that
 * has the SHA-256 of each.
 *
 * @throws Error when a stored file is not what was stored
 */
export async function makePackage(packing: Packing): Promise<{ zip: Buffer; files: number }> {
  const { contents, catalogueNumber, archivedAt } = packing;
  const parts = await partsOf(packing);
  const files = [...parts].map(([path, content]) => packed(path, content));
  const { number: caseNumber, item_name: itemName } = contents.case;
  const index = await writeArchiveIndex({
    catalogueNumber,
    caseNumber,
    itemName,
    applicant: contents.applicant.name,
    archivedAt,
    timeline: contents.timeline,
    files,
  });
  parts.set('index.pdf', index.bytes);
  files.unshift(packed('index.pdf', index.bytes));
  const manifest: Manifest = {
    ...{ catalogueNumber, caseNumber },
    ...{ archivedAt: archivedAt.toISOString(), files },
  };
  const zip = new JSZip();
  for (const [path, content] of parts) zip.file(path, content, { date: DAY, createFolders: false });
  zip.file(MANIFEST, text(manifest), { date: DAY });
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  return { zip: bytes, files: files.length };
}

async function partsOf({
  contents,
  read,
  signature,
  onProgress,
}: Packing): Promise<Map<string, Buffer>> {
  const { timeline, deadlines, audit, files, signatures, ...rest } = contents;
  const parts = new Map<string, Buffer>([
    ['case.json', text({ ...rest, files: files.map(({ storage_key: _key, ...file }) => file) })],
    ['timeline.json', text(timeline)],
    ['deadlines.json', text(deadlines)],
    ['audit.json', text(audit)],
  ]);
  for (const [i, file] of files.entries()) {
    const content = await read(file);
    if (sha256(content) !== file.sha256)
      throw new Error(`a file of ${contents.case.number} changed`);
    parts.set(pathOf(file, i), content);
    await onProgress(Math.round(((i + 1) / files.length) * FILES_UP_TO));
  }
  for (const [i, one] of signatures.entries()) {
    parts.set(`signatures/${two(i + 1)}.png`, await signature(one));
  }
  return parts;
}

/** No name from outside: it might leave the folder, or tell whose it is. */
function pathOf({ position, media_type: type }: StoredMaterial, i: number): string {
  const extension = EXTENSIONS[type] ?? 'bin';
  return `materials/${two(position + 1)}-${two(i + 1)}.${extension}`;
}

const EXTENSIONS: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

const two = (n: number) => String(n).padStart(2, '0');
const text = (value: unknown) => Buffer.from(JSON.stringify(value, null, 2));
export const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

function packed(path: string, content: Buffer): PackedFile {
  return { path, sha256: sha256(content), bytes: content.length };
}
