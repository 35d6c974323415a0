import { createRequire } from 'node:module';
import path from 'node:path';
import pdfmake from 'pdfmake';

export type PdfDefinition = Parameters<typeof pdfmake.createPdf>[0];

export interface PrintedPdf {
  bytes: Buffer;
  pages: number;
}

export const SANS = 'NotoSansSC';

/** The fonts as TrueType files; the package has full glyph sets, 10 MB a weight. */
export const FONT_FILES = fontFiles();

function fontFiles() {
  const manifest = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/package.json',
  );
  const file = (weight: string) =>
    path.join(path.dirname(manifest), weight, `NotoSansSC_${weight}.ttf`);
  return { normal: file('400Regular'), bold: file('700Bold') };
}

// Once for the process: pdfmake is one object. Nothing printed reaches the network or another file.
pdfmake.setFonts({ [SANS]: FONT_FILES });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => Object.values(FONT_FILES).includes(file));

/**
 * Lays a document out and prints it. The same content gives the same bytes: the only date in it is the
 * one given. Blocks for about 40 ms a page; fonts cost 150 ms a document.
 *
 * @param date of the document, YYYY-MM-DD
 */
export async function printPdf(definition: PdfDefinition, date: string): Promise<PrintedPdf> {
  let pages = 0;
  const { footer } = definition;
  const day = new Date(`${date}T00:00:00Z`);
  const document = pdfmake.createPdf({
    ...definition,
    defaultStyle: { font: SANS, ...definition.defaultStyle },
    language: 'zh-CN',
    displayTitle: true,
    info: { ...definition.info, creationDate: day, modDate: day, creator: '', producer: '' },
    footer: (page, count, size) => {
      pages = count;
      return typeof footer === 'function' ? footer(page, count, size) : (footer ?? '');
    },
  });
  return { bytes: await document.getBuffer(), pages };
}

/**
 * Prints in the largest of the sizes in which the document takes no more than so many pages; failing
 * that, in the largest of those in which it takes the fewest.
 *
 * @param sizes factors of the type, the largest first
 * @param define makes the document anew for each attempt, because pdfmake writes into it
 */
export async function printFitting(
  pages: number,
  sizes: readonly number[],
  define: (size: number) => PdfDefinition,
  date: string,
): Promise<PrintedPdf> {
  let best: PrintedPdf | null = null;
  let promising = Infinity;
  for (const size of sizes) {
    if (size > promising && size !== sizes.at(-1)) continue;
    const printed = await printPdf(define(size), date);
    if (printed.pages <= pages) return printed;
    if (best === null || printed.pages < best.pages) best = printed;
    promising = size * shrinkFor(pages, printed.pages);
  }
  if (!best) throw new Error('no size to print in');
  return best;
}

const SLACK = 1.1;

/** What fills more than `taken - 1` pages fits on fewer only in type smaller by the root of that. */
function shrinkFor(pages: number, taken: number): number {
  return Math.min(1, SLACK * Math.sqrt(pages / (taken - 1)));
}
