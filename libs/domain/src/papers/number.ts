import type { PaperKind } from './kinds.js';

/** The word by which the numbers of a kind are told apart (发文字号中的类别字). */
const MARKS: Record<PaperKind, string> = {
  RECEIPT: '收',
  NOTICE: '告',
  ACCEPTANCE: '受',
  REFUSAL: '不受',
  EXTENSION: '延',
  DECISION: '决',
  DELIVERY_RECEIPT: '送',
  CUSTODY_RECEIPT: '交',
};

const CENTRE_NAME = /(街道)?便民服务中心$/;

/** 大学路街道便民服务中心 → 大学路便民; a station and any other unit keep their whole name. */
export function paperPrefixOf(unitName: string): string {
  const name = unitName.trim();
  return CENTRE_NAME.test(name) ? `${name.replace(CENTRE_NAME, '')}便民` : name;
}

/**
 * The number of a paper as GB/T 9704 writes it: year in 〔〕, serial without leading zeros.
 *
 * @param serial from 1, without gaps for each unit, year and kind
 */
export function paperNumberOf(paper: {
  unitName: string;
  year: number;
  kind: PaperKind;
  serial: number;
}): string {
  const { unitName, year, kind, serial } = paper;
  return `${paperPrefixOf(unitName)}${MARKS[kind]}〔${year}〕${serial}号`;
}

/** Digits and capitals that nobody mistakes for one another when read from paper. */
export const PAPER_CODE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A hundred bits: nobody finds a paper by trying. */
export const PAPER_CODE_LENGTH = 20;

/** A verification code as it is kept, from whatever somebody typed; null where it cannot be one. */
export function typedPaperCode(typed: string): string | null {
  const code = typed
    .replaceAll(/[\s-]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(code) ? code : null;
}

/** In groups of five, as it is printed. */
export function groupedPaperCode(code: string): string {
  return code.match(/.{1,5}/g)?.join('-') ?? code;
}
