import type { LocalDate } from '../deadlines/index.js';

/** How long a package is kept (机关档案管理规定, DA/T 22): ten years, thirty years, for ever. */
export const RETENTIONS = ['TEN_YEARS', 'THIRTY_YEARS', 'PERMANENT'] as const;
export type Retention = (typeof RETENTIONS)[number];

/** Unless the item says otherwise. */
export const USUAL_RETENTION: Retention = 'TEN_YEARS';

const CODES: Record<Retention, string> = {
  TEN_YEARS: 'D10',
  THIRTY_YEARS: 'D30',
  PERMANENT: 'Y',
};
const YEARS: Record<Retention, number | null> = {
  TEN_YEARS: 10,
  THIRTY_YEARS: 30,
  PERMANENT: null,
};

export interface CatalogueFacts {
  /** 全宗号: the code of the centre. */
  fonds: string;
  year: number;
  retention: Retention;
  /** 件号, without a gap in the year of the centre. */
  serial: number;
}

/** 全宗号-年度-保管期限-件号 (R84), such as DXL-ZX-2026-D10-0001. */
export function catalogueNumberOf({ fonds, year, retention, serial }: CatalogueFacts): string {
  return `${fonds}-${year}-${CODES[retention]}-${String(serial).padStart(4, '0')}`;
}

/** The last day on which a package is kept: years are counted from the end of its own; null for ever. */
export function keptUntil(year: number, retention: Retention): LocalDate | null {
  const years = YEARS[retention];
  return years === null ? null : `${year + years}-12-31`;
}

/** Whether the time of keeping is over. */
export function retentionIsOver(until: LocalDate | null, today: LocalDate): boolean {
  return until !== null && today > until;
}
