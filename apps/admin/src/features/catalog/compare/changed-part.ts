export interface Pieces {
  head: string;
  changed: string;
  tail: string;
}

/**
 * What of a text is not in the other: between the beginning and the end that both share, cut between
 * words (characters in Chinese) as the language has them.
 */
export function changedPart(text: string, other: string): Pieces {
  const [words, others] = [wordsOf(text), wordsOf(other)];
  const most = Math.min(words.length, others.length);
  let head = 0;
  while (head < most && words[head] === others[head]) head += 1;
  let tail = 0;
  while (tail < most - head && words.at(-1 - tail) === others.at(-1 - tail)) tail += 1;
  const end = words.length - tail;
  return {
    head: words.slice(0, head).join(''),
    changed: words.slice(head, end).join(''),
    tail: words.slice(end).join(''),
  };
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
