import { createHmac, type KeyObject } from 'node:crypto';
import type { Keyring } from './keyring.js';

/**
 * Finds equal texts without keeping them: a keyed hash, because numbers that can be counted
 * through are found again from a plain one. Texts are compared as given: whoever calls brings them
 * into one spelling first.
 */
export class BlindIndex {
  constructor(private readonly keyring: Keyring) {}

  /**
   * @param kind what the text is; equal texts of two kinds have nothing in common
   * @returns `<index key id>.<base64url>`, to be stored beside the sealed value
   */
  of(kind: string, text: string): string {
    const { current, keys } = this.keyring.index;
    const key = keys.get(current);
    if (!key) throw new Error(`there is no index key ${current}`);
    return hash(current, key, kind, text);
  }

  /** @returns what `of` gives or gave under every index key, the current one first */
  candidates(kind: string, text: string): string[] {
    const { current, keys } = this.keyring.index;
    const others = [...keys].filter(([id]) => id !== current);
    return [this.of(kind, text), ...others.map(([id, key]) => hash(id, key, kind, text))];
  }
}

function hash(id: string, key: KeyObject, kind: string, text: string): string {
  // As JSON, no kind and text together read like another kind and another text.
  const digest = createHmac('sha256', key).update(JSON.stringify([kind, text]));
  return `${id}.${digest.digest('base64url')}`;
}
