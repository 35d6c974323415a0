/**
 * A name as it is compared: full and half width, brackets, punctuation and spaces make no difference.
 * What stands in brackets stays, for 临时救助（小额） is not 临时救助（支出型）.
 */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\p{Z}\s]/gu, '');
}

/** The pairs of neighbouring characters; a single character stands for itself. */
export function bigramsOf(comparable: string): Set<string> {
  const characters = [...comparable];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
}

/** Dice's share of common bigrams, from 0 to 1. */
export function diceOf(common: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * common) / (a + b);
}

/** How alike two names are, from 0 to 1; 1 when they differ in width and punctuation alone. */
export function similarityOf(name: string, other: string): number {
  const [a, b] = [comparableName(name), comparableName(other)];
  if (a === b) return a === '' ? 0 : 1;
  const [ofA, ofB] = [bigramsOf(a), bigramsOf(b)];
  let common = 0;
  for (const bigram of ofA) if (ofB.has(bigram)) common += 1;
  return diceOf(common, ofA.size, ofB.size);
}
