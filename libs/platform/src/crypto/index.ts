export { BlindIndex } from './blind-index.js';
export { FieldCipher, FieldCipherError } from './field-cipher.js';
export { addDataKey, readKeyring } from './keyring-file.js';
export { reseal, type InTransaction, type ResealOptions, type SealedTable } from './reseal.js';
export type { Keyring } from './keyring.js';
