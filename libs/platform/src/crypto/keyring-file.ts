import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import {
  newKeyring,
  parseKeyring,
  withNewDataKey,
  type Keyring,
  type KeyringText,
} from './keyring.js';

/**
 * Reads the key file; with `mayCreate` a missing one is made of random keys first. Processes that
 * start together end with the same file.
 *
 * @throws Error with one line, never with anything of a key, when the file is missing or wrong
 */
export async function readKeyring(
  file: string,
  { mayCreate }: { mayCreate: boolean },
): Promise<Keyring> {
  let text = await readText(file);
  if (text === undefined && mayCreate) {
    await create(file);
    text = await readText(file);
  }
  if (text === undefined) {
    throw new Error(`${file}: there is no key file, make one with: yikou keys create`);
  }
  return parseKeyring(text, file).keys;
}

/**
 * Adds a random data key and makes it the current one; the old ones stay, so that what they sealed
 * can still be opened. A process that has not read the file again cannot open what the new key
 * sealed: all of them are to be restarted together.
 *
 * @returns the keyring as it now stands in the file
 * @throws Error when the file is missing or wrong, or another rotation is in hand
 */
export async function addDataKey(file: string): Promise<Keyring> {
  // Who makes the draft holds the lock: of two at once the later would drop the earlier one's key.
  const draft = `${file}.next`;
  const handle = await openNew(draft).catch((error: unknown) => {
    if (!isCode(error, 'EEXIST')) throw error;
    throw new Error(`${draft} exists: a rotation is in hand, or was cut short; then remove it`);
  });
  try {
    const text = await readText(file);
    if (text === undefined) throw new Error(`${file}: there is no key file to add a key to`);
    const next = withNewDataKey(parseKeyring(text, file).text);
    await takeAfter(file, handle);
    await writeFlushed(handle, next);
    await rename(draft, file);
    await flushFolder(path.dirname(file));
    return parseKeyring(JSON.stringify(next), file).keys;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** A link, other than a rename, fails where somebody was quicker, and is never half a file. */
async function create(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.partial`;
  const handle = await openNew(draft);
  try {
    await writeFlushed(handle, newKeyring());
    await link(draft, file);
    await flushFolder(path.dirname(file));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

const openNew = (file: string) => open(file, 'wx', 0o600);

/** Who rotates may be another user than the one who reads. */
async function takeAfter(file: string, handle: FileHandle): Promise<void> {
  const { uid, gid, mode } = await stat(file);
  await handle.chown(uid, gid);
  await handle.chmod(mode & 0o777);
}

async function writeFlushed(handle: FileHandle, keyring: KeyringText): Promise<void> {
  await handle.writeFile(`${JSON.stringify(keyring, null, 2)}\n`);
  await handle.sync();
}

/** A new name is as durable as its folder: a key lost in a power cut takes its values with it. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  // Windows opens no folders, and needs none flushed.
  if (!handle) return;
  await handle.sync().finally(() => handle.close());
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isCode = (error: unknown, code: string) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
