const DIGIT = '[0-9０-９]';

/** What stands for something that does not belong into a log. */
const MASK = '[…]';

const PATTERNS: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  // What PostgreSQL repeats of a row: names and addresses have no pattern by which to know them.
  [/(Key \([^)]*\))=\(.*\)(?=[ .]|$)/gm, `$1=(${MASK})`],
  [/(Failing row contains) \(.*\)/gs, `$1 (${MASK})`],
  [/(invalid input (?:syntax for type|value for enum) [^:"]*): ".*"/g, `$1: "${MASK}"`],
  // Secrets and queries in addresses.
  [/(:\/\/[^\s:@/]*):[^\s@/]*@/g, `$1:${MASK}@`],
  [/((?:https?:\/|[\s"'(]|^)\/[^\s?"']*)\?[^\s"')]+/g, `$1?${MASK}`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${MASK}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, MASK],
  // An identity number, and any other number too long to be ours.
  [new RegExp(`${DIGIT}{15,}[XxＸｘ]?`, 'g'), MASK],
  [
    new RegExp(
      `(?<!${DIGIT})(?:[+＋]?86[ -]?)?[1１][3-9３-９]${DIGIT}[ -]?${DIGIT}{4}[ -]?${DIGIT}{4}(?!${DIGIT})`,
      'g',
    ),
    MASK,
  ],
  [/[A-Za-z0-9_-]{32,}={0,2}/g, maskedToken],
];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Names of constraints and error codes; a random text of this length has another sign somewhere. */
const WORDS = /^(?:[a-z_-]+|[A-Z_-]+)$/;

/** Long and mixed is what secrets look like; our identifiers and names of things stay readable. */
function maskedToken(found: string): string {
  return UUID.test(found) || WORDS.test(found) ? found : MASK;
}

/**
 * Masks what nobody meant to log: numbers of people, secrets, values that PostgreSQL repeats. Our own
 * lines never contain them; an error that comes from elsewhere may.
 */
export function scrub(text: string): string {
  return PATTERNS.reduce(
    (masked, [pattern, by]) =>
      typeof by === 'string' ? masked.replace(pattern, by) : masked.replace(pattern, by),
    text,
  );
}
