/** What an item can be found by. */
export interface Searchable {
  name: string;
  nameEn: string;
  code: string;
  /** First letters of the syllables of the name. */
  initials: string;
  /** The syllables of the name, without tones. */
  syllables: readonly string[];
  /** Themes, departments, results and whom it is for. */
  words: readonly string[];
}

/** The form in which an item lies in the search index. */
export interface SearchForm {
  name: string;
  initials: string;
  /** All that is found letter by letter, in small letters. */
  text: string;
  /** Syllables and English words, each with a capital: a search begins where one of them begins. */
  spelling: string;
  /** Every one and every two characters that stand side by side. */
  grams: string[];
}

/** One word of a query: all words of it must be found. */
export interface SoughtWord {
  text: string;
  /** 低保 is said for 最低生活保障: Chinese characters of a name may stand apart. */
  isHan: boolean;
  /** Pinyin or English: looked for at the beginning of syllables and words. */
  isSpelt: boolean;
  /**
   * One or two letters stand somewhere in most names: they find those that begin so, and two also the
   * initials of two syllables. Having one of the grams is then all that is asked.
   */
  isShort: boolean;
  /** Whatever is found has all of them; of a short word, one of them. */
  grams: string[];
}

const MOST_WORDS = 5;

/** Full-width letters become usual ones, capitals small ones. */
export function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

export function searchFormOf(item: Searchable): SearchForm {
  const text = [item.name, item.code, ...item.words].map(plainOf).filter(Boolean).join('\n');
  const english = plainOf(item.nameEn).split(/[^a-z]+/);
  const spelling = [item.syllables.map(capital).join(''), english.map(capital).join(' ')].join(' ');
  const initials = plainOf(item.initials);
  return {
    name: plainOf(item.name),
    initials,
    text,
    spelling,
    grams: [
      ...gramsOf(`${text}\n${initials}\n${spelling.toLowerCase()}`),
      ...beginningsOf(spelling.toLowerCase()),
      ...pairsOf([...initials]).map(asInitials),
    ],
  };
}

/** The words of a query, the first five of them. */
export function soughtWordsOf(query: string): SoughtWord[] {
  const words = plainOf(query).split(' ').filter(Boolean);
  return [...new Set(words)].slice(0, MOST_WORDS).map(soughtWord);
}

/**
 * A regular expression that finds a word in {@link SearchForm.spelling}: it begins at a capital. `di`
 * finds 低 in ZuiDi, but not the end of one syllable with the beginning of the next.
 */
export function spellingPattern(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

function soughtWord(text: string): SoughtWord {
  const isHan = /^\p{Script=Han}+$/u.test(text);
  const characters = [...text];
  if (/^[a-z]{1,2}$/.test(text)) {
    const grams = [atBeginning(text), ...(text.length === 1 ? [] : [asInitials(text)])];
    return { text, isHan, isSpelt: true, isShort: true, grams };
  }
  const grams = isHan || characters.length === 1 ? characters : pairsOf(characters);
  return {
    text,
    isHan,
    isSpelt: /^[a-z]+$/.test(text),
    isShort: false,
    grams: [...new Set(grams)],
  };
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const run of text.split(/\s+/u)) {
    const characters = [...run];
    for (const gram of [...characters, ...pairsOf(characters)]) grams.add(gram);
  }
  return grams;
}

/** No text has a blank in a gram, and nothing begins with one. */
const atBeginning = (letters: string) => ` ${letters}`;
const asInitials = (pair: string) => `  ${pair}`;
const beginningsOf = (spelling: string) =>
  [1, 2].map((length) => atBeginning(spelling.slice(0, length).trim()));

const pairsOf = (characters: readonly string[]) =>
  characters.slice(1).map((character, i) => `${characters[i]}${character}`);

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
