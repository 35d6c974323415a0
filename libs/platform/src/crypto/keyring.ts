import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;
/** An id stands inside stored values between two dots, so it holds none. */
const KEY_ID = /^[a-z][a-z0-9]{0,15}$/;

/**
 * The keys of one installation. They are KeyObjects because these show nothing of themselves when
 * they are logged, inspected or turned into JSON.
 */
export interface Keyring {
  /** Id of the data key that new values are sealed with. */
  readonly current: string;
  readonly data: ReadonlyMap<string, KeyObject>;
  readonly index: { readonly current: string; readonly keys: ReadonlyMap<string, KeyObject> };
  readonly anchor: KeyObject;
}

/** The same as text: what the key file holds. */
export interface KeyringText {
  current: string;
  data: Record<string, string>;
  index: { current: string; keys: Record<string, string> };
  anchor: string;
}

/** @returns a keyring of random keys */
export function newKeyring(): KeyringText {
  return {
    current: 'k1',
    data: { k1: newKey() },
    index: { current: 'i1', keys: { i1: newKey() } },
    anchor: newKey(),
  };
}

/** @returns the keyring with one more data key, which is the current one; all others stay */
export function withNewDataKey(keyring: KeyringText): KeyringText {
  let number = 1;
  while (Object.hasOwn(keyring.data, `k${number}`)) number += 1;
  const current = `k${number}`;
  return { ...keyring, current, data: { ...keyring.data, [current]: newKey() } };
}

/**
 * Reads a keyring out of the text of a key file.
 *
 * @param name how the errors call the file
 * @throws Error with one line that says what is wrong and shows nothing of the text
 */
export function parseKeyring(text: string, name: string): { text: KeyringText; keys: Keyring } {
  const refuse: Refuse = (what) => {
    throw new Error(`${name}: ${what}`);
  };
  const file = parseJson(text) ?? refuse('is not JSON');
  const index = isRecord(file['index']) ? file['index'] : refuse('has no "index"');
  const data = readKeys(file['data'], file['current'], 'data', refuse);
  const indexKeys = readKeys(index['keys'], index['current'], 'index', refuse);
  const anchor = readKey(file['anchor']) ?? refuse('"anchor" is not the base64 of 32 bytes');
  const keyring = file as unknown as KeyringText;
  // A key with two uses, or two ids for one key, comes from copying by hand.
  const texts = [...Object.values(keyring.data), ...Object.values(keyring.index.keys)];
  if (new Set([...texts, keyring.anchor]).size <= texts.length) refuse('holds one key twice');
  const { current } = keyring;
  const keys = {
    current,
    data,
    index: { current: keyring.index.current, keys: indexKeys },
    anchor,
  };
  return { text: keyring, keys };
}

type Refuse = (what: string) => never;

function readKeys(
  texts: unknown,
  current: unknown,
  part: string,
  refuse: Refuse,
): Map<string, KeyObject> {
  if (!isRecord(texts)) return refuse(`has no keys under "${part}"`);
  const keys = new Map<string, KeyObject>();
  for (const [position, [id, text]] of Object.entries(texts).entries()) {
    // A wrong id is not printed: it may be a key that slipped to the other side of the colon.
    if (!KEY_ID.test(id)) return refuse(`${part} key number ${position + 1} has a wrong id`);
    keys.set(id, readKey(text) ?? refuse(`${part} key "${id}" is not the base64 of 32 bytes`));
  }
  if (typeof current !== 'string' || !keys.has(current)) {
    return refuse(`the current ${part} key is not among its keys`);
  }
  return keys;
}

function readKey(text: unknown): KeyObject | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  const exact = bytes.length === KEY_BYTES && bytes.toString('base64') === text;
  return exact ? createSecretKey(bytes) : undefined;
}

const newKey = () => randomBytes(KEY_BYTES).toString('base64');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON.parse quotes the text in its errors, and the text is keys. */
function parseJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
