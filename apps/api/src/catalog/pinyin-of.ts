import { pinyin } from 'pinyin-pro';

/** First letters of the syllables: 最低生活保障 is found by zdsh. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' })
    .join('')
    .toLowerCase();
}

/** The syllables without tones: zui, di, sheng, huo; ü is typed v. */
export function syllablesOf(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).map((one) =>
    one.toLowerCase(),
  );
}
