import { PDFDocument } from '@cantoo/pdf-lib';

/** Between pauses in which the process answers others. */
const OBJECTS_A_TURN = 50;

/**
 * Several files one after the other, each page as it was. The same files give the same bytes.
 *
 * @param date of the whole, YYYY-MM-DD
 */
export async function mergePdfs(files: readonly Buffer[], title: string, date: string) {
  const merged = await PDFDocument.create({ updateMetadata: false });
  const day = new Date(`${date}T00:00:00Z`);
  for (const file of files) {
    const one = await PDFDocument.load(file, { parseSpeed: OBJECTS_A_TURN, updateMetadata: false });
    for (const page of await merged.copyPages(one, one.getPageIndices())) merged.addPage(page);
  }
  merged.setTitle(title, { showInWindowTitleBar: true });
  merged.setLanguage('zh-CN');
  merged.setCreationDate(day);
  merged.setModificationDate(day);
  const bytes = await merged.save({ objectsPerTick: OBJECTS_A_TURN });
  return Buffer.from(bytes);
}
