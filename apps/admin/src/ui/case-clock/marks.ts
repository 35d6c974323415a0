export interface Mark {
  key: string;
  label: string;
  x: number;
  tone: 'start' | 'step' | 'upper' | 'due' | 'done';
}

export interface PlacedMark extends Mark {
  row: number;
  /** Where the text begins: right of its line, or left of it at the end of the bar. */
  textX: number;
}

const LETTER = 12.5;
const GAP = 8;
const BESIDE = 5;
const MOST_ROWS = 5;

function widthOf(label: string): number {
  return Array.from(label).reduce(
    (sum, letter) => sum + (letter > '\u2e80' ? LETTER : LETTER * 0.58),
    0,
  );
}

/**
 * Gives each label the lowest row in which it touches nothing. From right to left: a line that
 * rises to a higher row then passes left of the labels below it.
 */
export function placeMarks(marks: readonly Mark[], width: number): PlacedMark[] {
  const freeUntil = Array.from({ length: MOST_ROWS }, () => Infinity);
  return [...marks]
    .sort((a, b) => b.x - a.x)
    .map((mark) => {
      const wide = widthOf(mark.label);
      const right = mark.x + BESIDE;
      const textX = right + wide <= width ? right : Math.max(0, mark.x - BESIDE - wide);
      const free = freeUntil.findIndex((until) => textX + wide + GAP <= until);
      const row = free < 0 ? MOST_ROWS - 1 : free;
      for (let below = 0; below < row; below += 1) {
        freeUntil[below] = Math.min(freeUntil[below] ?? Infinity, mark.x);
      }
      freeUntil[row] = Math.min(textX, mark.x);
      return { ...mark, row, textX };
    });
}
