import type { AreaLevel, ItemStandard } from '@yikou/domain';
import { CellRefusal } from '../cell-problem.js';
import { AREA_WORDS } from '../words.js';
import { markedEmpty, unmarkedEmpty, type Codec } from './cell-codec.js';
import { textLines } from './lines.js';

type Handler = ItemStandard['steps'][number]['handlers'][number];

const SLASH = '／';

/** Who works on a step, one a line: the level, and the section or department where one is named. */
export const handlerLines: Codec<readonly Handler[]> = {
  write: (handlers) => textLines.write(handlers.map(lineOf)),
  read: (cell) => textLines.read(cell).map(handlerOf),
};

function lineOf({ level, body }: Handler): string {
  const word = AREA_WORDS[level];
  return body === null ? word : `${word}${SLASH}${markedEmpty(body)}`;
}

function handlerOf(line: string): Handler {
  const [, word = '', body] = /^([^／/]*)(?:[／/]([^]*))?$/u.exec(line) ?? [];
  const levels = Object.keys(AREA_WORDS) as AreaLevel[];
  const level = levels.find((its) => its === word.trim() || AREA_WORDS[its] === word.trim());
  if (level === undefined) {
    throw new CellRefusal(
      'cell.malformed',
      `每行请写作“层级／机构代码”，层级为${Object.values(AREA_WORDS).join('、')}之一。`,
    );
  }
  return { level, body: body === undefined ? null : unmarkedEmpty(body) };
}
