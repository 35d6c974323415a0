import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { ChainHead } from './audit-reader.js';

/** One line of the anchor file: how far the chains had come at an instant. */
export interface AnchorLine {
  /** Position in the file, from 1. */
  number: number;
  /** ISO instant. */
  at: string;
  heads: ChainHead[];
  /** Binds the line and all lines before it to the key. */
  mac: string;
}

/** The first line of an anchor file that is not as it was written. */
export class AnchorBrokenError extends Error {
  constructor(
    readonly line: number,
    why: string,
  ) {
    super(`line ${line} of the anchor file: ${why}`);
    this.name = 'AnchorBrokenError';
  }
}

const LINE = /^(\{.*),"mac":"([0-9a-f]{64})"\}$/s;

/** @returns the line without its end; `before` is the mac of the line before, '' for the first */
export function sealLine(key: KeyObject, before: string, at: Date, heads: ChainHead[]): string {
  const plain = heads.map(({ chain, count, hash }) => ({ chain, count, hash }));
  const body = JSON.stringify({ at: at.toISOString(), heads: plain, prev: before });
  return `${body.slice(0, -1)},"mac":"${macOf(key, body).toString('hex')}"}`;
}

/** @throws AnchorBrokenError when the key did not make this line for this place */
export function openLine(key: KeyObject, before: string, text: string, number: number): AnchorLine {
  const [, front, mac] = LINE.exec(text) ?? [];
  if (!front || !mac) throw new AnchorBrokenError(number, 'is no anchor');
  const body = `${front}}`;
  if (!timingSafeEqual(macOf(key, body), Buffer.from(mac, 'hex'))) {
    throw new AnchorBrokenError(number, 'was not written so');
  }
  const { at, heads, prev } = JSON.parse(body) as { at: string; heads: ChainHead[]; prev: string };
  if (prev !== before) throw new AnchorBrokenError(number, 'does not follow the line before it');
  return { number, at, heads, mac };
}

/** Over the text as it stands in the file, so that not a blank can be changed. */
const macOf = (key: KeyObject, body: string) => createHmac('sha256', key).update(body).digest();
