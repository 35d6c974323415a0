import type { ItemStandard } from '@yikou/domain';
import { contentHashOf } from '../content-hash.js';
import { documentError } from '../document-error.js';
import { dateWords, numeralOf, printable, said } from './item-words.js';

/** Of a frozen edition of the 《政务服务事项标准化规范》 of one level. */
export interface BookHeader {
  /** Such as 郑州市二七区. */
  district: string;
  level: ItemStandard['level'];
  /** The number of the edition, such as 2026-1. */
  edition: string;
  /** On which it was frozen, YYYY-MM-DD. */
  date: string;
  /** Who issues it, such as 二七区政务服务改革管理办公室. */
  issuer: string;
}

export interface BookItem {
  /** Such as 3.2. */
  number: string;
  name: string;
  item: ItemStandard;
}

export interface BookOutline {
  title: string;
  volume: string;
  chapters: { title: string; items: BookItem[] }[];
  count: number;
  /** What the book says of itself, in lines. */
  imprint: string[];
  hash: string;
}

export const BOOK_TITLE = '政务服务事项标准化规范';

const VOLUMES: Record<ItemStandard['level'], string> = {
  STREET: '镇（街道）分册',
  COMMUNITY: '社区（村）分册',
};

const FEATURED_CHAPTER = '便民服务事项';
const NO_THEME = '其他';

/**
 * Sorts the items into chapters by their first theme, in the order in which the themes come; convenience
 * services (R47) stand apart in the last chapter.
 *
 * @throws DomainError `document.cannot_be_written` for an item of the other level
 */
export function outlineOf(items: readonly ItemStandard[], header: BookHeader): BookOutline {
  const stranger = items.find(({ level }) => level !== header.level);
  if (stranger)
    throw documentError('document.cannot_be_written', `${stranger.code}: 不属于本分册层级`);
  const chapters = new Map<string, ItemStandard[]>();
  const [own, featured] = ['GOVERNMENT', 'FEATURED'].map((its) =>
    items.filter((item) => item.class === its),
  ) as [ItemStandard[], ItemStandard[]];
  for (const item of own) {
    const theme = printable(item.themes[0] ?? '') || NO_THEME;
    chapters.set(theme, [...(chapters.get(theme) ?? []), item]);
  }
  if (featured.length > 0) chapters.set(FEATURED_CHAPTER, featured);
  const hash = contentHashOf(items);
  return {
    title: BOOK_TITLE,
    volume: VOLUMES[header.level],
    chapters: [...chapters].map(([theme, its], chapter) => ({
      title: `第${numeralOf(chapter + 1)}章\u3000${theme}`,
      items: its.map((item, i) => ({
        number: `${chapter + 1}.${i + 1}`,
        name: said(item.name),
        item,
      })),
    })),
    count: items.length,
    imprint: imprintOf(items.length, header),
    hash,
  };
}

function imprintOf(
  count: number,
  { district, level, edition, date, issuer }: BookHeader,
): string[] {
  const whose = level === 'STREET' ? '各镇（街道）' : '各社区（村）';
  return [
    `本规范由${printable(issuer)}编制，收录${printable(district)}${whose}本级办理的政务服务事项和便民服务事项共${count}项，全区统一执行。`,
    '各项目的名称、事项类别、提交资料、办事程序、承诺时限、收费情况、政策依据为统一规范内容，任何单位不得擅自变更；办理地点、咨询电话和办公时间以各便民服务中心（站）公布的为准。',
    `本版为第${edition}版，${dateWords(date)}定稿，内容冻结；以后的修订另出新版。`,
    '事项编码为本区内部编码，不是国家基本编码或实施编码。',
    '内容校验码由全部事项内容按 SHA-256 算法得出，可用来核对不同载体（PDF、DOCX、XLSX）的内容是否一致。',
  ];
}

/** A hash in groups of eight, which can be compared by eye. */
export function grouped(hash: string): string {
  return hash.match(/.{1,8}/g)?.join('  ') ?? '';
}
