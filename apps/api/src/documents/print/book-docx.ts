import type { ItemStandard } from '@yikou/domain';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
  type ISectionOptions,
} from 'docx';
import {
  BOOK_TITLE,
  grouped,
  outlineOf,
  type BookHeader,
  type BookOutline,
} from './book-outline.js';
import { paragraph, STYLES, TWIPS_A_MM } from './docx-look.js';
import { docxSection } from './docx-section.js';
import { dateWords, printable } from './item-words.js';

/**
 * The 《政务服务事项标准化规范》 of one level for Word and WPS: the same content as the PDF, with
 * headings as styles and a table of contents as a field, which Word fills in with page numbers when it
 * opens the document.
 *
 * @throws DomainError `document.cannot_be_written` for an item of the other level
 */
export async function writeBookDocx(
  items: readonly ItemStandard[],
  header: BookHeader,
): Promise<Buffer> {
  const outline = outlineOf(items, header);
  const document = new Document({
    title: `${printable(header.district)}${BOOK_TITLE}（${outline.volume}）`,
    creator: header.issuer,
    lastModifiedBy: header.issuer,
    description: `第${header.edition}版，内容校验码 ${outline.hash}`,
    styles: STYLES,
    features: { updateFields: true },
    sections: [cover(outline, header), body(outline, header)],
  });
  return Packer.toBuffer(document);
}

const MARGIN = Math.round(22 * TWIPS_A_MM);
const A4 = {
  size: { width: Math.round(210 * TWIPS_A_MM), height: Math.round(297 * TWIPS_A_MM) },
  margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
};

function cover({ title, volume, hash }: BookOutline, header: BookHeader): ISectionOptions {
  const line = (text: string, before: number, size: number) =>
    paragraph(text, { alignment: AlignmentType.CENTER, spacing: { before } }, { size });
  return {
    properties: { page: A4 },
    children: [
      line(printable(header.district), 2400, 48),
      new Paragraph({ text: title, heading: HeadingLevel.TITLE, spacing: { before: 480 } }),
      line(volume, 480, 44),
      line(`第${header.edition}版`, 1200, 32),
      line(printable(header.issuer), 3000, 32),
      line(dateWords(header.date), 160, 32),
      line(`内容校验码（SHA-256）\n${grouped(hash)}`, 900, 15),
    ],
  };
}

function body(outline: BookOutline, header: BookHeader): ISectionOptions {
  return {
    properties: {
      page: { ...A4, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } },
    },
    headers: { default: new Header({ children: [runningHead(outline, header)] }) },
    footers: { default: new Footer({ children: [runningFoot()] }) },
    children: [
      front('编制说明', false),
      ...imprintOf(outline),
      front('目\u3000录', true),
      new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-2' }),
      ...outline.chapters.flatMap(chapterOf),
    ],
  };
}

/** A title that stands outside the table of contents. */
function front(text: string, pageBreakBefore: boolean): Paragraph {
  return paragraph(
    text,
    { alignment: AlignmentType.CENTER, spacing: { after: 240 }, pageBreakBefore },
    { size: 36, bold: true },
  );
}

function imprintOf({ imprint, hash }: BookOutline): Paragraph[] {
  return [...imprint, `内容校验码：${grouped(hash)}`].map((text) =>
    paragraph(text, { indent: { firstLine: 480 }, spacing: { line: 400 } }, { size: 24 }),
  );
}

function chapterOf({ title, items }: BookOutline['chapters'][number]) {
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
    ...items.flatMap(({ number, name, item }, i) => [
      new Paragraph({
        text: `${number}\u3000${name.replaceAll('\n', ' ')}`,
        heading: HeadingLevel.HEADING_2,
        pageBreakBefore: i > 0,
      }),
      ...docxSection(item),
    ]),
  ];
}

function runningHead({ volume }: BookOutline, { district, edition }: BookHeader): Paragraph {
  const text = `${printable(district)}${BOOK_TITLE}（${volume}）\u3000第${edition}版`;
  return paragraph(text, { alignment: AlignmentType.CENTER }, { size: 17, color: '5A6775' });
}

function runningFoot(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        children: ['第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'],
        size: 17,
        color: '5A6775',
      }),
    ],
  });
}
