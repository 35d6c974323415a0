import type { ItemStandard } from '@yikou/domain';
import { dateWords, printable } from './item-words.js';

/** What a guide says besides the standard: where to go, and which edition it is. */
export interface GuideHeader {
  /** Such as 郑州市二七区. */
  district: string;
  /** Of the specification book the version stands in, such as 2026-1; null outside of any. */
  edition: string | null;
  /** Number of the item's version. */
  version: number;
  /** From which the version is in force, YYYY-MM-DD. */
  date: string;
  /** The public page of the item, printed as a QR code; null for none. */
  url: string | null;
  /** Where it is offered; those that do not fit are counted. */
  places: readonly GuidePlace[];
  /** R37; null for none. */
  supervisionTelephone: string | null;
}

export interface GuidePlace {
  name: string;
  address: string | null;
  telephone: string | null;
  /** Such as 周一至周五 09:00–17:00. */
  hours: string;
}

/** Which version it is, for the foot of the page. */
export function versionWords(
  { code }: ItemStandard,
  { edition, version, date }: GuideHeader,
): string {
  const book = edition === null ? '' : `规范第${edition}版\u3000`;
  return `${printable(code)}\u3000${book}事项版本第${version}号\u3000${dateWords(date)}起施行`;
}
