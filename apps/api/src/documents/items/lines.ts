import { markedEmpty, unmarkedEmpty, wordsIn, written, type Codec } from './cell-codec.js';

/** Between the parts of one line; the full-width bar is seldom in a text. */
export const BAR = '｜';

/** Several texts in one cell, one a line; a line break inside a text is written `\n`. */
export const textLines: Codec<readonly string[]> = {
  write: (texts) => written(textOfLines(texts)),
  read: (cell) => linesOf(wordsIn(cell)),
};

export function textOfLines(texts: readonly string[]): string {
  return texts.map((its) => escaped(markedEmpty(its))).join('\n');
}

export function linesOf(words: string): string[] {
  return words
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => unmarkedEmpty(unescaped(line)));
}

/** The parts of one row in one line. */
export function lineOfParts(parts: readonly string[]): string {
  return parts.map((part) => escaped(part).replaceAll(BAR, `\\${BAR}`)).join(BAR);
}

export function partsOfLine(line: string): string[] {
  const parts = [''];
  const last = () => parts.length - 1;
  for (const [sign] of line.matchAll(/\\?[^]/gu)) {
    if (sign === BAR) parts.push('');
    else parts[last()] += sign;
  }
  return parts.map(unescaped);
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([^])/gu, (_, sign: string) => {
    if (sign === 'n') return '\n';
    return sign === 'r' ? '\r' : sign;
  });
}
