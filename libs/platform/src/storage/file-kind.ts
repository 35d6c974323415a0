import { fileTypeFromBuffer } from 'file-type';

/** Types a counter may keep, by content and never by the name (T: executables renamed to .pdf). */
const ACCEPTED: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

export interface FileKind {
  mediaType: string;
  extension: string;
}

/** @returns the accepted type that the content itself shows, or undefined */
export async function acceptedKindOf(content: Buffer): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  const extension = found && ACCEPTED[found.mime];
  return extension ? { mediaType: found.mime, extension } : undefined;
}
