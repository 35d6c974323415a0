import { localDateOf, localTime } from '@yikou/domain';
import type { Content, TableCell } from 'pdfmake';
import { printable } from './item-words.js';
import { INK, mm, SOFT } from './look.js';
import { printPdf, type PrintedPdf } from './print-pdf.js';

export interface ArchiveIndex {
  catalogueNumber: string;
  caseNumber: string;
  itemName: string;
  applicant: string;
  archivedAt: Date;
  timeline: readonly {
    seq: number;
    verb: string;
    at: Date;
    actor: string | null;
    unit: string | null;
  }[];
  files: readonly { path: string; sha256: string; bytes: number }[];
}

/**
 * The first page of a package: what it is about, what happened, and every file with its hash. Kept for decades,
 * it is PDF/A-2b: fonts and colours are inside, nothing outside is needed to read it (ISO 19005-2).
 */
export function writeArchiveIndex(index: ArchiveIndex): Promise<PrintedPdf> {
  const title = `归档目录 ${index.catalogueNumber}`;
  const definition = {
    version: '1.7' as const,
    subset: 'PDF/A-2b' as const,
    pageSize: 'A4' as const,
    pageMargins: [mm(20), mm(22), mm(20), mm(18)] as [number, number, number, number],
    info: { title, subject: index.caseNumber },
    defaultStyle: { fontSize: 10, color: INK, lineHeight: 1.1 },
    footer: (page: number, count: number) => ({
      text: `第${page}页 共${count}页`,
      alignment: 'center' as const,
      fontSize: 8.5,
      color: SOFT,
    }),
    content: [
      { text: '归档目录', fontSize: 20, bold: true, alignment: 'center' as const },
      { stack: [facts(index)], margin: [0, mm(6), 0, mm(6)] as [number, number, number, number] },
      heading('办理经过'),
      table(
        ['序号', '时间', '操作', '单位', '人员'],
        index.timeline.map((event) => [
          String(event.seq),
          instant(event.at),
          event.verb,
          printable(event.unit ?? ''),
          printable(event.actor ?? '系统'),
        ]),
        ['auto', 'auto', 'auto', '*', 'auto'],
      ),
      heading('卷内文件'),
      table(
        ['文件', '字节', 'SHA-256'],
        index.files.map(({ path, bytes, sha256 }) => [path, String(bytes), sha256]),
        ['auto', 'auto', '*'],
      ),
    ],
  };
  return printPdf(definition, localDateOf(index.archivedAt));
}

function facts(index: ArchiveIndex): Content {
  const rows: [string, string][] = [
    ['档号', index.catalogueNumber],
    ['办件编号', index.caseNumber],
    ['事项', printable(index.itemName)],
    ['申请人', printable(index.applicant)],
    ['归档时间', instant(index.archivedAt)],
  ];
  return { table: { widths: [mm(30), '*'], body: rows }, layout: 'lightHorizontalLines' };
}

function heading(text: string): Content {
  return { text, fontSize: 13, bold: true, margin: [0, mm(4), 0, mm(2)] };
}

function table(head: string[], rows: string[][], widths: (string | number)[]): Content {
  const cell = (text: string): TableCell => ({ text, fontSize: 8 });
  const body = [head.map((text): TableCell => ({ text, bold: true, fontSize: 9 }))];
  return {
    table: { headerRows: 1, widths, body: [...body, ...rows.map((row) => row.map(cell))] },
    layout: 'lightHorizontalLines',
  };
}

const instant = (at: Date) => `${localDateOf(at)} ${localTime(at)}`;
