import { identityNumberCheckDigit } from '@yikou/domain';

/** Characters that no demo data has; a mask shows the first of a name and none of a lane. */
const NAME_MARK = '蘭槿';
const LANE_MARK = '隐澈里';

export interface Planted {
  kind: 'PERSON';
  name: string;
  identityNumber: string;
  telephone: string;
  address: string;
}

/** Made-up people, all different, whose numbers pass the checks. */
export function plantedPeople(count: number): Planted[] {
  return Array.from({ length: count }, (_, i) => {
    const digits = `410103${1950 + (i % 50)}${pad((i % 12) + 1, 2)}${pad((i % 28) + 1, 2)}${pad(i, 3).slice(-3)}`;
    return {
      kind: 'PERSON',
      name: `${NAME_MARK}${String.fromCodePoint(0x4e00 + i)}`,
      identityNumber: `${digits}${identityNumberCheckDigit(digits)}`,
      telephone: `139${pad(74_000_000 + i * 7, 8)}`,
      address: `郑州市二七区大学路街道${LANE_MARK}${i}号`,
    };
  });
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** Finds what was planted in any pile of bytes. */
export class Finder {
  private readonly numbers: ReadonlySet<string>;

  constructor(people: readonly Planted[]) {
    this.numbers = new Set(people.flatMap((one) => [one.identityNumber, one.telephone]));
  }

  /** What of the planted stands in `bytes` in clear; a few of each. */
  in(bytes: Buffer | string): string[] {
    const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1');
    // Looking ahead, because a number may stand in the middle of a longer row of digits.
    const found = [...text.matchAll(/(?=(\d{17}[\dXx]))|(?=(1\d{10}))/g)]
      .flatMap(([, long = '', short = '']) => [long.toUpperCase(), short])
      .filter((number) => this.numbers.has(number));
    for (const mark of [NAME_MARK, LANE_MARK]) {
      const sought = typeof bytes === 'string' ? mark : Buffer.from(mark).toString('latin1');
      if (text.includes(sought)) found.push(mark);
      if (text.includes(encodeURIComponent(mark))) found.push(`${mark} in an address`);
    }
    return [...new Set(found)].slice(0, 5);
  }
}
