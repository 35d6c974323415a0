import { CellRefusal } from '../cell-problem.js';
import { present, wordsIn, written, type Codec } from './cell-codec.js';
import { linesOf, textOfLines } from './lines.js';

/** A code by its official word; the code itself is understood as well. Empty is `null`. */
export function optionalChoice<C extends string>(words: Record<C, string>): Codec<C | null> {
  const choices = Object.values<string>(words);
  return {
    write: (code) => (code === null ? null : written(words[code])),
    read: (cell) => {
      const word = wordsIn(cell).trim();
      return word === '' ? null : codeFor(word, words);
    },
    choices,
  };
}

/** As {@link optionalChoice}; left empty it means `whenEmpty`, or is missing. */
export function choice<C extends string>(
  words: Record<C, string>,
  whenEmpty?: NoInfer<C>,
): Codec<C> {
  const optional = optionalChoice(words);
  return { ...optional, read: (cell) => present(optional.read(cell) ?? whenEmpty ?? null) };
}

/** Several codes of a closed set, one a line. */
export function choices<C extends string>(words: Record<C, string>): Codec<readonly C[]> {
  return {
    write: (codes) => written(codes.map((code) => words[code]).join('\n')),
    read: (cell) =>
      wordsIn(cell)
        .split(/[\n、，,;；]/u)
        .map((word) => word.trim())
        .filter((word) => word !== '')
        .map((word) => codeFor(word, words)),
    choices: Object.values<string>(words),
    open: true,
  };
}

/** A code of a set that may grow: a known one by its word, any other as it is. */
export function openChoice(words: Readonly<Record<string, string>>): Codec<string> {
  return {
    write: (code) => written(openWord(code, words)),
    read: (cell) => openCode(wordsIn(cell), words),
    choices: Object.values(words),
    open: true,
  };
}

export function openChoices(words: Readonly<Record<string, string>>): Codec<readonly string[]> {
  return {
    write: (codes) => written(textOfLines(codes.map((code) => openWord(code, words)))),
    read: (cell) => linesOf(wordsIn(cell)).map((word) => openCode(word, words)),
    choices: Object.values(words),
    open: true,
  };
}

function codeFor<C extends string>(word: string, words: Record<C, string>): C {
  const codes = Object.keys(words) as C[];
  const found = codes.find((code) => code === word || words[code] === word);
  if (found !== undefined) return found;
  const known = Object.values<string>(words).join('、');
  throw new CellRefusal('cell.not_a_choice', `请填下列之一：${known}。`);
}

/** A backslash keeps apart a code that happens to be spelt like the word of another. */
function openWord(code: string, words: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(words, code)) return words[code] ?? code;
  const misleads = code.startsWith('\\') || Object.values(words).includes(code);
  return misleads ? `\\${code}` : code;
}

function openCode(word: string, words: Readonly<Record<string, string>>): string {
  if (word.startsWith('\\')) return word.slice(1);
  const [found] = Object.entries(words).find(([, its]) => its === word) ?? [];
  return found ?? word;
}
