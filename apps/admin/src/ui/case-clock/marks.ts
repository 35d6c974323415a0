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
const MOST_ROWS = 3;

function widthOf(label: string): number {
  return [...label].reduce((sum, letter) => sum + (letter > '\u2e80' ? LETTER : LETTER * 0.58), 0);
}

/** Gives each label the lowest row in which it touches no other one. */
export function placeMarks(marks: readonly Mark[], width: number): PlacedMark[] {
  const takenUntil: number[] = [];
  return [...marks]
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      const wide = widthOf(mark.label);
      const right = mark.x + BESIDE;
      const textX = right + wide <= width ? right : Math.max(0, mark.x - BESIDE - wide);
      let row = 0;
      while (row < MOST_ROWS - 1 && (takenUntil[row] ?? -GAP) + GAP > textX) row += 1;
      takenUntil[row] = textX + wide;
      return { ...mark, row, textX };
    });
}
